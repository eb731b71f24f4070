package org.polylogue.discourse.entity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.model.ActorType;

/**
 * What tells of a name in one document that a person bears it, whatever finders took it for: "Byas,
 * who", "Byas's mother", and a pronoun of a gender for its subject where nobody else is named whom
 * it could mean ("Byas lost his job", "In his first season, Byas played").
 */
final class PersonClues {

  private static final Set<String> HAS = EntityWords.list("person-has");
  private static final Set<String> SEVERAL = Set.of("are", "were", "have");

  private final AnnotatedText text;

  /** Which tokens of each sentence belong to a person's name. */
  private final boolean[][] persons;

  PersonClues(AnnotatedText text, List<Name> names) {
    this.text = text;
    this.persons = new boolean[text.sentences().size()][];
    for (Name name : names) {
      if (name.type() == ActorType.PERSON) {
        for (int i = name.first(); i <= name.last(); i++) {
          at(name.sentence())[i] = true;
        }
      }
    }
  }

  private boolean[] at(int sentence) {
    if (persons[sentence] == null) {
      persons[sentence] = new boolean[text.sentences().get(sentence).size()];
    }
    return persons[sentence];
  }

  /** Whether the words around a name tell that a person bears it. */
  boolean tell(Name name) {
    Sentence sentence = text.sentences().get(name.sentence());
    return isDescribed(sentence, name.last() + 1) || isMeant(sentence, name);
  }

  /** "NAME, who was", "NAME's mother". */
  private static boolean isDescribed(Sentence sentence, int after) {
    if (after + 1 >= sentence.size()) {
      return false;
    }
    String next = sentence.token(after + 1).lemma();
    if (sentence.token(after).tag().equals("POS")) {
      return HAS.contains(next) || Relatives.kin(next).isPresent();
    }
    return sentence.token(after).text().equals(",")
        && next.equals("who")
        && after + 2 < sentence.size()
        && !SEVERAL.contains(sentence.token(after + 2).text());
  }

  /** Whether a pronoun in the sentence means the name, as its subject. */
  private boolean isMeant(Sentence sentence, Name name) {
    int verb = name.last() + 1;
    if (verb < sentence.size() && sentence.token(verb).tag().equals("RB")) {
      verb++;
    }
    boolean subject =
        verb < sentence.size()
            && (sentence.token(verb).tag().startsWith("VB")
                    && !sentence.token(verb).tag().equals("VBN")
                    && !sentence.token(verb).tag().equals("VBG")
                || sentence.token(verb).tag().equals("MD"));
    if (!subject) {
      return false;
    }
    boolean alone = name.sentence() == 0 || !anybody(name.sentence() - 1, Integer.MAX_VALUE);
    boolean before = anybody(name.sentence(), name.first());
    boolean comma = name.first() > 1 && sentence.token(name.first() - 1).text().equals(",");
    for (int i = 0; i < sentence.size(); i++) {
      if (i == name.first()) {
        i = name.last();
      } else if (gender(sentence, i) != Gender.UNKNOWN) {
        return i < name.first()
            ? comma && !before
            : alone && !before && !anybody(name.sentence(), i);
      }
    }
    return false;
  }

  private static Gender gender(Sentence sentence, int i) {
    return PronounWords.gender(sentence.token(i));
  }

  /** Whether a person is named or described before a token of a sentence. */
  private boolean anybody(int s, int before) {
    Sentence sentence = text.sentences().get(s);
    boolean[] named = persons[s];
    for (int i = 0; i < sentence.size() && i < before; i++) {
      String tag = sentence.token(i).tag();
      boolean noun =
          tag.startsWith("NN")
              && ActorNouns.kind(sentence.token(i).lemma().toLowerCase(Locale.ROOT), false)
                  == ActorType.PERSON;
      if (named != null && named[i] || noun) {
        return true;
      }
    }
    return false;
  }
}
