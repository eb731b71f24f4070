package org.polylogue.discourse.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.Groups;
import org.polylogue.discourse.entity.world.NameLists;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.model.ActorType;

/** What the words of a name tell of its kind, wherever it stands. */
final class NameKinds {

  private static final int ACRONYM = 4;
  private static final Set<String> BODIES = EntityWords.list("known-body");
  private static final Set<String> WORKS = EntityWords.list("known-work");
  private static final Set<String> PLACES = EntityWords.list("known-place");
  private static final Set<String> SURNAMES = EntityWords.list("surname-head");
  private static final Set<String> LINKS = EntityWords.list("place-link");
  private static final Set<String> BODY_HEADS = EntityWords.list("organisation-head");
  private static final Set<String> PLACE_HEADS = EntityWords.list("place-head");
  private static final Set<String> EVENT_HEADS = EntityWords.list("event-head");
  private static final Set<String> WORK_HEADS = EntityWords.list("work-head");
  private static final Set<String> PLACE_FIRST = EntityWords.list("place-first");

  private NameKinds() {}

  /** The kind that the words tell, beside what a finder took them for; empty if they do not. */
  static Optional<ActorType> told(List<String> words, ActorType guess) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String text = String.join(" ", words);
    String plain = Folding.plain(text);
    if (isBody(text)) {
      return Optional.of(ActorType.ORGANISATION);
    }
    if (WORKS.contains(plain) && isCapital(text)) {
      return Optional.of(ActorType.WORK);
    }
    if (Groups.isCompound(text)) {
      return Optional.of(ActorType.GROUP);
    }
    if (words.size() == 1) {
      return guess != ActorType.PERSON && Groups.named(text).isPresent()
          ? Optional.of(ActorType.GROUP)
          : EVENT_HEADS.contains(plain) && guess == ActorType.OTHER
              ? Optional.of(ActorType.EVENT)
              : Optional.empty();
    }
    if (PLACES.contains(plain)) {
      return Optional.of(ActorType.PLACE);
    }
    boolean person =
        guess == ActorType.PERSON
            && words.size() == 2
            && SURNAMES.contains(Folding.plain(words.get(1)))
            && PersonName.genderOf(words.get(0)) != Gender.UNKNOWN;
    if (person) {
      return Optional.empty();
    }
    Optional<ActorType> head = ofHead(words, guess);
    boolean surname =
        head.isEmpty()
            || head.get() == ActorType.EVENT && SURNAMES.contains(Folding.plain(words.get(1)));
    return surname && isPerson(words, guess) ? Optional.of(ActorType.PERSON) : head;
  }

  /** A body that is known by one name. */
  static boolean isBody(String text) {
    return BODIES.contains(Folding.plain(text)) && isCapital(text);
  }

  /** A given name before a surname that is an everyday word or a place: "Ann Price". */
  private static boolean isPerson(List<String> words, ActorType guess) {
    if (words.size() != 2 || PersonName.genderOf(words.get(0)) == Gender.UNKNOWN) {
      return false;
    }
    NameLists lists = NameLists.shipped();
    List<String> first = lists.hits(words.subList(0, 1)).get(0);
    List<String> last = lists.hits(words.subList(1, 2)).get(0);
    boolean word =
        guess != ActorType.PLACE && lists.isUsual(words.get(1)) || last.contains("LARGE_CITY1");
    return word
        && (last.contains("SURNAME1") || last.contains("PEOPLE1"))
        && !first.contains("LARGE_CITY1")
        && Countries.all().named(words.get(0)).isEmpty();
  }

  private static Optional<ActorType> ofHead(List<String> words, ActorType guess) {
    for (int i = 1; i < words.size(); i++) {
      if (LINKS.contains(words.get(i))) {
        return head(Folding.plain(words.get(i - 1)), guess);
      }
    }
    int end = words.size() - 1;
    while (end > 1 && isNumber(words.get(end))) {
      end--;
    }
    Optional<ActorType> last = head(Folding.plain(words.get(end)), guess);
    return last.isPresent() || !PLACE_FIRST.contains(Folding.plain(words.get(0)))
        ? last
        : Optional.of(ActorType.PLACE);
  }

  /** The kind of a thing that a head noun names. */
  static Optional<ActorType> head(String noun, ActorType guess) {
    if (BODY_HEADS.contains(noun)) {
      boolean building =
          guess == ActorType.PLACE && (noun.equals("center") || noun.equals("centre"));
      return building ? Optional.empty() : Optional.of(ActorType.ORGANISATION);
    }
    if (EVENT_HEADS.contains(noun)) {
      return Optional.of(ActorType.EVENT);
    }
    if (WORK_HEADS.contains(noun)) {
      return Optional.of(ActorType.WORK);
    }
    return PLACE_HEADS.contains(noun) && guess != ActorType.PERSON
        ? Optional.of(ActorType.PLACE)
        : Optional.empty();
  }

  /** A word that tells by itself what a body is: "Institute". */
  static boolean isBodyHead(String word) {
    return BODY_HEADS.contains(Folding.plain(word));
  }

  /** "II" of "World War II", "2016" of "Election 2016". */
  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9' || c == 'I' || c == 'V' || c == 'X');
  }

  /** Acronyms count in capitals only, other names with a capital. */
  private static boolean isCapital(String text) {
    String letters = text.replace(".", "");
    return letters.length() <= ACRONYM && text.indexOf(' ') < 0
        ? letters.equals(letters.toUpperCase(Locale.ROOT)) || letters.equals("Uber")
        : Character.isUpperCase(text.codePointAt(0));
  }
}
