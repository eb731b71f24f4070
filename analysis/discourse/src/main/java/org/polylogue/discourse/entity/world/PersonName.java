package org.polylogue.discourse.entity.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A person's name taken apart. A name of one word is a surname until something tells otherwise.
 *
 * @param given first given name as written, empty if there is none
 * @param middle further given names, initials and patronymics
 * @param surname with its particles, empty if the name is given name and patronymic
 * @param suffix {@code jr}, {@code sr}, {@code ii} and so on, empty if there is none
 */
public record PersonName(String given, List<String> middle, String surname, String suffix) {

  private static final Set<String> PARTICLES = Resource.parts("particle");
  private static final Set<String> SUFFIXES = Resource.parts("suffix");
  private static final Set<String> PATRONYMICS = Resource.parts("patronymic-end");
  private static final Map<String, String> STANDS_FOR = new HashMap<>();
  private static final Map<String, Gender> GENDERS = new HashMap<>();

  static {
    for (String[] row : Resource.rows("givennames.tsv", 2)) {
      STANDS_FOR.put(Folding.plain(row[0]), Folding.plain(row[1]));
    }
    for (String list : List.of("gender-datafaker.tsv", "gender.tsv")) {
      for (String[] row : Resource.rows(list, 2)) {
        GENDERS.put(Folding.plain(row[0]), row[1].equals("f") ? Gender.FEMALE : Gender.MALE);
      }
    }
  }

  /**
   * Takes a name apart at its spaces.
   *
   * @param name as written
   * @return its parts
   */
  public static PersonName of(String name) {
    return parse(List.of(name.strip().split("\\s+")));
  }

  /**
   * Takes a name apart.
   *
   * @param words of the name, at least one
   * @return its parts
   */
  public static PersonName parse(List<String> words) {
    List<String> parts = new ArrayList<>(words);
    String suffix = "";
    while (parts.size() > 1 && SUFFIXES.contains(Folding.plain(parts.get(parts.size() - 1)))) {
      suffix = Folding.plain(parts.remove(parts.size() - 1));
    }
    while (parts.size() > 1 && !Character.isLetter(parts.get(0).codePointAt(0))) {
      parts.remove(0);
    }
    if (parts.size() == 1) {
      return new PersonName("", List.of(), parts.get(0), suffix);
    }
    int surname = parts.size() - 1;
    while (surname > 1 && isParticle(parts.get(surname - 1))) {
      surname--;
    }
    if (isParticle(parts.get(0))) {
      return new PersonName("", List.of(), String.join(" ", parts), suffix);
    }
    if (parts.size() == 2 && isPatronymic(parts.get(1))) {
      return new PersonName(parts.get(0), List.of(parts.get(1)), "", suffix);
    }
    return new PersonName(
        parts.get(0),
        List.copyOf(parts.subList(1, surname)),
        String.join(" ", parts.subList(surname, parts.size())),
        suffix);
  }

  private static boolean isParticle(String word) {
    return PARTICLES.contains(word.toLowerCase(Locale.ROOT))
        && (Character.isLowerCase(word.charAt(0)) || !word.equals("Ben"));
  }

  /** East Slavic and Central Asian names after the father. */
  static boolean isPatronymic(String word) {
    String plain = Folding.plain(word);
    return plain.length() > 5 && PATRONYMICS.stream().anyMatch(plain::endsWith);
  }

  /**
   * Tells whether a word is an initial or two, such as {@code J.} or {@code JP}.
   *
   * @param word of a name
   * @return false for a name that is written out
   */
  public static boolean isInitial(String word) {
    String letters = word.replace(".", "");
    return !letters.isEmpty()
        && letters.length() <= 2
        && letters.equals(letters.toUpperCase(Locale.ROOT))
        && (word.endsWith(".") || letters.length() == 1);
  }

  /**
   * Tells whether given name and surname are both written out.
   *
   * @return false for a surname alone or with an initial
   */
  public boolean isFull() {
    return !given.isEmpty() && !surname.isEmpty() && !isInitial(given);
  }

  /**
   * The key of a given name: nicknames and spellings meet.
   *
   * @param given the name
   * @return equal for names that can stand for one another
   */
  public static String givenKey(String given) {
    String plain = Folding.plain(given);
    return Folding.loose(STANDS_FOR.getOrDefault(plain, plain));
  }

  /**
   * Tells whether two given names can be of one person: the same, an initial of the other, or the
   * first part of a hyphenated one.
   *
   * @param one a given name or initial, or empty
   * @param other another
   * @return true if one of them is empty
   */
  public static boolean givenFits(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return true;
    }
    if (isInitial(one) || isInitial(other)) {
      String first = Folding.loose(one);
      String second = Folding.loose(other);
      return first.isEmpty() || second.isEmpty() || first.charAt(0) == second.charAt(0);
    }
    String first = givenKey(one);
    String second = givenKey(other);
    return first.equals(second) || first.startsWith(second + "-") || second.startsWith(first + "-");
  }

  /**
   * What the given name and patronymic tell of the gender.
   *
   * @return unknown if no list has the given name
   */
  public Gender gender() {
    Gender found = Gender.UNKNOWN;
    for (String name : middle) {
      if (isPatronymic(name)) {
        found =
            Folding.plain(name).endsWith("a") || Folding.plain(name).endsWith("kyzy")
                ? Gender.FEMALE
                : Gender.MALE;
      }
    }
    return given.isEmpty() ? found : found.or(genderOf(given));
  }

  /**
   * Tells whether a given name stands for another, as "Bill" does.
   *
   * @param given the name
   * @return false if no list has it
   */
  public static boolean isShortForm(String given) {
    return STANDS_FOR.containsKey(Folding.plain(given));
  }

  /**
   * The gender that most bearers of a given name have.
   *
   * @param given the name
   * @return unknown if no list has it, or it is given to both
   */
  public static Gender genderOf(String given) {
    String plain = Folding.plain(given);
    Gender gender = GENDERS.get(plain);
    return gender == null
        ? GENDERS.getOrDefault(STANDS_FOR.getOrDefault(plain, ""), Gender.UNKNOWN)
        : gender;
  }
}
