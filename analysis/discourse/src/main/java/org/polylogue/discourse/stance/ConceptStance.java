package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.model.Stance;
import org.polylogue.text.Span;

/**
 * Stance of a speaker towards the concepts of a codebook, read from the sentences in which the
 * concept is recognised. A concept that is not recognised is withheld. Immutable and thread-safe.
 */
public final class ConceptStance implements StanceReader {

  private record Recognised(List<Pattern> patterns, List<String> names) {}

  private final TargetStance targets;
  private final Map<String, Recognised> concepts = new LinkedHashMap<>();

  /**
   * A reader for a codebook.
   *
   * @param codebook the concepts
   * @param targets judges the sentences
   */
  public ConceptStance(Codebook codebook, TargetStance targets) {
    this.targets = targets;
    for (Codebook.Concept concept : codebook.concepts()) {
      List<String> names = new ArrayList<>(concept.phrases());
      names.add(concept.name());
      concepts.put(concept.name(), new Recognised(concept.recognisers(), names));
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

  @Override
  public Stance read(StanceQuestion question) {
    if (!(question.target() instanceof Stance.Target.OfConcept target)) {
      throw new IllegalArgumentException("no concept: " + question.target());
    }
    Recognised concept = concepts.get(target.name());
    if (concept == null) {
      throw new IllegalArgumentException(
          "no concept '" + target.name() + "' in the codebook; there are " + concepts.keySet());
    }
    List<Span> places = places(question, concept);
    if (places.isEmpty()) {
      return Evidence.withheld(question, "the concept is not recognised in the text");
    }
    return targets.towards(question, target.name(), concept.names(), places);
  }

  /** Whether the question's concept is recognised in the holder's own words. */
  boolean recognises(StanceQuestion question) {
    return question.target() instanceof Stance.Target.OfConcept target
        && concepts.containsKey(target.name())
        && !places(question, concepts.get(target.name())).isEmpty();
  }

  private static List<Span> places(StanceQuestion question, Recognised concept) {
    String own = question.ownText();
    List<Span> places = new ArrayList<>();
    for (Pattern pattern : concept.patterns()) {
      Matcher matcher = pattern.matcher(own);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          places.add(new Span(matcher.start(), matcher.end()));
        }
      }
    }
    return places;
  }
}
