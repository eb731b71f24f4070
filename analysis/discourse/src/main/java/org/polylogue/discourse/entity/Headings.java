package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.NameLists;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;

/**
 * Names in headings and other sentences where nearly every word has a capital, so that capitals
 * tell nothing: names that the rest of the conversation knows, countries, a given name before a
 * word that is no word of every day; else what a finder saw, if no word of it is one.
 */
final class Headings {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 6;
  private static final double CAPITALS = 0.8;

  private final Map<String, ActorType> known = new HashMap<>();

  private Headings() {}

  /** Decides the names of all such sentences; the lists stay in order. */
  static void settle(List<AnnotatedText> texts, List<List<Name>> names) {
    Headings headings = new Headings();
    for (int d = 0; d < names.size(); d++) {
      for (Name name : names.get(d)) {
        if (!isHeading(texts.get(d).sentences().get(name.sentence()))) {
          headings.learn(name);
        }
      }
    }
    for (int d = 0; d < names.size(); d++) {
      headings.read(texts.get(d), d, names.get(d));
    }
  }

  /** Whether nearly every word has a capital. */
  static boolean isHeading(Sentence sentence) {
    int words = 0;
    int capitals = 0;
    int lower = 0;
    for (Token token : sentence.tokens()) {
      if (Character.isLetter(token.text().codePointAt(0))) {
        boolean capital = Character.isUpperCase(token.text().codePointAt(0));
        words += token.length() > 3 ? 1 : 0;
        capitals += token.length() > 3 && capital ? 1 : 0;
        lower += capital ? 0 : 1;
      }
    }
    String end = sentence.token(sentence.size() - 1).text();
    boolean titled = capitals >= CAPITALS * words && !end.equals(".") && lower <= capitals;
    return words >= SHORTEST && (lower == 0 || titled);
  }

  private void learn(Name name) {
    List<String> words = name.words();
    if (words.isEmpty()) {
      return;
    }
    known.putIfAbsent(Folding.plain(String.join(" ", words)), name.type());
    if (name.type() == ActorType.PERSON && words.size() > 1) {
      known.putIfAbsent(Folding.plain(words.get(words.size() - 1)), ActorType.PERSON);
    }
  }

  private void read(AnnotatedText text, int document, List<Name> names) {
    List<Name> kept = new ArrayList<>();
    int next = 0;
    for (int s = 0; s < text.sentences().size(); s++) {
      int first = next;
      while (next < names.size() && names.get(next).sentence() == s) {
        next++;
      }
      List<Name> here = names.subList(first, next);
      Sentence sentence = text.sentences().get(s);
      if (isHeading(sentence)) {
        kept.addAll(read(text, document, s, sentence, here));
      } else {
        kept.addAll(here);
      }
    }
    names.clear();
    names.addAll(kept);
  }

  private List<Name> read(
      AnnotatedText text, int document, int s, Sentence sentence, List<Name> found) {
    List<Name> names = new ArrayList<>();
    boolean[] taken = new boolean[sentence.size()];
    for (Name name : found) {
      if (name.listed()) {
        names.add(name);
        mark(taken, name.first(), name.last());
      }
    }
    for (int i = 0; i < sentence.size(); i++) {
      for (int last = Math.min(sentence.size(), i + LONGEST) - 1; last >= i; last--) {
        Optional<ActorType> type = taken[i] ? Optional.empty() : type(sentence, i, last);
        if (type.isPresent()) {
          names.add(Name.of(text.text(), document, s, sentence, i, last, type.get(), false));
          mark(taken, i, last);
          i = last;
          break;
        }
      }
    }
    for (Name name : found) {
      boolean told = isTold(name);
      boolean free = !name.listed();
      for (int i = name.first(); i <= name.last(); i++) {
        free &= !taken[i] && (told || !isEveryday(sentence.token(i).text()));
      }
      if (free) {
        names.add(name);
      }
    }
    names.sort(Comparator.comparing(Name::span));
    return names;
  }

  /** Short, and a given name before a surname, or with a last word that tells its kind. */
  private static boolean isTold(Name name) {
    List<String> words = name.words();
    boolean person =
        name.type() == ActorType.PERSON
            && words.size() == 2
            && PersonName.genderOf(words.get(0)) != Gender.UNKNOWN;
    return person
        || words.size() > 1
            && words.size() <= SHORTEST
            && NameKinds.told(words, name.type()).isPresent();
  }

  private static void mark(boolean[] taken, int first, int last) {
    for (int i = first; i <= last; i++) {
      taken[i] = true;
    }
  }

  private Optional<ActorType> type(Sentence sentence, int first, int last) {
    StringBuilder words = new StringBuilder();
    for (int i = first; i <= last; i++) {
      words.append(i == first ? "" : " ").append(sentence.token(i).text());
    }
    String name = words.toString();
    String end = sentence.token(last).text();
    if (!Character.isUpperCase(name.codePointAt(0))
        || !Character.isLetterOrDigit(end.codePointBefore(end.length()))) {
      return Optional.empty();
    }
    ActorType seen = known.get(Folding.plain(name));
    if (seen != null) {
      boolean lone = first == last && isEveryday(name) && seen != ActorType.PERSON;
      return lone ? Optional.empty() : Optional.of(seen);
    }
    if (last == first + 1
        && PersonName.genderOf(sentence.token(first).text()) != Gender.UNKNOWN
        && !isEveryday(sentence.token(first).text())
        && !isEveryday(sentence.token(last).text())
        && Character.isUpperCase(sentence.token(last).text().codePointAt(0))) {
      return Optional.of(ActorType.PERSON);
    }
    if (name.length() > SHORTEST && Countries.all().named(name).isPresent()) {
      return Optional.of(ActorType.PLACE);
    }
    return NameKinds.isBody(name) && !isEveryday(name)
        ? Optional.of(ActorType.ORGANISATION)
        : Optional.empty();
  }

  private static boolean isEveryday(String word) {
    return NameLists.shipped().isUsual(word);
  }
}
