package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.post.PostNameFinder;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.Groups;
import org.polylogue.discourse.entity.world.NameLists;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.discourse.entity.world.WellKnown;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;

/**
 * The names of a document: those of the user's table, those that the language engine found, and
 * countries and peoples that it missed. Disjoint, in order.
 */
final class NameFinder {

  /** Names that are words of every day when they stand in lower case. */
  private static final Set<String> COMMON = EntityWords.list("common");

  private static final Set<String> NAME_TAILS = EntityWords.list("name-tail");
  private static final Set<String> COMMON_TAILS = EntityWords.list("common-tail");
  private static final Set<String> NO_ACTORS = EntityWords.list("no-actor");
  private static final Set<String> PARTICLES = EntityWords.list("particle");
  private static final Set<String> POST_NOMINAL = EntityWords.list("post-nominal");
  private static final Set<String> LEGAL = EntityWords.list("company-end");
  private static final Set<String> ADDRESS = EntityWords.list("address");
  private static final int LONGEST_TAIL = 3;

  private final Countries countries = Countries.all();
  private final ActorTable table;
  private final PostNameFinder posts;

  NameFinder(ActorTable table, PostNameFinder posts) {
    this.table = table;
    this.posts = posts;
  }

  List<Name> find(AnnotatedText text, int document, boolean comment) {
    List<Name> found = new ArrayList<>();
    Taken taken = new Taken(text);
    for (int s = 0; s < text.sentences().size(); s++) {
      listed(text, document, s, taken, found);
    }
    if (comment) {
      for (NamedSpan name : posts.find(text)) {
        if (isPlausible(text.sentences().get(name.sentence()), name)) {
          engineName(text, document, name, taken, found);
        }
      }
    }
    for (NamedSpan name : text.names()) {
      Sentence sentence = text.sentences().get(name.sentence());
      if (comment ? isPlausible(sentence, name) : isWrittenAsName(sentence, name)) {
        engineName(text, document, name, taken, found);
      }
    }
    for (int s = 0; s < text.sentences().size(); s++) {
      missedCountries(text, document, s, comment, taken, found);
    }
    found.sort(Comparator.comparing(Name::span));
    return found;
  }

  /** Finds the aliases of the user's table in a sentence, the longest first. */
  private void listed(AnnotatedText text, int document, int index, Taken taken, List<Name> found) {
    Sentence sentence = text.sentences().get(index);
    for (int i = 0; i < sentence.size(); i++) {
      int longest = table.longest(sentence.token(i).text());
      for (int last = Math.min(sentence.size(), i + longest) - 1; last >= i; last--) {
        Name name = Name.of(text.text(), document, index, sentence, i, last, ActorType.OTHER, true);
        Optional<Actor> actor = table.named(name.text());
        if (actor.isPresent() && !taken.any(index, i, last)) {
          taken.mark(index, i, last);
          found.add(
              Name.of(text.text(), document, index, sentence, i, last, actor.get().type(), true));
          i = last;
          break;
        }
      }
    }
  }

  /** A lone word without a capital is no name in an article. */
  private static boolean isWrittenAsName(Sentence sentence, NamedSpan name) {
    return name.firstToken() < name.lastToken()
        || !Character.isLowerCase(sentence.token(name.firstToken()).text().codePointAt(0))
        || sentence.token(name.firstToken()).text().chars().anyMatch(Character::isUpperCase);
  }

  /** What is found in a comment's lower case counts only where a word of it is known as a name. */
  private static boolean isPlausible(Sentence sentence, NamedSpan name) {
    List<String> words = new ArrayList<>();
    boolean upper = false;
    for (int i = name.firstToken(); i <= name.lastToken(); i++) {
      String word = sentence.token(i).text();
      words.add(word);
      upper |= word.codePoints().anyMatch(Character::isUpperCase);
    }
    return upper
        || PersonName.genderOf(words.get(0)) != Gender.UNKNOWN
        || WellKnown.areNames(words);
  }

  private void engineName(
      AnnotatedText text, int document, NamedSpan name, Taken taken, List<Name> found) {
    Sentence sentence = text.sentences().get(name.sentence());
    int first = name.firstToken();
    int last = name.lastToken();
    while (first < last && isOuter(sentence.token(first))) {
      first++;
    }
    while (last > first && isOuter(sentence.token(last))) {
      last--;
    }
    if (!hasLetter(sentence, first, last)
        || taken.any(name.sentence(), first, last)
        || isOffice(sentence, first, last)) {
      return;
    }
    boolean honoured = last > first + 1 && POST_NOMINAL.contains(sentence.token(last).text());
    last -= honoured ? 1 : 0;
    ActorType guess =
        honoured ? ActorType.PERSON : type(name.label(), words(text, sentence, first, last));
    if (guess == null) {
      return;
    }
    boolean titled =
        (guess == ActorType.ORGANISATION || guess == ActorType.OTHER)
            && last > first
            && Roles.title(lower(sentence, first)) != null
            && PersonName.genderOf(sentence.token(first + 1).text()) != Gender.UNKNOWN;
    guess = titled ? ActorType.PERSON : guess;
    first += titled && last > first + 1 ? 1 : 0;
    int person = guess == ActorType.PERSON ? first : personIn(sentence, first, last, guess);
    if (person > first) {
      guess = ActorType.PERSON;
      if (first == person - 1 && NameKinds.head(lower(sentence, first), guess).isPresent()) {
        taken.mark(name.sentence(), first, first);
        found.add(
            Name.of(
                text.text(),
                document,
                name.sentence(),
                sentence,
                first,
                first,
                ActorType.ORGANISATION,
                false));
      }
      first = person;
    }
    if (guess == ActorType.PERSON) {
      while (first < last && isNoNamePart(sentence, first, last)) {
        first++;
      }
    }
    while (isJoined(sentence, last) && !taken.any(name.sentence(), last + 1, last + 2)) {
      last += 2;
    }
    int tail = tail(sentence, first, last, guess);
    boolean extended = tail > last && !taken.any(name.sentence(), last + 1, tail);
    last = extended ? tail : last;
    ActorType type =
        extended ? tailed(sentence, last, guess, words(text, sentence, first, last)) : guess;
    taken.mark(name.sentence(), first, last);
    found.add(Name.of(text.text(), document, name.sentence(), sentence, first, last, type, false));
  }

  /** "Kern-Orton" is one word, however it was cut. */
  private static boolean isJoined(Sentence sentence, int last) {
    return last + 2 < sentence.size()
        && sentence.token(last + 1).text().equals("-")
        && sentence.token(last).end() == sentence.token(last + 1).start()
        && sentence.token(last + 1).end() == sentence.token(last + 2).start()
        && Character.isUpperCase(sentence.token(last + 2).text().codePointAt(0));
  }

  /** "The Major" and "Mr Mayor" are descriptions. */
  private static boolean isOffice(Sentence sentence, int first, int last) {
    return first == last
        && first > 0
        && (lower(sentence, first - 1).equals("the")
            || ADDRESS.contains(lower(sentence, first - 1)))
        && Roles.person(lower(sentence, first)) != null;
  }

  private static String words(AnnotatedText text, Sentence sentence, int first, int last) {
    return Name.of(text.text(), 0, 0, sentence, first, last, ActorType.OTHER, false).text();
  }

  /** Where a person begins behind a body or an office: "House Newt Gingrich", "Inc. Chief Ann". */
  private static int personIn(Sentence sentence, int first, int last, ActorType guess) {
    if (guess != ActorType.ORGANISATION && guess != ActorType.OTHER) {
      return first;
    }
    int person = last - 1;
    boolean told =
        person > first
            && PersonName.genderOf(sentence.token(person).text()) != Gender.UNKNOWN
            && !NameLists.shipped().isUsual(sentence.token(person).text())
            && !NameLists.shipped().isUsual(sentence.token(last).text())
            && Character.isUpperCase(sentence.token(last).text().codePointAt(0));
    for (int i = first; told && i < person; i++) {
      told =
          NameKinds.head(lower(sentence, i), ActorType.ORGANISATION).isPresent()
              || Roles.title(lower(sentence, i)) != null
              || Groups.named(sentence.token(i).text()).isPresent()
              || LEGAL.contains(lower(sentence, i));
    }
    return told ? person : first;
  }

  private static String lower(Sentence sentence, int i) {
    return Folding.plain(sentence.token(i).text());
  }

  /** A party, people or everyday word before a person's name: "Democrat Ann Lee", "Crooked Ann". */
  private static boolean isNoNamePart(Sentence sentence, int i, int last) {
    String word = sentence.token(i).text();
    if (PersonName.genderOf(word) != Gender.UNKNOWN) {
      return false;
    }
    return Groups.named(word).isPresent()
        || Countries.all().ofPeople(word).isPresent()
        || NameLists.shipped().isUsual(word)
            && i < last
            && PersonName.genderOf(sentence.token(i + 1).text()) != Gender.UNKNOWN;
  }

  /** Where a name ends that goes on behind what the finder saw, such as "Swedish | Air Force". */
  private static int tail(Sentence sentence, int first, int last, ActorType guess) {
    int next = last + 1;
    if (next >= sentence.size()) {
      return last;
    }
    if (first == last
        && NameKinds.isBody(sentence.token(last).text() + " " + sentence.token(next).text())) {
      return next;
    }
    if (guess == ActorType.PERSON) {
      return NAME_TAILS.contains(sentence.token(next).text()) ? next : last;
    }
    if (guess != ActorType.GROUP && guess != ActorType.PLACE) {
      return last;
    }
    int end = last;
    for (int i = next; i < sentence.size() && i <= last + LONGEST_TAIL; i++) {
      String word = sentence.token(i).text();
      String tag = sentence.token(i).tag();
      boolean capital = Character.isUpperCase(word.codePointAt(0));
      if (!tag.startsWith("NN") && !tag.startsWith("JJ")) {
        break;
      }
      if (capital
          && NameKinds.head(Folding.plain(word), guess).filter(type -> type != guess).isPresent()) {
        end = i;
      } else if (!capital && COMMON_TAILS.contains(word)) {
        return i;
      }
    }
    return end;
  }

  private static ActorType tailed(Sentence sentence, int last, ActorType guess, String words) {
    if (guess == ActorType.PERSON) {
      return ActorType.ORGANISATION;
    }
    return NameKinds.told(List.of(words.split(" ")), ActorType.OTHER)
        .or(() -> NameKinds.head(Folding.plain(sentence.token(last).text()), guess))
        .orElse(guess);
  }

  /** The type of a name, null if the words are an adjective that names nobody. */
  ActorType type(String label, String text) {
    if (isCountry(text)) {
      return ActorType.PLACE;
    }
    if (countries.ofSeat(text).isPresent()) {
      return ActorType.ORGANISATION;
    }
    if (countries.ofPeople(text).isPresent()) {
      return ActorType.GROUP;
    }
    String[] words = text.split(" ");
    String lastWord = words[words.length - 1];
    int hyphen = lastWord.lastIndexOf('-');
    if (label.equals("MISC")
        && hyphen >= 0
        && hyphen + 1 < lastWord.length()
        && (Character.isLowerCase(lastWord.charAt(hyphen + 1))
            || Character.isLowerCase(lastWord.charAt(0)))) {
      return null;
    }
    boolean particle =
        words.length > 2
            && PARTICLES.contains(words[1])
            && PersonName.genderOf(words[0].split("-")[0]) != Gender.UNKNOWN;
    if (particle) {
      return ActorType.PERSON;
    }
    if (words.length == 1 && isNoActor(text)) {
      return null;
    }
    ActorType guess =
        switch (label) {
          case "PERSON", "person" -> ActorType.PERSON;
          case "ORGANIZATION", "group", "corporation" -> ActorType.ORGANISATION;
          case "LOCATION", "location" -> ActorType.PLACE;
          case "creative-work" -> ActorType.WORK;
          default -> ActorType.OTHER;
        };
    return NameKinds.told(List.of(words), guess).orElse(guess);
  }

  /** Alphabets and languages, abstract nouns, and words that a page's markup glued to a country. */
  private boolean isNoActor(String word) {
    String plain = Folding.plain(word);
    int joint = word.length() - 1;
    while (joint > 0 && !Character.isUpperCase(word.charAt(joint))) {
      joint--;
    }
    boolean glued =
        joint > 2
            && Character.isLowerCase(word.charAt(joint - 1))
            && countries.named(word.substring(joint)).isPresent();
    return glued || NO_ACTORS.contains(plain) || plain.endsWith("phobia") || plain.endsWith("ism");
  }

  /** Short names such as US or RF count in capitals only. */
  boolean isCountry(String text) {
    if (countries.named(text).isEmpty()) {
      return false;
    }
    String letters = text.replace(".", "");
    return letters.length() > 3 || letters.equals(letters.toUpperCase(Locale.ROOT));
  }

  private void missedCountries(
      AnnotatedText text, int document, int index, boolean comment, Taken taken, List<Name> found) {
    Sentence sentence = text.sentences().get(index);
    for (int i = 0; i < sentence.size(); i++) {
      String word = sentence.token(i).text();
      if (taken.any(index, i, i) || !Character.isLetter(word.codePointAt(0))) {
        continue;
      }
      boolean upper = Character.isUpperCase(word.codePointAt(0));
      if (!upper && !comment || isOuter(sentence.token(i))) {
        continue;
      }
      for (int last = Math.min(sentence.size(), i + 4) - 1; last >= i; last--) {
        if (taken.any(index, i, last) || !endsAName(sentence.token(last))) {
          continue;
        }
        Name name =
            Name.of(text.text(), document, index, sentence, i, last, ActorType.PLACE, false);
        ActorType type = missedType(name.text(), upper);
        if (type != null) {
          taken.mark(index, i, last);
          found.add(Name.of(text.text(), document, index, sentence, i, last, type, false));
          break;
        }
      }
    }
  }

  private ActorType missedType(String text, boolean upper) {
    if (!upper && (text.length() < 4 || COMMON.contains(text))) {
      return null;
    }
    if (isCountry(text)) {
      return ActorType.PLACE;
    }
    if (countries.ofPeople(text).isPresent() && text.length() > 3) {
      return ActorType.GROUP;
    }
    if (countries.ofSeat(text).isPresent() && upper) {
      return ActorType.ORGANISATION;
    }
    boolean city = countries.ofCapital(text).isPresent();
    return city && upper && !COMMON.contains(text.toLowerCase(Locale.ROOT))
        ? ActorType.PLACE
        : null;
  }

  private static boolean endsAName(Token token) {
    String text = token.text();
    return Character.isLetter(text.codePointBefore(text.length()))
        || text.endsWith(".") && Character.isLetter(text.codePointAt(0));
  }

  private static boolean isOuter(Token token) {
    String text = token.text();
    if (!text.isEmpty() && !Character.isLetterOrDigit(text.codePointAt(0))) {
      return !text.startsWith("@") && !text.startsWith("#");
    }
    return token.tag().equals("POS")
        || text.equalsIgnoreCase("the")
        || text.equals("'s")
        || text.equals("’s");
  }

  private static boolean hasLetter(Sentence sentence, int first, int last) {
    for (int i = first; i <= last; i++) {
      if (sentence.token(i).text().codePoints().anyMatch(Character::isLetter)) {
        return true;
      }
    }
    return false;
  }
}
