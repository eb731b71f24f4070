package org.polylogue.corpus.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusLines;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.OutcomeReader;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.StrictJson;
import org.polylogue.corpus.spi.TextLimits;
import org.polylogue.text.Explanation;

/**
 * Reads conversations from JSON Lines as {@link JsonLinesWriter} writes them and {@code
 * docs/formats/json-lines.md} states. Strict: an unknown field, a missing one, a repeated one or a
 * wrong type is a fault. A damaged line is a failure that names file, line and cause; the other
 * lines are read. Blank lines are passed over. Immutable and thread-safe.
 */
public final class JsonLinesFormat implements CorpusFormat {

  private static final Pattern SCHEMA =
      Pattern.compile("\"schema\"\\s{0,9}:\\s{0,9}\"polylogue-conversation/");

  /** A reader; the limits are those of the source. */
  public JsonLinesFormat() {}

  @Override
  public String name() {
    return "json-lines";
  }

  /**
   * Accepts files that begin with a JSON object and either name this format's schema near their
   * beginning or have the extension {@code .jsonl} or {@code .ndjson}.
   */
  @Override
  public boolean accepts(CorpusSource source) {
    if (source.isFolder()) {
      return false;
    }
    String head = source.headText().stripLeading();
    String file = source.path().toString();
    file = file.endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
    return SCHEMA.matcher(head).find() && head.startsWith("{")
        || file.endsWith(".jsonl")
        || file.endsWith(".ndjson");
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    CorpusLines lines = source.lines();
    return new Items(source, lines).stream().onClose(lines::close);
  }

  /**
   * Reads one line that stands alone, and holds it against all limits but the length of lines.
   *
   * @param line a JSON object as {@link JsonLinesWriter#line} makes it
   * @param place where it stands, for messages
   * @param limits what is read at most
   * @return the conversation
   * @throws CorpusException if it is no such line or is over a limit
   */
  public static ReadOutcome.Read parse(String line, Place place, ReadLimits limits) {
    ReadOutcome.Read read = parse(line, place, limits, StrictJson.within(limits).reader());
    if (TextLimits.check(read, limits) instanceof ReadOutcome.Failed failed) {
      throw new CorpusException(failed.place(), failed.reason());
    }
    return read;
  }

  private static ReadOutcome.Read parse(
      String line, Place place, ReadLimits limits, ObjectReader json) {
    JsonNode root;
    try {
      root = json.readTree(line);
    } catch (JsonProcessingException e) {
      String column = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
      throw new CorpusException(place, "is no JSON object" + column + ": " + Explanation.of(e));
    }
    return new ReadOutcome.Read(place, JsonConversation.read(root, place, limits), List.of());
  }

  private static final class Items extends OutcomeReader {

    private final CorpusSource source;
    private final CorpusLines lines;
    private final ObjectReader json;

    Items(CorpusSource source, CorpusLines lines) {
      this.source = source;
      this.lines = lines;
      this.json = StrictJson.within(source.limits()).reader();
    }

    @Override
    protected ReadOutcome read() {
      for (Optional<CorpusLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        ReadOutcome outcome = outcome(line.get());
        if (outcome != null) {
          return outcome;
        }
      }
      return null;
    }

    private ReadOutcome outcome(CorpusLines.Line line) {
      if (line.fault().isPresent()) {
        return line.fault().get().asOutcome();
      }
      if (line.text().isBlank()) {
        return null;
      }
      Place place =
          new Place(
              source.place().source(),
              OptionalLong.of(line.number()),
              OptionalLong.of(line.offset()));
      try {
        return parse(line.text(), place, source.limits(), json);
      } catch (CorpusException e) {
        return e.asOutcome();
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        return new ReadOutcome.Failed(place, "cannot be read: " + Explanation.of(e));
      }
    }
  }
}
