package org.polylogue.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusLines;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.text.OffsetUnit;

/**
 * The results of {@code polylogue analyze} as an input: a folder with a {@code discourse.jsonl}, or
 * such a file. As a corpus format it gives the conversations; {@link #read(Path)} gives everything
 * that was found. Immutable and thread-safe.
 */
public final class Results implements CorpusFormat {

  private static final String FILE = "discourse.jsonl";
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT.withLineBytes(Integer.MAX_VALUE - 16);

  private final DiscourseJson json;

  /** The format with the layers of this library. */
  public Results() {
    this(Layers.STANDARD);
  }

  /**
   * The format with layers of choice.
   *
   * @param layers what is read; another one in the results is a fault
   */
  public Results(Layers layers) {
    this.json = new DiscourseJson(OffsetUnit.UTF_16, layers);
  }

  @Override
  public String name() {
    return "results";
  }

  @Override
  public boolean accepts(CorpusSource source) {
    return source.isFolder()
        ? Files.isRegularFile(source.path().resolve(FILE))
        : source.headText().contains("\"" + DiscourseJson.SCHEMA + "\"");
  }

  /**
   * Reads the conversations; a damaged line is a failure with its place, the other lines are read.
   */
  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    return read(
        source.path(),
        (place, discourse) -> new ReadOutcome.Read(place, discourse.conversation(), List.of()),
        CorpusException::asOutcome);
  }

  /**
   * Reads everything that was found, one article at a time.
   *
   * @param results a folder or file of results
   * @return the articles in the order of the file; close it to release the file. It throws {@link
   *     CorpusException} at a damaged line
   * @throws CorpusException if there is no such file
   */
  public Stream<Discourse> read(Path results) {
    return read(
        results,
        (place, discourse) -> discourse,
        damage -> {
          throw damage;
        });
  }

  /**
   * Reads everything that was found, one article at a time, damaged lines included.
   *
   * @param results a folder or file of results
   * @param found takes a line's place and what was found
   * @param damaged takes what is wrong with a line, and where
   * @param <T> what is made of a line
   * @return one for each line, in the order of the file; close it to release the file
   * @throws CorpusException if there is no such file
   */
  public <T> Stream<T> read(
      Path results,
      BiFunction<Place, Discourse, T> found,
      Function<CorpusException, ? extends T> damaged) {
    CorpusLines lines = lines(results);
    return stream(lines)
        .map(
            line -> {
              Place place = place(results, line);
              Discourse discourse;
              try {
                discourse = discourse(line, place);
              } catch (CorpusException e) {
                return damaged.apply(e);
              }
              return found.apply(place, discourse);
            });
  }

  private Discourse discourse(CorpusLines.Line line, Place place) {
    if (line.fault().isPresent()) {
      throw line.fault().get();
    }
    try {
      return json.read(line.text());
    } catch (IllegalArgumentException e) {
      throw new CorpusException(place, "is no line of results: " + e.getMessage());
    }
  }

  private static CorpusLines lines(Path results) {
    Path file = Files.isDirectory(results) ? results.resolve(FILE) : results;
    return CorpusSource.of(file, FILE, LIMITS).lines();
  }

  private static Place place(Path results, CorpusLines.Line line) {
    return new Place(
        results.toString(), OptionalLong.of(line.number()), OptionalLong.of(line.offset()));
  }

  private static Stream<CorpusLines.Line> stream(CorpusLines lines) {
    return Stream.iterate(lines.next(), Optional::isPresent, line -> lines.next())
        .map(Optional::orElseThrow)
        .filter(line -> line.fault().isPresent() || !line.text().isBlank())
        .onClose(lines::close);
  }

  /**
   * Tells results from other inputs.
   *
   * @param input a file or folder that exists
   * @return true if {@link #read(Path)} can read it
   */
  public boolean are(Path input) {
    return accepts(CorpusSource.of(Objects.requireNonNull(input, "input")));
  }
}
