package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.pipeline.Scope;

/** Surnames that are words, places or firms mean whoever was named in full before. */
class LoneSurnamesTest {

  private static final int LEAST = 28;

  private static final List<String> NAMES =
      List.of(
          "Marta Price",
          "Owen King",
          "Lucy Young",
          "Peter Law",
          "Ines Church",
          "Tom Bush",
          "Nora Cook",
          "Paul Frost",
          "Helen Long",
          "Brian Pope",
          "Sarah Brown",
          "Jack Bell",
          "Grace Rivers",
          "Hugo Stone",
          "Anna Wells",
          "Mark Ford",
          "Elena Paris",
          "Victor London",
          "Amy Chase",
          "Simon Best",
          "Clara Banks",
          "David Judge",
          "Rita Day",
          "Oscar Rich",
          "Julia Wood",
          "Karen Park",
          "Adam Power",
          "Laura Snow",
          "Eric Major",
          "Tomas Bae");

  private static final List<String> STORIES =
      List.of(
          "The town council chose %1$s as its treasurer on Monday. %2$s has kept the books of the"
              + " rowing club for nine years.\n\nAccording to %2$s, the budget will be balanced"
              + " by spring. Two members voted against %2$s.",
          "%1$s, who runs a bakery on the harbour, wants the ferry back. \"We lose guests every"
              + " week,\" %2$s said.\n\nThe mayor met %2$s on Friday. %2$s's petition has 400"
              + " signatures.",
          "A judge fined %1$s for selling eels without a licence. %2$s told the court that the"
              + " rules were unclear.\n\nLawyers for %2$s will appeal. The association has"
              + " supported %2$s since June.");

  @Test
  void aSurnameThatIsAWordMeansItsBearer() {
    EntityAnalysis analysis = new EntityAnalysis(new LanguageAnalysis(QuotationKindsTest.ENGINE));
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      String full = NAMES.get(i);
      String surname = full.substring(full.indexOf(' ') + 1);
      String text = String.format(STORIES.get(i % STORIES.size()), full, surname);
      Conversation story = Conversation.of(Article.of("a", "", text), List.of());
      Entities entities = new Scope().get(analysis, story);
      Map<Integer, String> wrong = new java.util.TreeMap<>();
      String bearer = "";
      for (int at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1)) {
        int place = at;
        String id =
            entities.mentions("a").stream()
                .filter(one -> one.span().start() <= place && place < one.span().end())
                .map(Mention::actorId)
                .findFirst()
                .orElse("none");
        bearer = bearer.isEmpty() ? id : bearer;
        if (!id.equals(bearer)
            || id.equals("none")
            || entities.actor(id).type() != ActorType.PERSON) {
          wrong.put(at, id);
        }
      }
      if (!wrong.isEmpty()) {
        lost.add(full + " " + wrong);
      }
    }
    assertThat(NAMES.size() - lost.size()).as("lost: " + lost).isGreaterThanOrEqualTo(LEAST);
  }
}
