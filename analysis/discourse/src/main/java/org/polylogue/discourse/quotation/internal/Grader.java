package org.polylogue.discourse.quotation.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.polylogue.discourse.learning.ModelFile;
import org.polylogue.model.Quotation;

/** Tells how much of a report an attribution is, with probabilities. Immutable and thread-safe. */
public final class Grader {

  /** The grades in the order of their numbers; what follows them is "nothing is attributed". */
  private static final Quotation.Grade[] GRADES = Quotation.Grade.values();

  private static final ModelFile FILE = new ModelFile("PLQG", 1, true, "model of grades");

  /** The number of "nothing is attributed". */
  static final int NOTHING = GRADES.length;

  private final WeightTable table;

  /**
   * A grader.
   *
   * @param table weights of {@link GradeFeatures}
   */
  Grader(WeightTable table) {
    this.table = table;
  }

  /**
   * The probabilities of all grades and, last, of nothing.
   *
   * @param t the text
   * @param cue the cue's head
   * @param source the source's head, −1 for none
   * @param content token ranges in order, ends included
   * @param comment whether the text is a reader's comment
   * @return one number for each grade and one for none; their sum is 1
   */
  double[] probabilities(ParsedText t, int cue, int source, List<int[]> content, boolean comment) {
    FeatureBuffer f = new FeatureBuffer();
    double[] p = new double[NOTHING + 1];
    for (int grade = 0; grade < p.length; grade++) {
      GradeFeatures.extract(t, cue, source, content, comment, grade, f);
      p[grade] = table.score(f);
    }
    AttributionDecoder.softmax(p);
    return p;
  }

  /**
   * The likeliest grade of what is no reported speech.
   *
   * @param p what {@link #probabilities} gave
   * @return null if nothing is attributed
   */
  static Quotation.Grade lesser(double[] p) {
    int best = NOTHING;
    for (int i = 0; i < NOTHING; i++) {
      best = i != Quotation.Grade.SAID.ordinal() && p[i] > p[best] ? i : best;
    }
    return best == NOTHING ? null : GRADES[best];
  }

  /**
   * How sure it is that an attribution is right, with its grade.
   *
   * @param attribution how sure the attribution is
   * @param grade how probable its grade is
   * @return 0 to 1
   */
  static double confidence(double attribution, double grade) {
    return attribution * grade;
  }

  /**
   * Writes the model; equal models give equal bytes.
   *
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   */
  public void write(OutputStream out) throws IOException {
    AttributionModels.write(out, FILE, table);
  }

  /**
   * Reads a model.
   *
   * @param in the bytes, is not closed
   * @param name of the file or resource, for messages
   * @return the grader
   * @throws IOException if the bytes are no model of this version
   */
  public static Grader read(InputStream in, String name) throws IOException {
    return new Grader(AttributionModels.read(in, name, FILE, 1)[0]);
  }
}
