package org.polylogue.model;

/** The kinds of actors that researchers count. */
public enum ActorType {
  /** A human being. */
  PERSON,
  /** A company, party, agency, team or other body. */
  ORGANISATION,
  /** A country, city, region or other place. */
  PLACE,
  /** A nationality, religion, ethnic or other group. */
  GROUP,
  /** A named event. */
  EVENT,
  /** A law, treaty, book, film, song or another work. */
  WORK,
  /** Any other named thing. */
  OTHER
}
