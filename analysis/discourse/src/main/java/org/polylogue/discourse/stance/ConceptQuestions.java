package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.model.Document;
import org.polylogue.model.Stance;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/**
 * Asks for stances towards the concepts of a codebook, in texts in which they are recognised.
 * Immutable and thread-safe.
 */
public final class ConceptQuestions {

  private record Recognised(List<Pattern> patterns, List<String> names) {}

  private final Map<String, Recognised> concepts = new LinkedHashMap<>();

  /**
   * Questions about the concepts of a codebook.
   *
   * @param codebook the concepts
   */
  public ConceptQuestions(Codebook codebook) {
    for (Codebook.Concept concept : codebook.concepts()) {
      concepts.put(concept.name(), new Recognised(concept.recognisers(), concept.phrases()));
    }
  }

  /**
   * The concepts that it knows.
   *
   * @return their names, in the order of the codebook
   */
  public List<String> names() {
    return List.copyOf(concepts.keySet());
  }

  /**
   * Asks about a concept.
   *
   * @param concept its name
   * @param document where the holder speaks
   * @param own the holder's own words in it, in order and disjoint
   * @param holder whose stance is asked for
   * @return the question; empty if the concept is not recognised in the holder's own words
   * @throws IllegalArgumentException if the codebook has no such concept
   */
  public Optional<StanceQuestion> about(
      String concept, Document document, List<Span> own, Voice holder) {
    Recognised recognised = concepts.get(concept);
    if (recognised == null) {
      throw new IllegalArgumentException(
          "no concept '" + concept + "' in the codebook; there are " + concepts.keySet());
    }
    StanceQuestion question =
        new StanceQuestion(
            document,
            own,
            holder,
            new Stance.Target.OfConcept(concept),
            "",
            recognised.names,
            List.of(),
            List.of());
    List<Span> places = places(question.ownText(), recognised.patterns);
    return places.isEmpty() ? Optional.empty() : Optional.of(question.at(places));
  }

  private static List<Span> places(String text, List<Pattern> patterns) {
    List<Span> places = new ArrayList<>();
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          places.add(new Span(matcher.start(), matcher.end()));
        }
      }
    }
    return places;
  }
}
