package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Mention;
import org.polylogue.text.Span;

class StanceNamesTest {

  private static final String ARTICLE =
      "Chief inspector Una Brace closed the quay. Ivo Tarn, secretary of the Dock Union, objected."
          + " The Valley Bank said nothing.";

  private static Actor actor(String id, String name, ActorType type) {
    return new Actor(id, name, type, new TreeSet<>(List.of(name)), Map.of());
  }

  private static final StanceNames NAMES =
      new StanceNames(
          List.of(
              actor("una", "Una Brace", ActorType.PERSON),
              actor("ivo", "Ivo Tarn", ActorType.PERSON),
              actor("union", "Dock Union", ActorType.ORGANISATION),
              actor("bank", "Valley Bank", ActorType.ORGANISATION),
              actor("group/described/tribunal", "the tribunal", ActorType.GROUP),
              actor("person/described/braces-father", "her father", ActorType.PERSON)),
          ARTICLE,
          List.of(mention("Una Brace", "una"), mention("Ivo Tarn", "ivo")));

  private static Mention mention(String name, String id) {
    int start = ARTICLE.indexOf(name);
    return new Mention(
        new Span(start, start + name.length()), Mention.Form.NAME, id, Optional.empty(), 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the inspector did right | una=inspector",
        "that secretary only wants a headline | ivo=secretary",
        "The union never sleeps. | union=union",
        "ask at the valley bank | bank=valley bank",
        "una brace for mayor | una=una brace",
        "an inspector called, and so did a union | {}",
        "shame on the tribunal | group/described/tribunal=tribunal",
        "there was a tribunal once | {}",
        "my father was there too | {}",
        "nobody is meant here | {}"
      })
  void anActorIsMeantByOfficeKindOrNameInAnyCase(String text, String expected) {
    Map<String, String> found = new TreeMap<>();
    NAMES
        .in(text, List.of())
        .forEach(
            (id, spans) ->
                found.put(
                    id, spans.stream().map(s -> s.of(text)).collect(Collectors.joining(";"))));
    assertThat(found.toString()).isEqualTo(expected.equals("{}") ? "{}" : "{" + expected + "}");
  }
}
