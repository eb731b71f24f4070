package org.polylogue.discourse.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polylogue.language.Token;

/** Nouns for people and bodies by what they do, and titles before names. */
final class Roles {

  enum Kind {
    PERSON,
    TITLE,
    BODY
  }

  record Role(String name, Kind kind, Gender gender) {}

  private static final int LONGEST = 4;
  private static final Map<String, Role> PEOPLE = new HashMap<>();
  private static final Map<String, Role> TITLES = new HashMap<>();
  private static final Map<String, Role> BODIES = new HashMap<>();

  static {
    for (String[] row : Resource.rows("roles.tsv", 3)) {
      Gender gender =
          switch (row[2]) {
            case "f" -> Gender.FEMALE;
            case "m" -> Gender.MALE;
            default -> Gender.UNKNOWN;
          };
      Role role = new Role(row[0], Kind.valueOf(row[1].toUpperCase(Locale.ROOT)), gender);
      switch (role.kind()) {
        case PERSON -> PEOPLE.put(role.name(), role);
        case TITLE -> TITLES.put(role.name(), role);
        case BODY -> BODIES.put(role.name(), role);
      }
    }
  }

  private Roles() {}

  /** The role of a person that a word names, null if none. */
  static Role person(String words) {
    return PEOPLE.get(words);
  }

  /** The title that a word is before a name, a person's role included; null if none. */
  static Role title(String words) {
    Role title = TITLES.get(words);
    return title == null ? PEOPLE.get(words) : title;
  }

  /** The body that a word names, null if none. */
  static Role body(String words) {
    return BODIES.get(words);
  }

  /** The longest role of a person or body whose last word stands at a position, null if none. */
  static Found endingAt(List<Token> tokens, int last) {
    return longest(tokens, last, false);
  }

  /** The longest title or role before a name whose last word stands at a position, null if none. */
  static Found titleEndingAt(List<Token> tokens, int last) {
    return longest(tokens, last, true);
  }

  record Found(Role role, int first, int last) {}

  private static Found longest(List<Token> tokens, int last, boolean title) {
    Found found = null;
    String words = "";
    for (int i = last; i >= 0 && i > last - LONGEST; i--) {
      String word = Folding.plain(tokens.get(i).text());
      words = words.isEmpty() ? word : word + " " + words;
      Role role = title ? title(words) : person(words);
      if (role == null && !title) {
        role = body(words);
      }
      if (role != null) {
        found = new Found(role, i, last);
      }
    }
    return found;
  }
}
