package org.polylogue.benchmarks.quality.entity;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.entity.corpus.ActorIndex;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

/**
 * How merging actors across a corpus grows: invented names, most of them rare, as many surnames
 * shared as in news. Prints time and live heap at a number of mentions and at twice as many, the
 * median of five pairs.
 *
 * <p>{@code java -Xmx4g -cp benchmarks/target/benchmarks.jar
 * org.polylogue.benchmarks.quality.entity.MergeScale 1000000}
 */
public final class MergeScale {

  private static final int MENTIONS_PER_ACTOR = 3;
  private static final int ACTORS_PER_CONVERSATION = 12;
  private static final int PAIRS = 5;

  private MergeScale() {}

  /**
   * Measures.
   *
   * @param args the number of mentions, 1,000,000 if left out
   */
  public static void main(String[] args) {
    run(args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]), System.out);
  }

  static void run(int mentions, PrintStream out) {
    build(mentions / 10);
    double[] ratios = new double[PAIRS];
    double[] times = new double[PAIRS];
    long heap = 0;
    for (int i = 0; i < PAIRS; i++) {
      long start = System.nanoTime();
      ActorIndex index = build(mentions);
      times[i] = (System.nanoTime() - start) / 1e9;
      if (i == 0) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        out.printf(
            Locale.ROOT,
            "%d mentions: %d actors, %d merges, %d proposals, %d MB live%n",
            mentions,
            index.actors().size(),
            index.merges().size(),
            index.proposals().size(),
            heap);
      }
      start = System.nanoTime();
      build(2 * mentions);
      ratios[i] = (System.nanoTime() - start) / 1e9 / times[i];
    }
    Arrays.sort(ratios);
    Arrays.sort(times);
    out.printf(
        Locale.ROOT,
        "time %.2f s; twice the input %.2f times the time (%.2f-%.2f)%n",
        times[PAIRS / 2],
        ratios[PAIRS / 2],
        ratios[0],
        ratios[PAIRS - 1]);
  }

  private static ActorIndex build(int mentions) {
    ActorIndex.Builder builder = ActorIndex.builder();
    Random random = new Random(7);
    int actors = mentions / MENTIONS_PER_ACTOR;
    for (int i = 0; i < actors; i++) {
      String conversation = "c" + i / ACTORS_PER_CONVERSATION;
      builder.add(conversation, actor(random), profile(random), MENTIONS_PER_ACTOR);
    }
    return builder.build();
  }

  private static Actor actor(Random random) {
    String given = "G" + letters(rare(random, 3_000));
    String surname = "S" + letters(rare(random, 60_000));
    int kind = random.nextInt(10);
    String name =
        kind < 6 ? given + " " + surname : kind < 9 ? surname : given.charAt(0) + ". " + surname;
    TreeSet<String> aliases = new TreeSet<>();
    aliases.add(name);
    aliases.add(surname);
    String id = "person/" + name.toLowerCase(Locale.ROOT).replace(". ", "-").replace(' ', '-');
    return new Actor(id, name, ActorType.PERSON, aliases, new TreeMap<>());
  }

  private static ActorProfile profile(Random random) {
    Gender gender = Gender.values()[random.nextInt(3)];
    return new ActorProfile(gender, new TreeSet<>(), Optional.empty(), Optional.empty());
  }

  private static int rare(Random random, int size) {
    return (int) (size * Math.pow(random.nextDouble(), 3));
  }

  private static String letters(int number) {
    StringBuilder text = new StringBuilder();
    for (int rest = number + 26; rest > 0; rest /= 26) {
      text.append((char) ('a' + rest % 26));
    }
    return text.toString();
  }
}
