package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.Groups;
import org.polylogue.discourse.entity.world.NameLists;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.discourse.entity.world.Regions;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;
import org.polylogue.text.Span;

/**
 * Names that the finders cut or did not see although they are written as names: parts of one body
 * beside each other ("Lane and Frost", "the Dock and Harbour Union", "Miller's Row"), capitals
 * whose last word tells a kind ("the Gazette"), a given name before a surname, known bodies and
 * beliefs, a capital that no list knows before a verb ("Tastewell pays"). Sentences where nearly
 * every word has a capital tell nothing.
 */
final class MissedNames {

  private static final int LONGEST = 7;
  private static final int SHORTEST_STRANGER = 4;
  private static final Set<String> TAILS = EntityWords.list("name-tail");
  private static final Set<String> PARTICLES = EntityWords.list("particle");
  private static final Set<String> CALLS = EntityWords.list("call");
  private static final Set<String> MANY = EntityWords.list("many");
  private static final Set<String> PARTIES = EntityWords.list("party-letter");
  private static final Set<String> CALENDAR = EntityWords.list("calendar");
  private static final Set<String> SHARES = EntityWords.list("share");
  private static final Set<String> INNER = Set.of("of", "for", "and", "&", "-", "–");

  private final AnnotatedText text;
  private final int document;
  private final int s;
  private final Sentence sentence;

  /** The name that each token belongs to, null for none. */
  private final Name[] at;

  private MissedNames(AnnotatedText text, int document, int s, List<Name> names) {
    this.text = text;
    this.document = document;
    this.s = s;
    this.sentence = text.sentences().get(s);
    this.at = new Name[sentence.size()];
    for (Name name : names) {
      if (!isNumbered(name)) {
        hold(withoutCall(name));
      }
    }
  }

  /** Joins and adds names of a document; its list stays in order. */
  static void add(AnnotatedText text, int document, List<Name> names) {
    List<Name> before = List.copyOf(names);
    names.clear();
    int next = 0;
    for (int s = 0; s < text.sentences().size(); s++) {
      int first = next;
      while (next < before.size() && before.get(next).sentence() == s) {
        next++;
      }
      MissedNames missed = new MissedNames(text, document, s, before.subList(first, next));
      if (!Headings.isHeading(missed.sentence)) {
        missed.read();
        missed.joinParticles();
        missed.regions();
      }
      names.addAll(missed.names());
    }
  }

  private List<Name> names() {
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      if (at[i] != null) {
        names.add(at[i]);
        i = at[i].last();
      }
    }
    return names;
  }

  private void hold(Name name) {
    Arrays.fill(at, name.first(), name.last() + 1, name);
  }

  /** "Bravo Ann" is Ann, "Bravo Company" is a name. */
  private Name withoutCall(Name name) {
    boolean called = name.type() == ActorType.PERSON || name.type() == ActorType.PLACE;
    return called
            && !name.listed()
            && name.last() > name.first()
            && CALLS.contains(lower(name.first()))
        ? Name.of(
            text.text(), document, s, sentence, name.first() + 1, name.last(), name.type(), false)
        : name;
  }

  /** "Paragraph 4", "Line 9" are no actors; "Labour 34 %" is one. */
  private boolean isNumbered(Name name) {
    int number = name.last() + 1;
    boolean thing = name.type() == ActorType.ORGANISATION || name.type() == ActorType.OTHER;
    return thing
        && !name.listed()
        && name.first() == name.last()
        && number < sentence.size()
        && sentence.token(number).tag().equals("CD")
        && Character.isDigit(sentence.token(number).text().codePointAt(0))
        && !(number + 1 < sentence.size() && SHARES.contains(lower(number + 1)))
        && NameLists.shipped().isUsual(sentence.token(name.first()).text());
  }

  /** "Trump | campaign", "Trump | 's presidential campaign" is a body. */
  static void addTails(List<AnnotatedText> texts, List<Name> names) {
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      if (name.type() != ActorType.PERSON || name.listed()) {
        continue;
      }
      AnnotatedText text = texts.get(name.document());
      Sentence sentence = text.sentences().get(name.sentence());
      int end = name.last() + 1;
      if (end < sentence.size() && sentence.token(end).tag().equals("POS")) {
        end++;
        if (end < sentence.size() && sentence.token(end).tag().startsWith("JJ")) {
          end++;
        }
      }
      boolean free =
          i + 1 == names.size()
              || names.get(i + 1).sentence() != name.sentence()
              || names.get(i + 1).first() > end;
      if (free && end < sentence.size() && TAILS.contains(sentence.token(end).text())) {
        names.set(
            i,
            Name.of(
                text.text(),
                name.document(),
                name.sentence(),
                sentence,
                name.first(),
                end,
                ActorType.ORGANISATION,
                false));
      }
    }
  }

  private void read() {
    for (int i = 0; i < sentence.size(); i++) {
      boolean begins = isProper(sentence.token(i)) || isCapital(sentence.token(i)) && at[i] != null;
      if (!begins) {
        continue;
      }
      int last = end(i);
      if (!name(i, last)) {
        runs(i, last);
      }
      i = last;
    }
  }

  /** Capitals that no finder saw, between two tokens. */
  private void runs(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (isFree(i)) {
        int end = i;
        while (end < last && isFree(end + 1)) {
          end++;
        }
        run(i, end);
        i = end;
      }
    }
  }

  private boolean isFree(int i) {
    return at[i] == null && isProper(sentence.token(i));
  }

  /** Where capitals that may be one name end: "Dock and Deck Union", "Miller's Row". */
  private int end(int first) {
    int end = first;
    while (end + 1 < sentence.size() && end < first + LONGEST) {
      Token next = sentence.token(end + 1);
      if (isProper(next)) {
        end++;
      } else if (end + 2 < sentence.size()
          && (isProper(sentence.token(end + 2)) && INNER.contains(next.text())
              || isCapital(sentence.token(end + 2)) && next.tag().equals("POS"))) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  /**
   * States behind a party or a town: "(D-Wis.)", "Richmond, Va.". Behind a town without its full
   * stop an abbreviation may be a word ("La Rochelle").
   */
  private void regions() {
    for (int i = 1; i < sentence.size(); i++) {
      String word = sentence.token(i).text();
      String mark = sentence.token(i - 1).text();
      boolean joined = word.length() > 2 && word.charAt(1) == '-';
      boolean party =
          joined
              ? PARTIES.contains(word.substring(0, 1))
              : i > 1 && mark.equals("-") && PARTIES.contains(sentence.token(i - 2).text());
      boolean town =
          i > 1
              && mark.equals(",")
              && isCapital(sentence.token(i - 2))
              && (word.endsWith(".")
                  || i + 1 < sentence.size() && sentence.token(i + 1).text().equals("."));
      if (party || town) {
        int token = i;
        int from = joined ? 2 : 0;
        Regions.abbreviated(word.substring(from)).ifPresent(region -> region(token, from, region));
      }
    }
  }

  private void region(int token, int from, String called) {
    if (at[token] != null && at[token].listed()) {
      return;
    }
    clear(token, token);
    Span span = new Span(sentence.token(token).start() + from, sentence.token(token).end());
    hold(new Name(document, s, token, token, ActorType.PLACE, called, span, false));
  }

  /** "Omar | bin | Said" is one person. */
  private void joinParticles() {
    Name before = null;
    for (Name name : names()) {
      boolean joined =
          before != null
              && before.type() == ActorType.PERSON
              && !before.listed()
              && !name.listed()
              && name.first() > before.last() + 1
              && name.first() <= before.last() + 3;
      for (int i = joined ? before.last() + 1 : name.first(); joined && i < name.first(); i++) {
        joined = PARTICLES.contains(sentence.token(i).text());
      }
      before = joined ? put(before.first(), name.last(), ActorType.PERSON) : name;
    }
  }

  /** Takes the capitals as one name if their joints and last word say so. */
  private boolean name(int first, int last) {
    boolean joined = false;
    boolean owner = false;
    boolean list = false;
    boolean and = false;
    for (int i = first + 1; i < last; i++) {
      String word = sentence.token(i).text();
      and |= word.equals("&");
      joined |= word.equals("&") || word.equals("-");
      owner |= sentence.token(i).tag().equals("POS");
      list |= word.equals("and");
    }
    if (!joined && !owner && !list) {
      return false;
    }
    Optional<ActorType> kind = NameKinds.head(lower(last), ActorType.OTHER);
    boolean the = first > 0 && sentence.token(first - 1).text().equalsIgnoreCase("the");
    boolean body = kind.filter(type -> type == ActorType.ORGANISATION).isPresent();
    boolean place = kind.filter(type -> type == ActorType.PLACE).isPresent();
    boolean many = isMany(lower(first));
    boolean one =
        owner
            ? (place || body && many) && last - first == 2 && !list
            : list ? body && the && lower(last).length() > 3 : kind.isPresent() || and;
    if (!one || !mayTake(first, last)) {
      return false;
    }
    clear(first, last);
    put(first, last, kind.orElse(ActorType.ORGANISATION));
    return true;
  }

  /** Whether tokens hold no name of the user's table, and none that goes on outside of them. */
  private boolean mayTake(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (at[i] != null && (at[i].listed() || at[i].first() < first || at[i].last() > last)) {
        return false;
      }
    }
    return true;
  }

  /** "walkers", "women": who owns a body. */
  private static boolean isMany(String word) {
    return MANY.contains(word)
        || word.endsWith("s") && NameLists.shipped().isUsual(word.substring(0, word.length() - 1));
  }

  /** Capitals that no finder saw. */
  private void run(int first, int last) {
    List<String> words = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      words.add(sentence.token(i).text());
    }
    boolean begins =
        first == 0 || !Character.isLetterOrDigit(sentence.token(first - 1).text().codePointAt(0));
    String name = String.join(" ", words);
    ActorType type = null;
    Optional<ActorType> told = NameKinds.told(words, ActorType.OTHER);
    if (told.isPresent() && (words.size() > 1 || !begins || told.get() != ActorType.EVENT)) {
      type = told.get();
    } else if (words.size() == 1) {
      boolean the = first > 0 && sentence.token(first - 1).text().equals("the");
      boolean body =
          the
              && NameKinds.head(Folding.plain(name), ActorType.OTHER)
                  .filter(k -> k == ActorType.ORGANISATION)
                  .isPresent();
      if (body || isJoinedInside(name)) {
        type = ActorType.ORGANISATION;
      } else if (Groups.named(name).isPresent()) {
        type = begins ? null : ActorType.GROUP;
      } else if (isStranger(first) && acts(last)) {
        type =
            PersonName.genderOf(name) == Gender.UNKNOWN ? ActorType.ORGANISATION : ActorType.PERSON;
      }
    } else if (words.size() < 4
        && PersonName.genderOf(words.get(0)) != Gender.UNKNOWN
        && words.stream().allMatch(word -> word.length() > 1)) {
      type = ActorType.PERSON;
    }
    if (type != null) {
      put(first, last, type);
    }
  }

  /** A singular with one capital that no list knows. */
  private boolean isStranger(int i) {
    String word = sentence.token(i).text();
    return sentence.token(i).tag().equals("NNP")
        && word.length() >= SHORTEST_STRANGER
        && !CALENDAR.contains(lower(i))
        && word.chars().skip(1).allMatch(Character::isLowerCase)
        && !NameLists.shipped().isUsual(word)
        && !NameLists.shipped().isUsual(word.substring(0, word.length() - 1));
  }

  /** Whether a finite verb or a possessive mark stands behind a token. */
  private boolean acts(int i) {
    String tag = i + 1 < sentence.size() ? sentence.token(i + 1).tag() : "";
    return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("MD") || tag.equals("POS");
  }

  /** "StarFeed" is a firm, "McAdam" is not. */
  private static boolean isJoinedInside(String word) {
    int upper = -1;
    for (int i = 2; i < word.length() - 1 && upper < 0; i++) {
      upper =
          Character.isUpperCase(word.charAt(i))
                  && Character.isLowerCase(word.charAt(i - 1))
                  && Character.isLowerCase(word.charAt(i + 1))
              ? i
              : -1;
    }
    return upper > 2
        && !word.startsWith("Mac")
        && !word.startsWith("Fitz")
        && word.chars().allMatch(Character::isLetter);
  }

  /** Leaves out the names of some tokens. */
  private void clear(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (at[i] != null) {
        Arrays.fill(at, at[i].first(), at[i].last() + 1, null);
      }
    }
  }

  private Name put(int first, int last, ActorType type) {
    Name name = Name.of(text.text(), document, s, sentence, first, last, type, false);
    hold(name);
    return name;
  }

  private static boolean isProper(Token token) {
    return token.tag().startsWith("NNP") && isCapital(token);
  }

  private static boolean isCapital(Token token) {
    return Character.isUpperCase(token.text().codePointAt(0));
  }

  private String lower(int i) {
    return sentence.token(i).text().toLowerCase(Locale.ROOT);
  }
}
