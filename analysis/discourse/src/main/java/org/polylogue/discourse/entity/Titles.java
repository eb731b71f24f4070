package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.model.ActorType;

/** Titles that a name finder took for a part of a name. */
final class Titles {

  private Titles() {}

  /**
   * Gives the office back that stands between a body and a person: of "Rosatom General" before
   * "Director Alexey Likhachev" the body keeps "Rosatom"; and a person's name does not begin with a
   * title.
   */
  static List<Name> takeFromNames(AnnotatedText text, List<Name> names) {
    List<Name> kept = new ArrayList<>(names);
    for (int i = 0; i < kept.size(); i++) {
      Name name = kept.get(i);
      if (name.type() != ActorType.PERSON || name.listed()) {
        continue;
      }
      Sentence sentence = text.sentences().get(name.sentence());
      int first = name.first();
      while (first < name.last()) {
        Roles.Role title = Roles.title(Folding.plain(sentence.token(first).text()));
        if (title == null || first + 1 == name.last() && isShortName(sentence, first)) {
          break;
        }
        first++;
      }
      if (first > name.first()) {
        kept.set(i, cut(text, name, first, name.last()));
      }
      if (i > 0 && kept.get(i - 1).sentence() == name.sentence()) {
        shorten(text, kept, i, sentence, first);
      }
    }
    return kept;
  }

  /** A title word that is also a given name, before a surname: "Dean Smith", "Marshal Tito". */
  private static boolean isShortName(Sentence sentence, int i) {
    return PersonName.genderOf(sentence.token(i).text()) != Gender.UNKNOWN;
  }

  private static void shorten(
      AnnotatedText text, List<Name> kept, int i, Sentence sentence, int first) {
    Name before = kept.get(i - 1);
    if (before.type() == ActorType.PERSON || before.listed()) {
      return;
    }
    Roles.Found title = Roles.titleEndingAt(sentence.tokens(), first - 1);
    if (title != null && title.first() > before.first() && title.first() <= before.last()) {
      kept.set(i - 1, cut(text, before, before.first(), title.first() - 1));
    }
  }

  private static Name cut(AnnotatedText text, Name name, int first, int last) {
    return Name.of(
        text.text(),
        name.document(),
        name.sentence(),
        text.sentences().get(name.sentence()),
        first,
        last,
        name.type(),
        false);
  }
}
