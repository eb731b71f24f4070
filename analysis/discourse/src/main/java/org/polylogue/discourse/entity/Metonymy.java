package org.polylogue.discourse.entity;

import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/**
 * Tells where a country, a capital or a seat of government stands for the government: where the
 * grammar makes it the agent of something that only people do, or it is called "official".
 */
final class Metonymy {

  private static final Set<String> ACTS = EntityWords.list("acts");
  private static final Set<String> PROPERTIES = EntityWords.list("policy");

  private Metonymy() {}

  /** The country whose government is meant by a name, empty if it is meant literally. */
  static Optional<Country> government(Name name, Sentence sentence, Optional<Country> country) {
    Countries all = Countries.all();
    Optional<Country> stands =
        country.or(() -> all.ofCapital(name.text())).or(() -> all.ofSeat(name.text()));
    if (stands.isEmpty()) {
      return stands;
    }
    return isCalledOfficial(sentence, name.first()) || isAgent(sentence, name)
        ? stands
        : Optional.empty();
  }

  private static boolean isCalledOfficial(Sentence sentence, int first) {
    return first > 0 && sentence.token(first - 1).text().equalsIgnoreCase("official");
  }

  private static boolean isAgent(Sentence sentence, Name name) {
    if (!sentence.isParsed()) {
      return name.last() + 1 < sentence.size() && acts(sentence.token(name.last() + 1));
    }
    int head = head(sentence, name);
    String relation = sentence.relation(head);
    for (int step = 0; relation.equals("conj") && step < 5; step++) {
      head = sentence.head(head);
      relation = sentence.relation(head);
    }
    int governor = sentence.head(head);
    if (governor == Sentence.NO_HEAD) {
      return false;
    }
    Token verb = sentence.token(governor);
    return switch (relation) {
      case "nsubj" -> acts(verb);
      case "obl", "obl:agent" -> isPassiveAgent(sentence, head, governor);
      case "nmod:poss" -> PROPERTIES.contains(verb.lemma());
      default -> false;
    };
  }

  private static boolean isPassiveAgent(Sentence sentence, int head, int governor) {
    boolean by = false;
    boolean passive = false;
    for (int i = 0; i < sentence.size(); i++) {
      by |= sentence.head(i) == head && sentence.token(i).text().equalsIgnoreCase("by");
      passive |= sentence.head(i) == governor && sentence.relation(i).endsWith(":pass");
    }
    return by
        && (passive || sentence.token(governor).tag().equals("VBN"))
        && ACTS.contains(sentence.token(governor).lemma());
  }

  private static boolean acts(Token verb) {
    return verb.tag().startsWith("VB") && ACTS.contains(verb.lemma());
  }

  /** The token of the name whose head lies outside of it. */
  private static int head(Sentence sentence, Name name) {
    for (int i = name.last(); i >= name.first(); i--) {
      int head = sentence.head(i);
      if (head < name.first() || head > name.last()) {
        return i;
      }
    }
    return name.last();
  }
}
