package org.polylogue.benchmarks.quality.quotation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.polylogue.discourse.echo.ReuseFinder;

/**
 * How finding repeated quotations grows: invented quotations of 5 to 44 words that are as rare as
 * Zipf says, every fifth an edited copy of an earlier one. Prints time and the heap held at a
 * number of quotations and at half as many.
 *
 * <p>{@code java -Xmx2g -cp benchmarks/target/benchmarks.jar
 * org.polylogue.benchmarks.quality.quotation.ReuseScale 1000000}
 */
public final class ReuseScale {

  private static final int VOCABULARY = 100_000;
  private static final int KEPT = 10_000;

  private ReuseScale() {}

  /**
   * Measures.
   *
   * @param args the number of quotations, 1,000,000 if left out
   */
  public static void main(String[] args) {
    int most = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    run(most / 2, System.out);
    run(most, System.out);
  }

  private static void run(int quotations, PrintStream out) {
    Random random = new Random(7);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      words.add(word(random));
    }
    EditedQuotations edits = new EditedQuotations(7, words);
    List<String> kept = new ArrayList<>();
    long start = System.nanoTime();
    ReuseFinder finder = new ReuseFinder();
    for (int i = 0; i < quotations; i++) {
      if (i % 5 == 4) {
        finder.add(edits.of(kept.get(random.nextInt(kept.size()))));
        continue;
      }
      StringBuilder text = new StringBuilder();
      for (int length = 5 + random.nextInt(40); length > 0; length--) {
        text.append(word(random)).append(' ');
      }
      finder.add(text.toString());
      if (kept.size() < KEPT) {
        kept.add(text.toString());
      } else {
        kept.set(random.nextInt(KEPT), text.toString());
      }
    }
    double added = (System.nanoTime() - start) / 1e9;
    List<int[]> groups = finder.groups();
    double whole = (System.nanoTime() - start) / 1e9;
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "%d quotations: %d groups; %.1f s, %.1f of them until all were added; %d MB of heap%n",
        quotations,
        groups.size(),
        whole,
        added,
        runtime.totalMemory() >> 20);
  }

  /** The rank of a word by Zipf, as letters; the first 150 are function words of English. */
  private static String word(Random random) {
    int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
    return rank <= FUNCTION.length ? FUNCTION[rank - 1] : letters(rank);
  }

  private static final String[] FUNCTION =
      ("the of and to a in that is was he for it with as his on be at by i this had not are but"
              + " from or have an they which one you were her all she there would their we him been has"
              + " when who will more no if out so said what up its about into than them can only other")
          .split(" ");

  private static String letters(int number) {
    StringBuilder text = new StringBuilder();
    for (int rest = number + 26 * 26; rest > 0; rest /= 26) {
      text.append((char) ('a' + rest % 26));
    }
    return text.toString();
  }
}
