package org.polylogue.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.brat.BratFormat;
import org.polylogue.corpus.convokit.ConvokitFormat;
import org.polylogue.corpus.html.HtmlFormat;
import org.polylogue.corpus.jsonl.JsonLinesFormat;
import org.polylogue.corpus.press.PressFormat;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.table.JsonRowsFormat;
import org.polylogue.corpus.table.TableFormat;
import org.polylogue.corpus.table.XmlRowsFormat;
import org.polylogue.corpus.tei.TeiFormat;
import org.polylogue.corpus.textpage.TextPageFormat;
import org.polylogue.corpus.warc.WarcFormat;
import org.polylogue.corpus.webanno.WebAnnoFormat;

class StandardFormatsContractTest {

  private static final String RUNNING =
      "The keeper of the lighthouse counted the boats twice on Monday, since one of them had come"
          + " back without its nets, and nobody on the quay could say where they had been lost.";

  private static final String PAGE =
      "<html><head><title>Lost nets</title></head><body><article><h1>Lost nets</h1><p>"
          + RUNNING
          + "</p></article></body></html>";

  /** A contract for a file whose content is text. */
  abstract static class Text extends FormatContract {

    private final CorpusFormat format;
    private final String fileName;
    private final String content;

    Text(CorpusFormat format, String fileName, String content) {
      this.format = format;
      this.fileName = fileName;
      this.content = content;
    }

    @Override
    protected CorpusFormat format() {
      return format;
    }

    @Override
    protected String fileName() {
      return fileName;
    }

    @Override
    protected byte[] content() {
      return content.getBytes(StandardCharsets.UTF_8);
    }
  }

  @Nested
  class JsonLines extends Text {
    JsonLines() {
      super(
          new JsonLinesFormat(),
          "corpus.jsonl",
          "{\"schema\":\"polylogue-conversation/1\",\"offsets\":\"utf-16\",\"article\":{\"id"
              + "\":\"a7\",\"title\":\"The bridge\",\"text\":\"The council met.\",\"blocks\":[{"
              + "\"kind\":\"PARAGRAPH\",\"start\":0,\"end\":16}]},\"comments\":[{\"id\":\"a7#1\","
              + "\"author\":\"Ben\",\"score\":-2,\"text\":\"Who ordered it?\"},{\"id\":\"a7#1.1\","
              + "\"replyTo\":\"a7#1\",\"text\":\"Not me.\"}]}");
    }
  }

  @Nested
  class JsonRows extends Text {
    JsonRows() {
      super(
          new JsonRowsFormat(),
          "rows.json",
          "[{\"article_id\":\"n1\",\"title\":\"Lost nets\",\"text\":\""
              + RUNNING
              + "\"},{\"article_id\":\"n2\",\"title\":\"Found nets\",\"text\":\"They were"
              + " found.\"}]");
    }
  }

  @Nested
  class Tables extends Text {
    Tables() {
      super(
          new TableFormat(),
          "news.csv",
          "id,title,text\nn1,Lost nets,\"" + RUNNING + "\"\nn2,Found nets,They were found.\n");
    }
  }

  @Nested
  class Html extends Text {
    Html() {
      super(new HtmlFormat(), "page.html", PAGE);
    }
  }

  @Nested
  class Archives extends Text {
    Archives() {
      super(new WarcFormat(), "crawl.warc", record());
    }

    private static String record() {
      String answer =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
              + PAGE.length()
              + "\r\n\r\n"
              + PAGE;
      return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/nets\r\n"
          + "WARC-Date: 2024-03-01T10:00:00Z\r\n"
          + "WARC-Record-ID: <urn:uuid:7d1f3c9a-6a1e-4c7e-9d0e-0f4d1a2b3c4d>\r\n"
          + "Content-Type: application/http;msgtype=response\r\nContent-Length: "
          + answer.length()
          + "\r\n\r\n"
          + answer
          + "\r\n\r\n";
    }
  }

  @Nested
  class WebAnno extends Text {
    WebAnno() {
      super(
          new WebAnnoFormat(),
          "nets.tsv",
          "#FORMAT=WebAnno TSV 3.2\n"
              + "#T_SP=webanno.custom.Cue|group\n\n\n"
              + "#Text=She said so.\n"
              + "1-1\t0-3\tShe\t_\t\n"
              + "1-2\t4-8\tsaid\t1\t\n"
              + "1-3\t9-11\tso\t_\t\n"
              + "1-4\t11-12\t.\t_\t\n");
    }
  }

  @Nested
  class TextPages extends Text {
    TextPages() {
      super(
          new TextPageFormat(),
          "page.txt",
          "Lost nets\n\n"
              + RUNNING
              + "\n\n2 comments\n\n1. Ben 4 points 3 March 2024\nWho took them?\n\n"
              + "2. Ada 1 point 3 March 2024\nThe tide.\n");
    }
  }

  @Nested
  class XmlRows extends Text {
    XmlRows() {
      super(
          new XmlRowsFormat(),
          "feed.xml",
          "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Quay Post</title>"
              + "<item><title>Lost nets</title><guid>n1</guid><description>"
              + RUNNING
              + "</description></item></channel></rss>");
    }
  }

  @Nested
  class Tei extends Text {
    Tei() {
      super(
          new TeiFormat(),
          "nets.xml",
          "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"
              + "<titleStmt><title>Lost nets</title></titleStmt></fileDesc></teiHeader><text><body>"
              + "<p>"
              + RUNNING
              + "</p></body></text></TEI>");
    }
  }

  @Nested
  class Press extends Text {
    Press() {
      super(
          new PressFormat(),
          "download.txt",
          "\n                     1 of 1 DOCUMENTS\n\n                     The Quay Gazette\n\n"
              + "                     May 3, 2024 Friday\n\nLost Nets\n\nBYLINE: By INGA VARN\n\n"
              + "LENGTH: 33 words\n\n"
              + RUNNING
              + "\n\nLOAD-DATE: May 3, 2024\n\nLANGUAGE: ENGLISH\n\n"
              + "PUBLICATION-TYPE: Newspaper\n\n               Copyright 2024 The Quay Gazette\n");
    }
  }

  @Nested
  class Convokit extends Text {
    Convokit() {
      super(
          new ConvokitFormat(),
          "convokit/utterances.jsonl",
          "{\"id\":\"n1\",\"conversation_id\":\"n1\",\"text\":\""
              + RUNNING
              + "\",\"speaker\":\"desk\",\"meta\":{},\"reply-to\":null,\"timestamp\":null}\n"
              + "{\"id\":\"c1\",\"conversation_id\":\"n1\",\"text\":\"Who took them?\",\"speaker\":"
              + "\"ben\",\"meta\":{},\"reply-to\":\"n1\",\"timestamp\":null}\n");
    }

    @Override
    protected void writeOthers(Path folder) throws IOException {
      Files.writeString(folder.resolve("speakers.json"), "{\"desk\":{},\"ben\":{}}");
      Files.writeString(folder.resolve("conversations.json"), "{\"n1\":{}}");
      Files.writeString(folder.resolve("corpus.json"), "{}");
      Files.writeString(folder.resolve("index.json"), "{}");
    }
  }

  @Nested
  class Brat extends Text {
    Brat() {
      super(new BratFormat(), "brat/nets.ann", "T1\tCue 4 8\tsaid\nT2\tSource 0 3\tShe\n");
    }

    @Override
    protected void writeOthers(Path folder) throws IOException {
      Files.writeString(folder.resolve("nets.txt"), "She said so.");
    }

    /** A text without annotations is a text. */
    @Override
    void anEmptyFileIsAFailureThatNamesTheFile() {}
  }

  @Test
  void everyStandardFormatHasAContract() {
    assertThat(
            Arrays.stream(StandardFormatsContractTest.class.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Nested.class)))
        .hasSameSizeAs(CorpusReader.standardFormats());
  }
}
