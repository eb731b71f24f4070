package org.polylogue.samples.faults;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polylogue.discourse.entity.corpus.MergeDecisions;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.Codebook;
import org.polylogue.language.WordLists;
import org.polylogue.lexis.concordance.TokenPattern;
import org.polylogue.lexis.slice.FrequencyList;
import org.polylogue.lexis.slice.SliceParser;
import org.polylogue.network.GraphMlReader;
import org.polylogue.network.StatementTable;
import org.polylogue.results.DiscourseJson;

/**
 * What a fuzzer calls with any bytes, as {@link ReaderFuzz}: the first one chooses a reader of
 * tables, word lists, codebooks, expressions or results, the others are what it reads. Throws if a
 * reader throws anything else than it promises, or without plain words.
 */
public final class TableFuzz {

  /** Reads one input. */
  @FunctionalInterface
  private interface Reading {
    void of(Path file, String text) throws IOException;
  }

  private static final Map<String, Reading> READINGS = new LinkedHashMap<>();

  static {
    READINGS.put("actors", (file, text) -> ActorTable.read(file));
    READINGS.put("decisions", (file, text) -> MergeDecisions.read(file));
    READINGS.put("frequencies", (file, text) -> FrequencyList.read(file));
    READINGS.put("codebook", (file, text) -> Codebook.read(file));
    READINGS.put("valences", (file, text) -> ValenceLexicon.read(file));
    READINGS.put(
        "statements",
        (file, text) -> StatementTable.read(new StringReader(text), Optional.empty()));
    READINGS.put("words", (file, text) -> WordLists.read(new StringReader(text), "words"));
    READINGS.put("network", (file, text) -> GraphMlReader.read(new StringReader(text), false));
    READINGS.put("discourse", (file, text) -> new DiscourseJson().read(text));
    READINGS.put("pattern", (file, text) -> TokenPattern.parse(text));
    READINGS.put("expression", (file, text) -> TokenPattern.regex(text));
    READINGS.put("slice", (file, text) -> new SliceParser(text).parse());
  }

  static final List<String> NAMES = List.copyOf(READINGS.keySet());

  private TableFuzz() {}

  /** The entry point that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String name = NAMES.get((data[0] & 0xff) % NAMES.size());
    byte[] content = Arrays.copyOfRange(data, 1, data.length);
    String text = new String(content, StandardCharsets.UTF_8);
    try {
      Path file = Files.createTempFile("fuzz", ".table");
      try {
        Files.write(file, content);
        READINGS.get(name).of(file, text);
      } catch (IOException | IllegalArgumentException e) {
        String reason = String.valueOf(e.getMessage());
        boolean inner =
            ReaderFuzz.INNER.matcher(reason).find() && !ReaderFuzz.INNER.matcher(text).find();
        if (reason.isBlank() || inner) {
          throw new AssertionError("no plain reason: " + reason, e);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
