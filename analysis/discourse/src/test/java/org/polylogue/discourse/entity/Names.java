package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.model.ActorType;

/** Names of texts whose labels are types of actors. */
final class Names {

  private Names() {}

  static List<Name> of(AnnotatedText text, int document) {
    List<Name> names = new ArrayList<>();
    for (NamedSpan name : text.names()) {
      names.add(
          Name.of(
              text.text(),
              document,
              name.sentence(),
              text.sentences().get(name.sentence()),
              name.firstToken(),
              name.lastToken(),
              ActorType.valueOf(name.label()),
              false));
    }
    return names;
  }

  /** Each as its type and its words, a dash for none. */
  static String shown(List<Name> names) {
    return names.isEmpty()
        ? "-"
        : String.join("; ", names.stream().map(one -> one.type() + " " + one.text()).toList());
  }
}
