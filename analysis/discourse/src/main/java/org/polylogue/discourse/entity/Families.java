package org.polylogue.discourse.entity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Groups;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;

/** Families are groups: "the Kern family", and "the Kerns" where somebody bears the name. */
final class Families {

  private static final Set<String> NOUNS = EntityWords.list("family");

  private final Set<String> surnames = new HashSet<>();

  private Families() {}

  /** What a family goes by, whatever noun follows: "kern" for "kern family" and "kerns". */
  static String key(String group) {
    int space = group.lastIndexOf(' ');
    return space > 0 && NOUNS.contains(group.substring(space + 1))
        ? group.substring(0, space)
        : group;
  }

  /** Makes names families and adds those that no finder saw; the lists stay in order. */
  static void settle(List<AnnotatedText> texts, List<List<Name>> names) {
    Families families = new Families();
    for (int d = 0; d < names.size(); d++) {
      for (Name name : names.get(d)) {
        Sentence sentence = texts.get(d).sentences().get(name.sentence());
        if (name.type() == ActorType.PERSON || isFamily(sentence, name)) {
          families.surnames.add(last(name));
        }
      }
    }
    for (int d = 0; d < names.size(); d++) {
      families.read(texts.get(d), d, names.get(d));
    }
  }

  private static String last(Name name) {
    List<String> words = name.words();
    return words.isEmpty() ? "" : Folding.plain(words.get(words.size() - 1));
  }

  private void read(AnnotatedText text, int document, List<Name> names) {
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      Sentence sentence = text.sentences().get(name.sentence());
      boolean plural = isThe(sentence, name.first() - 1) && isPlural(sentence, name.last());
      if (name.listed() || !isFamily(sentence, name) && !(plural && name.first() == name.last())) {
        continue;
      }
      int end = plural ? name.last() : name.last() + 1;
      names.set(i, family(text, document, name.sentence(), name.first(), end));
    }
    Set<Integer> starts = new HashSet<>();
    names.forEach(name -> starts.add(name.span().start()));
    int before = names.size();
    for (int s = 0; s < text.sentences().size(); s++) {
      Sentence sentence = text.sentences().get(s);
      for (int i = 1; i < sentence.size(); i++) {
        boolean free = !starts.contains(sentence.token(i).start());
        if (free && isThe(sentence, i - 1) && isPlural(sentence, i)) {
          names.add(family(text, document, s, i, i));
        }
      }
    }
    if (names.size() > before) {
      names.sort(Comparator.comparing(Name::span));
    }
  }

  private static Name family(AnnotatedText text, int document, int s, int first, int last) {
    Sentence sentence = text.sentences().get(s);
    return Name.of(text.text(), document, s, sentence, first, last, ActorType.GROUP, false);
  }

  private static boolean isFamily(Sentence sentence, Name name) {
    int noun = name.last() + 1;
    return name.type() != ActorType.GROUP
        && isThe(sentence, name.first() - 1)
        && noun < sentence.size()
        && NOUNS.contains(sentence.token(noun).text())
        && Countries.all().named(name.text()).isEmpty();
  }

  /** "Kerns" where somebody is called Kern. */
  private boolean isPlural(Sentence sentence, int i) {
    Token token = sentence.token(i);
    String word = Folding.plain(token.text());
    return token.tag().startsWith("N")
        && Character.isUpperCase(token.text().codePointAt(0))
        && word.endsWith("s")
        && surnames.contains(word.substring(0, word.length() - 1))
        && !surnames.contains(word)
        && Groups.named(token.text()).isEmpty()
        && Countries.all().ofPeople(token.text()).isEmpty();
  }

  private static boolean isThe(Sentence sentence, int i) {
    return i >= 0 && sentence.token(i).text().toLowerCase(Locale.ROOT).equals("the");
  }
}
