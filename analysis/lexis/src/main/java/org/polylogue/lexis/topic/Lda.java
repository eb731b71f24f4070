package org.polylogue.lexis.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.polylogue.lexis.count.CountRows;

/**
 * Latent Dirichlet allocation (Blei, Ng and Jordan 2003) by collapsed Gibbs sampling (Griffiths and
 * Steyvers 2004) with a sparse sampler (Yao, Mimno and McCallum 2009), learned priors (Minka 2000),
 * and topics that are known by seed words as in keyATM (Eshima, Imai and Sasaki 2024).
 *
 * <p>The corpus is cut into parts of about 50,000 tokens, 64 at most; within a sweep each part sees
 * what the others had at its start (AD-LDA: Newman, Asuncion, Smyth and Welling 2009). Parts and
 * their random numbers depend on the corpus and the seed alone, so the model is the same, bit by
 * bit, for any number of threads and on any machine. A corpus of less than 100,000 tokens has one
 * part and is sampled exactly, on one thread.
 *
 * <p>The model is made of several states of the sampler, taken in equal steps over the second half
 * of its sweeps: their mean is the estimate, and what differs between them is how unsure it is.
 * Takes time in proportion to tokens and sweeps, and about 11 bytes a token, 2 more for each state,
 * beside topics × columns × 4. Immutable and thread-safe.
 */
public final class Lda {

  private static final int WARM_UP = 50;
  private static final int LEARN_EVERY = 10;

  private final int topics;
  private final int sweeps;
  private final int states;
  private final long seed;
  private final int threads;
  private final double alphaSum;
  private final double beta;
  private final boolean learned;
  private final List<SeedTopic> seeds;

  private Lda(
      int topics,
      int sweeps,
      int states,
      long seed,
      int threads,
      double alphaSum,
      double beta,
      boolean learned,
      List<SeedTopic> seeds) {
    this.topics = topics;
    this.sweeps = sweeps;
    this.states = states;
    this.seed = seed;
    this.threads = threads;
    this.alphaSum = alphaSum;
    this.beta = beta;
    this.learned = learned;
    this.seeds = List.copyOf(seeds);
  }

  /**
   * A sampler with 1000 sweeps, 10 states, seed 1, one thread, priors that start at Σα = 5 and β =
   * .01 and are learned.
   *
   * @param topics how many, 2 to 16,000
   * @return the sampler
   * @throws IllegalArgumentException for another number
   */
  public static Lda of(int topics) {
    if (topics < 2 || topics > 16_000) {
      throw new IllegalArgumentException("a model has 2 to 16000 topics, not " + topics);
    }
    return new Lda(topics, 1000, 10, 1, 1, 5, 0.01, true, List.of());
  }

  /**
   * The same with other lengths.
   *
   * @param count how often every token is drawn, 5 or more
   * @param kept how many states make the model, 1 to a fifth of the sweeps
   * @return a copy
   * @throws IllegalArgumentException for other numbers
   */
  public Lda withSweeps(int count, int kept) {
    if (count < 5 || kept < 1 || kept > count / 5) {
      throw new IllegalArgumentException(
          "sweeps are 5 or more and states 1 to a fifth of them, not " + count + " and " + kept);
    }
    return new Lda(topics, count, kept, seed, threads, alphaSum, beta, learned, seeds);
  }

  /**
   * The same with another seed of the random numbers.
   *
   * @param other any number
   * @return a copy
   */
  public Lda withSeed(long other) {
    return new Lda(topics, sweeps, states, other, threads, alphaSum, beta, learned, seeds);
  }

  /**
   * The same on more threads.
   *
   * @param count 1 or more; the model is the same for any
   * @return a copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public Lda withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("sampling needs a thread, not " + count);
    }
    return new Lda(topics, sweeps, states, seed, count, alphaSum, beta, learned, seeds);
  }

  /**
   * The same with other priors.
   *
   * @param sumOfAlpha of all topics, over 0
   * @param betaOfWord of each word, over 0
   * @param learn false to leave them as they are
   * @return a copy
   * @throws IllegalArgumentException if one is not over 0
   */
  public Lda withPriors(double sumOfAlpha, double betaOfWord, boolean learn) {
    if (!(sumOfAlpha > 0 && betaOfWord > 0)) {
      throw new IllegalArgumentException(
          "priors are over 0, not " + sumOfAlpha + " and " + betaOfWord);
    }
    return new Lda(topics, sweeps, states, seed, threads, sumOfAlpha, betaOfWord, learn, seeds);
  }

  /**
   * The same with topics that are known beforehand; they come first.
   *
   * @param known the topics, at most as many as the model has
   * @return a copy
   * @throws IllegalArgumentException if there are more
   */
  public Lda withSeedTopics(List<SeedTopic> known) {
    if (known.size() > topics) {
      throw new IllegalArgumentException(known.size() + " seeded topics of " + topics);
    }
    return new Lda(topics, sweeps, states, seed, threads, alphaSum, beta, learned, known);
  }

  /**
   * How many topics.
   *
   * @return 2 or more
   */
  public int topics() {
    return topics;
  }

  /**
   * Learns a model.
   *
   * @param rows the texts; rows without a word get no topic of their own, only the priors
   * @return the model
   * @throws IllegalArgumentException if no row has a word, a seed word is no column, or a word
   *     occurs more often than 2<sup>31</sup> / topics
   */
  public TopicModel fit(CountRows rows) {
    return fit(rows, new int[rows.rows()]);
  }

  /**
   * Learns a model in which groups of texts have a prior of their own, so that what differs between
   * groups is not drawn to a common mean: the Dirichlet-multinomial regression of Mimno and
   * McCallum (2008) with the group as its one factor. Short texts need it most.
   *
   * @param rows the texts
   * @param groups the group of each row, from 0
   * @return the model
   * @throws IllegalArgumentException as without groups, or if there are not as many groups as rows
   */
  public TopicModel fit(CountRows rows, int[] groups) {
    if (groups.length != rows.rows() || Arrays.stream(groups).anyMatch(g -> g < 0)) {
      throw new IllegalArgumentException(
          groups.length + " groups, from 0, for " + rows.rows() + " rows");
    }
    double[][] alpha = new double[1 + Arrays.stream(groups).max().orElse(0)][topics];
    for (double[] group : alpha) {
      Arrays.fill(group, alphaSum / topics);
    }
    for (SeedTopic known : seeds) {
      for (int word : known.words()) {
        if (word < 0 || word >= rows.columns()) {
          throw new IllegalArgumentException(
              "seed word " + word + " of " + known.name() + " is no column of the matrix");
        }
      }
    }
    LdaState state =
        new LdaState(
            rows, groups.clone(), new SeedCells(seeds, rows.columns(), topics), alpha, beta);
    SplittableRandom random = new SplittableRandom(seed);
    state.start(random.nextLong());
    TopicModel.Collector kept = new TopicModel.Collector(state, seeds);
    int[] shares = state.wordShares(state.partCount());
    ExecutorService pool = Executors.newFixedThreadPool(threads, Lda::daemon);
    try {
      each(pool, shares.length - 1, () -> share -> state.count(shares[share], shares[share + 1]));
      state.total();
      int every = sweeps / 2 / states;
      for (int sweep = 1; sweep <= sweeps; sweep++) {
        long[] seedsOfParts = random.longs(state.partCount()).toArray();
        each(
            pool,
            state.partCount(),
            () -> {
              LdaSampler sampler = new LdaSampler(state);
              return part -> sampler.sweep(part, seedsOfParts[part]);
            });
        if (state.partCount() > 1) {
          each(
              pool,
              shares.length - 1,
              () -> share -> state.count(shares[share], shares[share + 1]));
          state.total();
        }
        if (learned && sweep > Math.min(WARM_UP, sweeps / 5) && sweep % LEARN_EVERY == 0) {
          Priors.learn(state);
        }
        int left = sweeps - sweep;
        if (left % every == 0 && left / every < states) {
          kept.add();
        }
      }
    } finally {
      pool.shutdownNow();
    }
    return kept.model();
  }

  /** Does numbered pieces of work, each on whatever thread is free. */
  private void each(ExecutorService pool, int count, Supplier<IntConsumer> workers) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < Math.min(threads, count); thread++) {
      running.add(
          pool.submit(
              () -> {
                IntConsumer worker = workers.get();
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                  worker.accept(i);
                }
              }));
    }
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while topics were sampled", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "topics");
    thread.setDaemon(true);
    return thread;
  }
}
