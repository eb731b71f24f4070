package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.Groups;
import org.polylogue.discourse.entity.world.Leader;
import org.polylogue.discourse.entity.world.NameLists;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;

/**
 * What the names of a conversation are, decided once over all places of a name (one sense per
 * discourse, Gale, Church and Yarowsky 1992): a surname is its bearer where somebody was named in
 * full, words of a name tell its kind, and else titles, appositions, prepositions and what the
 * finder said are counted, the article's more than the comments'.
 */
final class NameTypes {

  private static final double IN_ARTICLE = 3;
  private static final double SURE = 3;
  private static final double HINT = 1.5;
  private static final double STRANGER = 0.5;
  private static final int SHORTEST_FIRM = 3;
  private static final Set<String> PEOPLE = Set.of("GIVEN1", "SURNAME1", "PEOPLE1", "PERSON1");
  private static final String LARGE_CITY = "LARGE_CITY1";
  private static final Set<String> DEMONYM_ENDS = EntityWords.list("demonym-end");
  private static final int SHORTEST_PLACE = 4;
  private static final int YOUNGEST = 10;
  private static final int OLDEST = 115;
  private static final Set<String> INSIDE = Set.of("in", "near", "throughout", "outside");
  private static final Set<String> CALENDAR = EntityWords.list("calendar");
  private static final Set<String> WITHIN = EntityWords.list("within");
  private static final Set<String> BODY_NOUNS = EntityWords.list("body-noun");
  private static final Set<String> WORK_NOUNS = EntityWords.list("work-noun");
  private static final Set<String> PARTS_OF_WORKS = EntityWords.list("work-part");
  private static final Set<String> FIRMS = EntityWords.list("company-name");
  private static final Set<String> SEATED = EntityWords.list("seated-body");
  private static final Set<String> BODY_OFFICES = EntityWords.list("body-office");

  private final List<AnnotatedText> texts;
  private final List<List<Name>> names;
  private final Set<String> persons;
  private final Set<String> bearers = new HashSet<>();
  private final Set<String> firms = new HashSet<>();
  private final Set<String> seats = new HashSet<>();
  private final Set<String> leading = new HashSet<>();
  private final Map<String, ActorType> lone = new HashMap<>();
  private final Set<String> demonyms = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private final Map<String, Map<ActorType, Double>> votes = new HashMap<>();
  private final List<PersonClues> clues = new ArrayList<>();

  private NameTypes(List<AnnotatedText> texts, List<List<Name>> names, Set<String> persons) {
    this.texts = texts;
    this.names = names;
    this.persons = persons;
  }

  /**
   * Gives every name its type and adds surnames that no finder saw; some words are known to be
   * names of persons, folded.
   */
  static void settle(List<AnnotatedText> texts, List<List<Name>> names, Set<String> persons) {
    NameTypes types = new NameTypes(texts, names, persons);
    names.forEach(list -> list.forEach(types::learn));
    types.lone.keySet().forEach(types::demonym);
    for (int d = 0; d < names.size(); d++) {
      List<Name> list = names.get(d);
      List<Name> parted = types.parted(list);
      list.clear();
      list.addAll(parted);
      list.replaceAll(types::asBearer);
      types.addMissed(d);
      types.clues.add(new PersonClues(texts.get(d), list));
    }
    names.forEach(list -> list.forEach(types::vote));
    names.forEach(list -> list.replaceAll(types::decided));
  }

  private void learn(Name name) {
    List<String> words = name.words();
    if (name.type() == ActorType.PERSON && words.size() > 1) {
      PersonName parts = PersonName.parse(words);
      if (!parts.given().isEmpty() && !parts.surname().isEmpty()) {
        bearers.add(Folding.loose(parts.surname()));
        bearers.add(Folding.loose(words.get(words.size() - 1)));
      }
    }
    if (words.size() == 1) {
      lone.putIfAbsent(key(name), name.type());
    }
    if (words.size() > 1 && !name.listed() && name.type() == ActorType.ORGANISATION) {
      leading.add(Folding.body(words.get(0)));
    }
    if (words.size() > 1 && !name.listed()) {
      String last = Folding.plain(words.get(words.size() - 1));
      if (FIRMS.contains(last) && isNoPlace(words.get(0))) {
        firms.add(Folding.body(words.get(0)));
      } else if (SEATED.contains(last)) {
        seats.add(Folding.body(words.get(0)));
      }
    }
  }

  /** "Lorrundian" beside "Lorrund", but not "Christian" beside "Christ". */
  private void demonym(String word) {
    if (Groups.named(word).isPresent()) {
      return;
    }
    for (String end : DEMONYM_ENDS) {
      String base = word.substring(0, Math.max(0, word.length() - end.length()));
      ActorType type = lone.get(base);
      boolean place =
          type == ActorType.PLACE || type == ActorType.ORGANISATION || type == ActorType.OTHER;
      if (word.endsWith(end) && base.length() >= SHORTEST_PLACE && place) {
        demonyms.add(word);
        places.add(base);
      }
    }
  }

  private static boolean isNoPlace(String word) {
    return word.length() >= SHORTEST_FIRM
        && Character.isUpperCase(word.codePointAt(0))
        && Countries.all().named(word).isEmpty()
        && Countries.all().ofPeople(word).isEmpty()
        && !NameLists.shipped().hits(List.of(word)).get(0).contains(LARGE_CITY);
  }

  /** "Lee of the Harbour Club" is a bearer of a surname and a body. */
  private List<Name> parted(List<Name> list) {
    List<Name> parted = new ArrayList<>();
    for (Name name : list) {
      int body = bodyBehind(name);
      if (body > name.last()) {
        parted.add(name);
      } else {
        parted.add(name(name, name.first(), name.first(), ActorType.PERSON));
        parted.add(name(name, body, name.last(), name.type()));
      }
    }
    return parted;
  }

  /** Where the body begins behind "Lee of the", beyond the name's end if there is none. */
  private int bodyBehind(Name name) {
    Sentence sentence = sentence(name);
    int of = name.first() + 1;
    boolean bearer =
        !name.listed()
            && name.type() != ActorType.PERSON
            && of < name.last()
            && lower(sentence, of).equals("of")
            && bearers.contains(Folding.loose(sentence.token(name.first()).text()));
    if (!bearer) {
      return name.last() + 1;
    }
    return isThe(sentence, of + 1) ? of + 2 : of + 1;
  }

  private Name name(Name in, int first, int last, ActorType type) {
    String text = texts.get(in.document()).text();
    return Name.of(text, in.document(), in.sentence(), sentence(in), first, last, type, false);
  }

  /** A surname alone is whoever was named in full, whatever else the word may be. */
  private Name asBearer(Name name) {
    if (name.listed()
        || name.type() == ActorType.PERSON
        || name.words().isEmpty()
        || !bearers.contains(Folding.loose(String.join(" ", name.words())))) {
      return name;
    }
    Sentence sentence = sentence(name);
    boolean the = isThe(sentence, name.first() - 1);
    boolean place =
        name.type() == ActorType.PLACE
            && name.first() > 0
            && WITHIN.contains(lower(sentence, name.first() - 1))
            && (Countries.all().named(name.text()).isPresent()
                || Countries.all().ofCapital(name.text()).isPresent());
    boolean adjective =
        name.type() == ActorType.GROUP
            && name.last() + 1 < sentence.size()
            && sentence.token(name.last() + 1).tag().startsWith("NN");
    return the || place || adjective ? name : name.as(ActorType.PERSON);
  }

  /** Surnames of those named in full where no finder saw a name. */
  private void addMissed(int d) {
    List<Name> list = names.get(d);
    AnnotatedText text = texts.get(d);
    Taken taken = new Taken(text);
    list.forEach(name -> taken.mark(name.sentence(), name.first(), name.last()));
    int before = list.size();
    for (int s = 0; s < text.sentences().size(); s++) {
      Sentence sentence = text.sentences().get(s);
      for (int i = 0; i < sentence.size(); i++) {
        if (taken.any(s, i, i)) {
          continue;
        }
        if (isSurname(sentence, i, taken, s)) {
          list.add(Name.of(text.text(), d, s, sentence, i, i, ActorType.PERSON, false));
        } else if (isFirm(sentence, i, taken, s)) {
          list.add(Name.of(text.text(), d, s, sentence, i, i, ActorType.ORGANISATION, false));
        }
      }
    }
    if (list.size() > before) {
      list.sort(Comparator.comparing(Name::span));
    }
  }

  /** The first word of a firm that is no name of a person who is known: "Trump" of "Trump Inc.". */
  private boolean isFirm(String word) {
    String bearer = Folding.loose(word);
    return firms.contains(Folding.body(word))
        && !bearers.contains(bearer)
        && !persons.contains(bearer)
        && Leader.named(word).isEmpty();
  }

  /** "Nimbus" after "Nimbus Labs"; at the beginning of a sentence only a word of no other use. */
  private boolean isFirm(Sentence sentence, int i, Taken taken, int s) {
    Token token = sentence.token(i);
    if (!isProper(sentence, i) || !isFirm(token.text())) {
      return false;
    }
    boolean begins =
        i == 0 || !Character.isLetterOrDigit(sentence.token(i - 1).text().codePointAt(0));
    boolean joined =
        isProper(sentence, i - 1) && !taken.any(s, i - 1, i - 1)
            || i + 1 < sentence.size() && isProper(sentence, i + 1);
    return !joined && !(begins && NameLists.shipped().isUsual(token.text()));
  }

  private boolean isSurname(Sentence sentence, int i, Taken taken, int s) {
    Token token = sentence.token(i);
    String word = token.text();
    if (word.length() < 2
        || !Character.isUpperCase(word.codePointAt(0))
        || !bearers.contains(Folding.loose(word))
        || isThe(sentence, i - 1)) {
      return false;
    }
    Token next = i + 1 < sentence.size() ? sentence.token(i + 1) : null;
    boolean joined =
        isProper(sentence, i - 1) && !taken.any(s, i - 1, i - 1) && !isTitle(sentence, i - 1)
            || next != null && isProper(sentence, i + 1);
    if (joined) {
      return false;
    }
    boolean proper = token.tag().startsWith("NNP");
    boolean first =
        i == 0 || !Character.isLetterOrDigit(sentence.token(i - 1).text().codePointAt(0));
    boolean acts =
        next != null
            && (next.tag().startsWith("VB")
                    && !next.tag().equals("VBP")
                    && !next.tag().equals("VBG")
                || next.tag().equals("MD")
                || next.tag().equals("POS"));
    return first ? acts || proper && next != null && !next.tag().startsWith("NN") : true;
  }

  private void vote(Name name) {
    if (name.listed()) {
      return;
    }
    Map<ActorType, Double> counts =
        votes.computeIfAbsent(key(name), key -> new EnumMap<>(ActorType.class));
    double weight = name.document() == 0 ? IN_ARTICLE : 1;
    List<String> words = name.words();
    boolean stranger = words.size() == 1 && isStranger(name);
    boolean doubted = stranger && !precedesPronoun(name);
    add(counts, name.type(), doubted ? STRANGER * weight : weight);
    Optional<ActorType> told = NameKinds.told(words, name.type());
    told.ifPresent(type -> add(counts, type, 100));
    Sentence sentence = sentence(name);
    if (told.isEmpty() && name.type() != ActorType.PLACE && isAged(sentence, name.last() + 1)) {
      add(counts, ActorType.PERSON, SURE * weight);
    }
    if (told.isEmpty() && name.type() != ActorType.PERSON && isWork(sentence, name.first())) {
      add(counts, ActorType.WORK, SURE * weight);
    }
    if (told.isEmpty()
        && mayBePerson(name, words)
        && (isFullName(words) || clues.get(name.document()).tell(name))) {
      add(counts, ActorType.PERSON, SURE * weight);
    }
    if (words.size() != 1) {
      return;
    }
    if (demonyms.contains(key(name))) {
      add(counts, ActorType.GROUP, 100);
    } else if (places.contains(key(name))) {
      add(counts, ActorType.PLACE, SURE * weight);
    }
    boolean the = isThe(sentence, name.first() - 1);
    if (the && NameKinds.isBodyHead(words.get(0))) {
      add(counts, ActorType.ORGANISATION, SURE * weight);
    }
    if (!the && isGivenName(name)) {
      add(counts, ActorType.PERSON, HINT * weight);
    }
    if (bearers.contains(Folding.loose(name.text())) && name.type() == ActorType.PERSON) {
      add(counts, ActorType.PERSON, 100);
    }
    Roles.Found title = Roles.titleEndingAt(sentence.tokens(), name.first() - 1);
    boolean adjective = title != null && sentence.token(title.last()).tag().startsWith("JJ");
    if (title != null && !the && !adjective) {
      add(counts, ActorType.PERSON, SURE * weight);
    } else if (isFirm(words.get(0))) {
      add(counts, ActorType.ORGANISATION, 100);
    } else if (seats.contains(key(name)) && name.type() == ActorType.ORGANISATION) {
      add(counts, ActorType.PLACE, SURE * weight);
    }
    if (name.first() > 0 && WITHIN.contains(lower(sentence, name.first() - 1))) {
      boolean inside =
          title == null && stranger && INSIDE.contains(lower(sentence, name.first() - 1));
      boolean person = name.type() == ActorType.PERSON && !inside;
      add(counts, ActorType.PLACE, (person ? 1 : inside ? SURE : HINT) * weight);
    }
    if (isBody(sentence, name)) {
      add(counts, ActorType.ORGANISATION, SURE * weight);
    }
    if (the
        && name.type() == ActorType.PERSON
        && PersonName.genderOf(name.text()) == Gender.UNKNOWN) {
      add(counts, ActorType.PERSON, -weight);
      add(counts, ActorType.ORGANISATION, weight);
    }
  }

  /** "the film NAME", "an episode of NAME". */
  private static boolean isWork(Sentence sentence, int first) {
    int marks = first > 0 && isMark(sentence.token(first - 1)) ? first - 1 : first;
    int before = isThe(sentence, marks - 1) ? marks - 2 : marks - 1;
    if (before > 0 && lower(sentence, before).equals("of")) {
      return PARTS_OF_WORKS.contains(sentence.token(before - 1).lemma());
    }
    return before == marks - 1
        && before >= 0
        && sentence.token(before).tag().equals("NN")
        && WORK_NOUNS.contains(sentence.token(before).lemma());
  }

  private static boolean isMark(Token token) {
    return token.text().equals("\"") || token.text().equals("``") || token.text().equals("“");
  }

  /** A given name before a surname, neither a firm's: "Eliza Acton". */
  private static boolean isFullName(List<String> words) {
    if (words.size() != 2
        || PersonName.genderOf(words.get(0)) == Gender.UNKNOWN
        || NameLists.shipped().isUsual(words.get(0))) {
      return false;
    }
    List<List<String>> hits = NameLists.shipped().hits(words);
    return hits.get(1).stream().anyMatch(hit -> hit.equals("SURNAME1") || hit.equals("PEOPLE1"))
        && hits.stream()
            .flatMap(List::stream)
            .noneMatch(hit -> hit.startsWith("COMPANY") || hit.startsWith("BRAND"));
  }

  private static boolean mayBePerson(Name name, List<String> words) {
    return (name.type() == ActorType.ORGANISATION
            || name.type() == ActorType.PLACE
            || name.type() == ActorType.OTHER)
        && words.size() < 4
        && isNoPlace(words.get(0));
  }

  /** A lone given name that is no large city and no word of every day: "Alice", not "Hope". */
  private static boolean isGivenName(Name name) {
    String word = name.words().get(0);
    boolean other = name.type() == ActorType.ORGANISATION || name.type() == ActorType.OTHER;
    return other
        && PersonName.genderOf(word) != Gender.UNKNOWN
        && !NameLists.shipped().isUsual(word)
        && !CALENDAR.contains(Folding.plain(word))
        && isNoPlace(word);
  }

  /** "Ann Lee, 78, …". */
  private static boolean isAged(Sentence sentence, int comma) {
    if (comma + 2 >= sentence.size() || !sentence.token(comma).text().equals(",")) {
      return false;
    }
    String age = sentence.token(comma + 1).text();
    String end = sentence.token(comma + 2).text();
    return (end.equals(",") || end.equals("."))
        && age.length() <= 3
        && age.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(age) >= YOUNGEST
        && Integer.parseInt(age) <= OLDEST;
  }

  /** "He" or "she" later in the sentence, or at the beginning of the next one. */
  private boolean precedesPronoun(Name name) {
    List<Sentence> sentences = texts.get(name.document()).sentences();
    Sentence sentence = sentences.get(name.sentence());
    for (int i = name.last() + 1; i < sentence.size(); i++) {
      if (Gender.ofPronoun(lower(sentence, i)) != Gender.UNKNOWN) {
        return true;
      }
    }
    return name.sentence() + 1 < sentences.size()
        && sentences.get(name.sentence() + 1).size() > 0
        && Gender.ofPronoun(lower(sentences.get(name.sentence() + 1), 0)) != Gender.UNKNOWN;
  }

  /** A lone word taken for a person whom nobody named in full and whose name no list knows. */
  private boolean isStranger(Name name) {
    String word = name.words().get(0);
    return name.type() == ActorType.PERSON
        && !bearers.contains(Folding.loose(word))
        && !persons.contains(Folding.loose(word))
        && PersonName.genderOf(word) == Gender.UNKNOWN
        && Leader.named(word).isEmpty()
        && NameLists.shipped().hits(List.of(word)).get(0).stream().noneMatch(PEOPLE::contains);
  }

  /**
   * "the caterer, Tastewell", "Tastewell, a caterer", "Tastewell's chief executive", "Tastewell and
   * its caterers".
   */
  private static boolean isBody(Sentence sentence, Name name) {
    int before = name.first() - 1;
    if (before > 0 && sentence.token(before).text().equals(",")) {
      before--;
    }
    if (before >= 0 && BODY_NOUNS.contains(sentence.token(before).lemma())) {
      return true;
    }
    int after = name.last() + 1;
    if (after + 2 < sentence.size()
        && sentence.token(after).text().equals("and")
        && sentence.token(after + 1).text().equals("its")) {
      return true;
    }
    if (after + 2 < sentence.size() && sentence.token(after).text().equals(",")) {
      String article = lower(sentence, after + 1);
      if (article.equals("a") || article.equals("an") || article.equals("the")) {
        for (int i = after + 2; i < sentence.size() && i < after + 8; i++) {
          String tag = sentence.token(i).tag();
          if (tag.startsWith("NN")
              && (i + 1 == sentence.size() || !sentence.token(i + 1).tag().startsWith("NN"))) {
            return BODY_NOUNS.contains(sentence.token(i).lemma());
          }
          if (!tag.startsWith("JJ") && !tag.startsWith("NN") && !tag.equals("POS")) {
            return false;
          }
        }
      }
      return false;
    }
    if (after < sentence.size() && sentence.token(after).tag().equals("POS")) {
      after++;
    }
    return after < sentence.size()
        && BODY_OFFICES.contains(sentence.token(after).text())
        && name.type() != ActorType.PLACE
        && name.type() != ActorType.GROUP;
  }

  private static void add(Map<ActorType, Double> counts, ActorType type, double weight) {
    counts.merge(type, weight, Double::sum);
  }

  private Name decided(Name name) {
    Map<ActorType, Double> counts = votes.get(key(name));
    if (name.listed() || counts == null) {
      return name;
    }
    if (isFirstOfBody(name)) {
      return name.as(ActorType.ORGANISATION);
    }
    ActorType best = name.type();
    double most = counts.getOrDefault(best, 0.0);
    for (Map.Entry<ActorType, Double> one : counts.entrySet()) {
      if (one.getValue() > most) {
        best = one.getKey();
        most = one.getValue();
      }
    }
    return best == name.type() ? name : name.as(best);
  }

  /** "the Harcourt" beside "Harcourt Museum", even if a Harcourt is named. */
  private boolean isFirstOfBody(Name name) {
    Sentence sentence = sentence(name);
    int next = name.last() + 1;
    return leading.contains(key(name))
        && isThe(sentence, name.first() - 1)
        && (next == sentence.size() || !sentence.token(next).tag().startsWith("NN"));
  }

  private static String key(Name name) {
    return Folding.body(String.join(" ", name.words()));
  }

  private Sentence sentence(Name name) {
    return texts.get(name.document()).sentences().get(name.sentence());
  }

  private static boolean isThe(Sentence sentence, int i) {
    return i >= 0 && lower(sentence, i).equals("the");
  }

  private static boolean isProper(Sentence sentence, int i) {
    return i >= 0
        && sentence.token(i).tag().startsWith("NNP")
        && Character.isUpperCase(sentence.token(i).text().codePointAt(0));
  }

  private static boolean isTitle(Sentence sentence, int i) {
    return Roles.titleEndingAt(sentence.tokens(), i) != null;
  }

  private static String lower(Sentence sentence, int i) {
    return sentence.token(i).text().toLowerCase(Locale.ROOT);
  }
}
