package org.polylogue.samples.command;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.RegionLayer;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.slice.Condition;
import org.polylogue.lexis.slice.Slice;

/** What a mistyped word may have meant: the known word with the fewest edits (Levenshtein 1965). */
final class Nearest {

  private static final int LETTERS_AN_EDIT = 3;

  private Nearest() {}

  /**
   * The nearest of several words.
   *
   * @param word as it was typed
   * @param known what could have been typed
   * @return empty if none is near: more than one letter in three is another one
   */
  static Optional<String> to(String word, Stream<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    int most = Math.max(1, typed.length() / LETTERS_AN_EDIT);
    LevenshteinDistance distance = new LevenshteinDistance(most);
    Map<String, Integer> edits =
        known
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), w -> distance.apply(typed, w.toLowerCase(Locale.ROOT))));
    return edits.entrySet().stream()
        .filter(entry -> entry.getValue() >= 0)
        .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  /**
   * For a fact in a slice that nothing has: the nearest value that something has.
   *
   * @param index the corpus
   * @param slice asks for facts
   * @return such as {@code actor=Hana Corvin}; empty if every fact is there or nothing is near
   */
  static Optional<String> fact(TokenIndex index, Slice slice) {
    if (slice instanceof Slice.Documents documents) {
      return near(
          List.of(documents.attribute()),
          documents.condition(),
          attribute ->
              IntStream.range(0, index.documentCount())
                  .mapToObj(i -> index.documentAttribute(attribute, i)));
    }
    if (slice instanceof Slice.Attribute fact) {
      String name = fact.attribute().substring(fact.attribute().indexOf('.') + 1);
      return fact(index, new Slice.Documents(name, fact.condition()))
          .or(
              () ->
                  facts(index, Region.QUOTATION, List.of(new Slice.Fact(name, fact.condition()))));
    }
    if (slice instanceof Slice.Inside inside) {
      return facts(index, inside.layer(), inside.facts());
    }
    if (slice instanceof Slice.Sentences sentences) {
      return facts(index, sentences.layer(), sentences.facts());
    }
    if (slice instanceof Slice.Not not) {
      return fact(index, not.part());
    }
    List<Slice> parts = slice instanceof Slice.All all ? all.parts() : ((Slice.Any) slice).parts();
    return parts.stream().flatMap(part -> fact(index, part).stream()).findFirst();
  }

  private static Optional<String> facts(TokenIndex index, String name, List<Slice.Fact> facts) {
    if (!index.layers().contains(name)) {
      return Optional.empty();
    }
    RegionLayer layer = index.layer(name);
    return facts.stream()
        .flatMap(
            fact ->
                near(
                    fact.attributes(),
                    fact.condition(),
                    attribute ->
                        IntStream.range(0, layer.size())
                            .mapToObj(i -> layer.attribute(attribute, i)))
                    .stream())
        .findFirst();
  }

  private static Optional<String> near(
      List<String> attributes,
      Condition condition,
      Function<String, Stream<Optional<String>>> values) {
    if (!(condition instanceof Condition.Text text) || text.pattern().contains("*")) {
      return Optional.empty();
    }
    Set<String> known = new HashSet<>();
    for (String attribute : attributes) {
      values.apply(attribute).flatMap(Optional::stream).forEach(known::add);
    }
    if (known.stream().anyMatch(condition::test)) {
      return Optional.empty();
    }
    return to(text.pattern(), known.stream()).map(value -> attributes.get(0) + "=" + value);
  }
}
