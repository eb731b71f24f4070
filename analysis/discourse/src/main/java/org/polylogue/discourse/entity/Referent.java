package org.polylogue.discourse.entity;

import org.polylogue.discourse.entity.world.Gender;

/** Somebody whom a pronoun may mean: an actor, or somebody who is described and not named. */
final class Referent {

  /** The actor, null for somebody described who is none. */
  Cluster cluster;

  Gender gender;
  int count;

  /** Position of the last document where it stood, −1 for none. */
  int document = -1;

  Referent(Cluster cluster, Gender gender) {
    this.cluster = cluster;
    this.gender = gender;
  }

  /**
   * A place where a referent stands. Sentences are counted from 0 in the document; those of what
   * was said before it are negative.
   *
   * @param who stands there
   * @param sentence which sentence
   * @param told the same count without sentences that are all quotation
   * @param paragraph which block, −1 before the document
   * @param last position of the last token in its sentence
   * @param head position of the token that the others hang on
   * @param salience by its role in the sentence, 0 to 1
   * @param speaks whether it is the subject of a verb of saying
   * @param quoted whether it stands between quotation marks
   * @param subject whether it is the subject of a clause
   * @param pronoun whether it is a pronoun
   */
  record Place(
      Referent who,
      int sentence,
      int told,
      int paragraph,
      int last,
      int head,
      double salience,
      boolean speaks,
      boolean quoted,
      boolean subject,
      boolean pronoun) {

    /** The same place as one of the past, seen from the next document. */
    Place past(int sentences, int toldSentences) {
      return new Place(
          who,
          sentence - sentences,
          told - toldSentences,
          -1,
          last,
          head,
          salience,
          false,
          false,
          subject,
          pronoun);
    }

    boolean isIn(int s) {
      return sentence == s;
    }
  }
}
