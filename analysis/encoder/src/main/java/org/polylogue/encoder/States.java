package org.polylogue.encoder;

import java.util.List;
import org.polylogue.encoder.Reading.Range;
import org.polylogue.text.Span;

/**
 * What the encoder made of a text or a pair: what every head answers, for the whole and for any
 * part. Takes some fifty bytes a piece. Immutable and thread-safe.
 */
public final class States {

  private final List<Window> windows;
  private final Heads heads;

  /** A part of a text that was read at once. */
  record Window(Reading reading, float[] answers) {}

  States(List<Window> windows, Heads heads) {
    this.windows = windows;
    this.heads = heads;
  }

  /**
   * How likely each class is for a part of the text that is judged.
   *
   * @param head the question
   * @param part a span of the text
   * @return one number for each class, 0 to 1, which sum to 1; calibrated
   */
  public double[] probabilities(Head head, Span part) {
    Window window = nearest(part);
    return heads.probabilities(head, outputs(head, window, window.reading().range(part)));
  }

  /**
   * How likely each class is for the whole text that is judged.
   *
   * @param head the question
   * @return one number for each class, 0 to 1, which sum to 1; calibrated
   */
  public double[] probabilities(Head head) {
    return heads.probabilities(head, whole(head));
  }

  /**
   * The tone of the whole text that is judged.
   *
   * @return positive less negative, −1 to 1; nearer to 0 than 0.05 where neutral is likeliest, and
   *     only there
   */
  public double score() {
    return Heads.score(probabilities(Head.SENTENCE));
  }

  /**
   * The outputs of a head before calibration.
   *
   * @param head the question
   * @param part a span of the text
   * @return one number for each class
   */
  public double[] outputs(Head head, Span part) {
    Window window = nearest(part);
    return outputs(head, window, window.reading().range(part));
  }

  /**
   * The outputs of a head for some pieces, before calibration.
   *
   * @param head the question
   * @param part pieces of the first window; a text that was cut into pieces before has no other
   * @return one number for each class
   */
  public double[] outputs(Head head, Range part) {
    return outputs(head, windows.get(0), part);
  }

  /**
   * How likely each class is for some pieces.
   *
   * @param head the question
   * @param part pieces of the first window; a text that was cut into pieces before has no other
   * @return one number for each class, 0 to 1, which sum to 1; calibrated
   */
  public double[] probabilities(Head head, Range part) {
    return heads.probabilities(head, outputs(head, part));
  }

  /** A long text answers by the mean of its windows. */
  double[] whole(Head head) {
    double[] sum = new double[head.classes().size()];
    for (Window window : windows) {
      double[] own = outputs(head, window, window.reading().judged());
      for (int c = 0; c < sum.length; c++) {
        sum[c] += own[c] / windows.size();
      }
    }
    return sum;
  }

  private double[] outputs(Head head, Window window, Range range) {
    return heads.outputs(head, window.answers(), range);
  }

  /** Of windows that overlap, the one in whose middle the part lies. */
  private Window nearest(Span part) {
    Window best = windows.get(0);
    long nearest = Long.MAX_VALUE;
    for (Window window : windows) {
      Reading reading = window.reading();
      Range all = reading.judged();
      long middle = ((long) reading.starts()[all.from()] + reading.ends()[all.to() - 1]) / 2;
      long distance = Math.abs(middle - ((long) part.start() + part.end()) / 2);
      if (distance < nearest) {
        nearest = distance;
        best = window;
      }
    }
    return best;
  }
}
