package org.polylogue.encoder;

import java.util.Locale;
import org.polylogue.encoder.WordPieces.Pieces;

/**
 * Puts what is answered and the answer before the encoder as one reading. What is answered begins
 * with a word for what it is. Immutable and thread-safe.
 */
public final class PairReader {

  private static final int FIRST = 60;
  private static final int SECOND = 100;

  private final WordPieces pieces;

  /** What is answered. */
  public enum Relation {
    /** An article: its title and first paragraph. */
    ARTICLE,
    /** A comment that the text replies to. */
    PARENT,
    /** A claim in words. */
    CLAIM,
    /** Somebody or something that the text names or means. */
    ACTOR,
    /** A matter of dispute, named in few words. */
    TOPIC;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * With a vocabulary.
   *
   * @param pieces cuts texts
   */
  public PairReader(WordPieces pieces) {
    this.pieces = pieces;
  }

  /**
   * A pair as one reading.
   *
   * @param relation what the first is
   * @param first what is answered; read up to 60 pieces
   * @param second the answer; of one longer than 100 pieces the first 60 and the last 40 are read
   * @return the reading, whose places are in the answer
   */
  public Reading read(Relation relation, String first, String second) {
    Pieces answered = pieces.of(relation.word() + " : " + first);
    return Reading.of(answered.slice(0, Math.min(answered.size(), FIRST)), ends(pieces.of(second)));
  }

  private static Pieces ends(Pieces all) {
    if (all.size() <= SECOND) {
      return all;
    }
    Pieces head = all.slice(0, 60);
    Pieces tail = all.slice(all.size() - 40, all.size());
    return new Pieces(
        join(head.ids(), tail.ids()),
        join(head.starts(), tail.starts()),
        join(head.ends(), tail.ends()));
  }

  private static int[] join(int[] a, int[] b) {
    int[] all = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
