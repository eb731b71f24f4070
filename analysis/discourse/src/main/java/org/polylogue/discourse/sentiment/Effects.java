package org.polylogue.discourse.sentiment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.polylogue.language.WordLists;

/**
 * What a verb tells of the one who acts and of the one acted upon, after the effect and connotation
 * lexicons of Choi and Wiebe (2014) and Rashkin, Singh and Choi (2016); the entries are this
 * project's own.
 */
final class Effects {

  /** The tone towards agent and patient, each −1 to 1. */
  record Effect(double agent, double patient) {}

  private final Map<String, Effect> verbs = new HashMap<>();

  private Effects() {}

  static Effects shipped() {
    String name = "effects.tsv";
    Effects result = new Effects();
    try (Reader reader = WordLists.open(Effects.class, name)) {
      for (TableReader.Row row : TableReader.read(name, reader)) {
        result.verbs.put(
            row.cell(0),
            new Effect(row.number(1, -1, 1, "agent"), row.number(2, -1, 1, "patient")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }

  /** The effect of a verb's lemma, null if it is not known. */
  Effect of(String lemma) {
    return verbs.get(lemma);
  }
}
