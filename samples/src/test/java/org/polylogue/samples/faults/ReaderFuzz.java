package org.polylogue.samples.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.jsonl.JsonLinesFormat;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Conversation;
import org.polylogue.text.OffsetUnit;

/**
 * What a fuzzer calls with any bytes: the first one chooses the name of a file, the others are its
 * content. Throws if the readers break a promise. docs/scale.md says how a fuzzer that is guided by
 * coverage runs it.
 */
public final class ReaderFuzz {

  static final List<String> NAMES =
      List.of(
          "a.txt",
          "a.html",
          "a.jsonl",
          "a.csv",
          "a.tsv",
          "a.warc",
          "a.wet",
          "a.jsonl.gz",
          "a.json",
          "a.warc.gz",
          "utterances.jsonl",
          "a.ann",
          "a.xml",
          "a.rtf",
          "a.docx");

  static final Pattern INNER =
      Pattern.compile("Exception|[a-z]Error|java\\.|REDACTED|org\\.polylogue|Input length|No enum");

  private static final CorpusReader READER = CorpusReader.standard();

  private ReaderFuzz() {}

  /** The entry point that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] data) {
    read(data);
  }

  /** Reads one file and holds it against what is promised. */
  static List<Conversation> read(byte[] data) {
    if (data.length == 0) {
      return List.of();
    }
    try {
      Path folder = Files.createTempDirectory("fuzz");
      Path file = folder.resolve(NAMES.get((data[0] & 0xff) % NAMES.size()));
      try {
        Files.write(file, Arrays.copyOfRange(data, 1, data.length));
        return conversations(file, new String(data, StandardCharsets.ISO_8859_1));
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Conversation> conversations(Path file, String content) {
    List<Conversation> conversations = new ArrayList<>();
    int outcomes = 0;
    try (Stream<ReadOutcome> read = READER.read(file)) {
      for (ReadOutcome outcome : (Iterable<ReadOutcome>) read::iterator) {
        outcomes++;
        if (outcome instanceof ReadOutcome.Read whole) {
          Conversation conversation = whole.conversation();
          String line = JsonLinesWriter.line(conversation, OffsetUnit.UTF_16);
          Conversation again =
              JsonLinesFormat.parse(line, Place.of("line"), ReadLimits.DEFAULT).conversation();
          boolean same =
              again.article().equals(conversation.article())
                  && again.comments().equals(conversation.comments());
          if (!same) {
            throw new AssertionError("comes back different: " + line);
          }
          conversations.add(conversation);
        } else if (outcome instanceof ReadOutcome.Failed failed) {
          String reason = failed.reason();
          boolean inner = INNER.matcher(reason).find() && !INNER.matcher(content).find();
          if (reason.isBlank() || inner) {
            throw new AssertionError("no plain reason: " + reason);
          }
        }
      }
    }
    if (outcomes == 0) {
      throw new AssertionError("a file without an outcome");
    }
    return conversations;
  }
}
