package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.post.Taken;
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
 * beliefs. Sentences where nearly every word has a capital tell nothing.
 */
final class MissedNames {

  private static final int LONGEST = 7;
  private static final Set<String> TAILS = EntityWords.list("name-tail");
  private static final Set<String> PARTICLES = EntityWords.list("particle");
  private static final Set<String> CALLS = EntityWords.list("call");
  private static final Set<String> MANY = Set.of("women", "men", "children", "people");
  private static final Set<String> PARTIES = Set.of("D", "R", "I");
  private static final Set<String> INNER = Set.of("of", "for", "and", "&", "-", "–");

  private final AnnotatedText text;
  private final int document;
  private final List<Name> names;
  private final Taken taken;

  private MissedNames(AnnotatedText text, int document, List<Name> names) {
    this.text = text;
    this.document = document;
    this.names = names;
    this.taken = new Taken(text);
    names.forEach(name -> taken.mark(name.sentence(), name.first(), name.last()));
  }

  /** Joins and adds names of a document; its list stays in order. */
  static void add(AnnotatedText text, int document, List<Name> names) {
    MissedNames missed = new MissedNames(text, document, names);
    int next = 0;
    names.removeIf(name -> isNumbered(text, name));
    names.replaceAll(name -> withoutCall(text, name));
    List<Name> before = List.copyOf(names);
    for (int s = 0; s < text.sentences().size(); s++) {
      int first = next;
      while (next < before.size() && before.get(next).sentence() == s) {
        next++;
      }
      Sentence sentence = text.sentences().get(s);
      if (!Headings.isHeading(sentence)) {
        missed.read(s, sentence, before.subList(first, next));
        missed.joinParticles(s, sentence, before.subList(first, next));
        missed.regions(s, sentence);
      }
    }
    names.sort(Comparator.comparing(Name::span));
  }

  /** "Bravo Ann" is Ann. */
  private static Name withoutCall(AnnotatedText text, Name name) {
    Sentence sentence = text.sentences().get(name.sentence());
    return name.listed()
            || name.last() == name.first()
            || !CALLS.contains(lower(sentence, name.first()))
        ? name
        : Name.of(
            text.text(),
            name.document(),
            name.sentence(),
            sentence,
            name.first() + 1,
            name.last(),
            name.type(),
            false);
  }

  /** "Paragraph 4", "Line 9" are no actors. */
  private static boolean isNumbered(AnnotatedText text, Name name) {
    Sentence sentence = text.sentences().get(name.sentence());
    int number = name.last() + 1;
    return !name.listed()
        && name.first() == name.last()
        && number < sentence.size()
        && sentence.token(number).tag().equals("CD")
        && Character.isDigit(sentence.token(number).text().codePointAt(0))
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

  private void read(int s, Sentence sentence, List<Name> found) {
    for (int i = 0; i < sentence.size(); i++) {
      boolean begins =
          isProper(sentence.token(i)) || isCapital(sentence.token(i)) && taken.any(s, i, i);
      if (!begins) {
        continue;
      }
      int last = end(sentence, i);
      if (!name(s, sentence, i, last, found)) {
        for (int k = i; k <= last; k++) {
          if (isProper(sentence.token(k)) && !taken.any(s, k, k)) {
            int end = k;
            while (end < last
                && isProper(sentence.token(end + 1))
                && !taken.any(s, end + 1, end + 1)) {
              end++;
            }
            run(s, sentence, k, end);
            k = end;
          }
        }
      }
      i = last;
    }
  }

  /** Where capitals that may be one name end: "Dock and Deck Union", "Miller's Row". */
  private static int end(Sentence sentence, int first) {
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

  /** States behind a party or a town: "(D-Wis.)", "Richmond, Va.". */
  private void regions(int s, Sentence sentence) {
    for (int i = 1; i < sentence.size(); i++) {
      String word = sentence.token(i).text();
      String mark = sentence.token(i - 1).text();
      String before = i < 2 ? "" : sentence.token(i - 2).text();
      boolean joined = word.length() > 2 && word.charAt(1) == '-';
      boolean told =
          joined
              ? PARTIES.contains(word.substring(0, 1))
              : mark.equals("-") && PARTIES.contains(before)
                  || i > 1 && mark.equals(",") && isCapital(sentence.token(i - 2));
      int token = i;
      if (told) {
        int from = joined ? 2 : 0;
        Regions.abbreviated(word.substring(from))
            .ifPresent(region -> region(s, sentence, token, from, region));
      }
    }
  }

  private void region(int s, Sentence sentence, int token, int from, String called) {
    names.removeIf(name -> name.sentence() == s && overlaps(name, token, token) && !name.listed());
    Span span = new Span(sentence.token(token).start() + from, sentence.token(token).end());
    put(s, token, token, ActorType.PLACE, called, span);
  }

  /** "Omar | bin | Said" is one person. */
  private void joinParticles(int s, Sentence sentence, List<Name> found) {
    for (int i = 0; i + 1 < found.size(); i++) {
      Name one = found.get(i);
      Name other = found.get(i + 1);
      boolean joined =
          one.type() == ActorType.PERSON
              && !one.listed()
              && !other.listed()
              && other.first() > one.last() + 1
              && other.first() <= one.last() + 3;
      for (int k = one.last() + 1; joined && k < other.first(); k++) {
        joined = PARTICLES.contains(sentence.token(k).text());
      }
      if (joined) {
        names.remove(one);
        names.remove(other);
        put(s, sentence, one.first(), other.last(), ActorType.PERSON);
      }
    }
  }

  /** Takes the capitals as one name if their joints and last word say so. */
  private boolean name(int s, Sentence sentence, int first, int last, List<Name> found) {
    boolean joined = false;
    boolean owner = false;
    boolean list = false;
    for (int i = first + 1; i < last; i++) {
      String word = sentence.token(i).text();
      joined |= word.equals("&") || word.equals("-");
      owner |= sentence.token(i).tag().equals("POS");
      list |= word.equals("and");
    }
    if (!joined && !owner && !list) {
      return false;
    }
    Optional<ActorType> kind = NameKinds.head(lower(sentence, last), ActorType.OTHER);
    boolean the = first > 0 && sentence.token(first - 1).text().equalsIgnoreCase("the");
    boolean body = kind.filter(type -> type == ActorType.ORGANISATION).isPresent();
    boolean place = kind.filter(type -> type == ActorType.PLACE).isPresent();
    boolean many = isMany(lower(sentence, first));
    boolean one =
        owner
            ? (place || body && many) && last - first == 2 && !list
            : list
                ? body && the && lower(sentence, last).length() > 3
                : kind.isPresent() || hasAnd(sentence, first, last);
    if (!one
        || found.stream()
            .anyMatch(
                name ->
                    overlaps(name, first, last)
                        && (name.listed() || name.first() < first || name.last() > last))) {
      return false;
    }
    names.removeIf(name -> name.sentence() == s && overlaps(name, first, last));
    put(s, sentence, first, last, kind.orElse(ActorType.ORGANISATION));
    return true;
  }

  /** "walkers", "women": who owns a body. */
  private static boolean isMany(String word) {
    return MANY.contains(word)
        || word.endsWith("s") && NameLists.shipped().isUsual(word.substring(0, word.length() - 1));
  }

  private static boolean hasAnd(Sentence sentence, int first, int last) {
    for (int i = first + 1; i < last; i++) {
      if (sentence.token(i).text().equals("&")) {
        return true;
      }
    }
    return false;
  }

  private static boolean overlaps(Name name, int first, int last) {
    return name.first() <= last && first <= name.last();
  }

  /** Capitals that no finder saw. */
  private void run(int s, Sentence sentence, int first, int last) {
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
      type =
          body || isJoinedInside(name)
              ? ActorType.ORGANISATION
              : Groups.named(name).isPresent() && !begins ? ActorType.GROUP : null;
    } else if (words.size() < 4
        && PersonName.genderOf(words.get(0)) != Gender.UNKNOWN
        && words.stream().allMatch(word -> word.length() > 1)) {
      type = ActorType.PERSON;
    }
    if (type != null) {
      put(s, sentence, first, last, type);
    }
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

  private void put(int s, Sentence sentence, int first, int last, ActorType type) {
    Span span = new Span(sentence.token(first).start(), sentence.token(last).end());
    put(s, first, last, type, Name.singleSpaced(span.of(text.text())), span);
  }

  private void put(int s, int first, int last, ActorType type, String called, Span span) {
    taken.mark(s, first, last);
    names.add(new Name(document, s, first, last, type, called, span, false));
  }

  private static boolean isProper(Token token) {
    return token.tag().startsWith("NNP") && isCapital(token);
  }

  private static boolean isCapital(Token token) {
    return Character.isUpperCase(token.text().codePointAt(0));
  }

  private static String lower(Sentence sentence, int i) {
    return sentence.token(i).text().toLowerCase(Locale.ROOT);
  }
}
