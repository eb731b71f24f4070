package org.polylogue.contract;

import java.nio.charset.StandardCharsets;
import org.polylogue.corpus.jsonl.JsonLinesFormat;
import org.polylogue.corpus.spi.CorpusFormat;

class JsonLinesContractTest extends FormatContract {

  @Override
  protected CorpusFormat format() {
    return new JsonLinesFormat();
  }

  @Override
  protected String fileName() {
    return "corpus.jsonl";
  }

  @Override
  protected byte[] content() {
    return ("{\"schema\":\"polylogue-conversation/1\",\"offsets\":\"utf-16\",\"article\":{\"id"
            + "\":\"a7\",\"title\":\"The bridge\",\"text\":\"The council met.\",\"blocks\":[{\"kind"
            + "\":\"PARAGRAPH\",\"start\":0,\"end\":16}]},\"comments\":[{\"id\":\"a7#1\",\"author\":"
            + "\"Ben\",\"score\":-2,\"text\":\"Who ordered it?\"},{\"id\":\"a7#1.1\",\"replyTo\":\"a"
            + "7#1\",\"text\":\"Not me.\"}]}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
