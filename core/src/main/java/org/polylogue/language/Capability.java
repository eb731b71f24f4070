package org.polylogue.language;

/** What a language engine can be asked for. Tokens and sentences are always there. */
public enum Capability {
  /** Part-of-speech tags of the Penn Treebank. */
  TAGS,
  /** Lemmas; needs tags. */
  LEMMAS,
  /** Basic Universal Dependencies version 1, as Stanford Dependencies' successor names them. */
  DEPENDENCIES,
  /** Named spans: persons, organisations, places and others. */
  NAMES
}
