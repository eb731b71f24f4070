package org.polylogue.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An analysis whose results are kept in a journal and taken from there if they are known. Put in
 * the place of the analysis, it makes a run resumable. Failures are not kept. Thread-safe if the
 * functions are.
 *
 * @param <I> what it reads
 * @param <R> what it finds
 */
public final class RememberedAnalysis<I, R> implements Analysis<I, R> {

  private final Analysis<? super I, R> analysis;
  private final Journal journal;
  private final Function<? super I, String> wholeInput;
  private final Function<? super R, String> write;
  private final BiFunction<? super I, String, R> read;

  /**
   * An analysis with a memory.
   *
   * @param analysis computes what is not known
   * @param journal keeps what was computed
   * @param wholeInput everything that the result depends on in an input, as text; its SHA-256 is
   *     the key
   * @param write a result as one line
   * @param read the inverse of {@code write}; a line of which it throws a runtime exception,
   *     because it is no result of that input, is computed again
   */
  public RememberedAnalysis(
      Analysis<? super I, R> analysis,
      Journal journal,
      Function<? super I, String> wholeInput,
      Function<? super R, String> write,
      BiFunction<? super I, String, R> read) {
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.wholeInput = Objects.requireNonNull(wholeInput, "wholeInput");
    this.write = Objects.requireNonNull(write, "write");
    this.read = Objects.requireNonNull(read, "read");
  }

  @Override
  public R analyze(I input, Scope scope) {
    String key = Sha256.of(wholeInput.apply(input));
    try {
      Optional<String> kept = journal.find(key);
      if (kept.isPresent()) {
        return read.apply(input, kept.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      journal.forget(key);
    }
    R result = scope.get(analysis, input);
    journal.keep(key, write.apply(result));
    return result;
  }

  @Override
  public String name() {
    return analysis.name();
  }
}
