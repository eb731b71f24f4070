package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Voice;

/**
 * The tone of a document in one voice: the mean of the scores of its sentences, or clauses, in that
 * voice that have a tone and are towards no mention. The interval is the percentile bootstrap
 * (Efron 1979) of that mean over sentences.
 *
 * @param voice whose tone it is
 * @param score the mean, −1 to 1
 * @param low lower end of the interval; the score itself if there is one sentence
 * @param high upper end of the interval
 * @param sentences how many sentences or clauses have a tone, at least one
 */
public record DocumentSentiment(Voice voice, double score, double low, double high, int sentences) {

  /** How many samples an interval is made of. */
  public static final int SAMPLES = 1000;

  /** The share of samples that lies in the interval. */
  public static final double COVERAGE = 0.95;

  private static final int MOST_DRAWN = 2000;

  /**
   * The tone of a document in each of its voices.
   *
   * @param sentiments what was found in the document
   * @param seed of the bootstrap; the same seed gives the same intervals
   * @return one per voice, in the order in which the voices first speak; voices without tone are
   *     not there
   */
  public static List<DocumentSentiment> of(List<Sentiment> sentiments, long seed) {
    Map<Voice, List<Double>> scores = new LinkedHashMap<>();
    for (Sentiment sentiment : sentiments) {
      if (sentiment.target().isEmpty()) {
        scores
            .computeIfAbsent(sentiment.voice(), voice -> new ArrayList<>())
            .add(sentiment.score());
      }
    }
    List<DocumentSentiment> tones = new ArrayList<>();
    scores.forEach(
        (voice, own) -> tones.add(of(voice, own.stream().mapToDouble(s -> s).toArray(), seed)));
    return tones;
  }

  private static DocumentSentiment of(Voice voice, double[] scores, long seed) {
    int n = scores.length;
    double mean = Arrays.stream(scores).average().orElseThrow();
    Random random = new Random(seed);
    int drawn = Math.min(n, MOST_DRAWN);
    double shrink = Math.sqrt(drawn / (double) n);
    double[] means = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double sum = 0;
      for (int k = 0; k < drawn; k++) {
        sum += scores[random.nextInt(n)];
      }
      means[i] = mean + (sum / drawn - mean) * shrink;
    }
    Arrays.sort(means);
    int tail = (int) (SAMPLES * (1 - COVERAGE) / 2);
    return new DocumentSentiment(voice, mean, means[tail], means[SAMPLES - 1 - tail], n);
  }
}
