package org.polylogue.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.Document;
import org.polylogue.model.Moment;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Statements read from discourses. The stances of quoted speakers towards concepts are statements.
 * Where a codebook of concepts is given, a quotation that touches a concept is a statement too if
 * its tone takes a side; where a stance towards that concept rests on the quotation, the stance
 * decides. Each statement points at the words that show it. Immutable and thread-safe.
 */
public final class StatementExtraction {

  /** A tone closer to 0 takes no side. */
  private static final double LEAST_TONE = 0.05;

  /**
   * What was found and what was left out.
   *
   * @param statements the statements, in the order of the documents
   * @param withoutSpeaker statements whose speaker has no name
   * @param withoutSide quotations that touch a concept and take no side
   */
  public record Extracted(List<Statement> statements, int withoutSpeaker, int withoutSide) {
    /** Copies the statements. */
    public Extracted {
      statements = List.copyOf(statements);
    }
  }

  private final Function<String, ? extends Iterable<String>> concepts;

  private StatementExtraction(Function<String, ? extends Iterable<String>> concepts) {
    this.concepts = Objects.requireNonNull(concepts, "concepts");
  }

  /**
   * Takes the stances towards concepts that were found.
   *
   * @return the extraction
   */
  public static StatementExtraction ofStances() {
    return new StatementExtraction(text -> List.of());
  }

  /**
   * Takes quotations that touch a concept, besides stances.
   *
   * @param concepts names the concepts that a text touches
   * @return the extraction
   */
  public static StatementExtraction ofConcepts(
      Function<String, ? extends Iterable<String>> concepts) {
    return new StatementExtraction(concepts);
  }

  /**
   * Reads the statements of a discourse.
   *
   * @param discourse an article and its comments
   * @return statements of quoted speakers
   */
  public Extracted of(Discourse discourse) {
    Reading reading = new Reading(discourse);
    for (Stance stance : discourse.stances()) {
      if (stance instanceof Stance.Taken taken
          && taken.holder() instanceof Voice.Source source
          && taken.target() instanceof Stance.Target.OfConcept concept) {
        reading.stance(taken, source.speaker(), concept.name());
      }
    }
    List<Document> documents = discourse.conversation().documents();
    for (int i = 0; i < documents.size(); i++) {
      reading.document(documents.get(i), discourse.documents().get(i));
    }
    return new Extracted(reading.statements, reading.withoutSpeaker, reading.withoutSide);
  }

  private final class Reading {
    private final Discourse discourse;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Optional<LocalDate>> dates = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, Set<Span>> decided = new HashMap<>();
    private int withoutSpeaker;
    private int withoutSide;

    Reading(Discourse discourse) {
      this.discourse = discourse;
      discourse.actors().forEach(actor -> actors.put(actor.id(), actor));
      Optional<LocalDate> published =
          discourse.conversation().article().publication().date().map(Moment::date);
      dates.put(discourse.conversation().article().id(), published);
      discourse
          .conversation()
          .comments()
          .forEach(c -> dates.put(c.id(), c.time().map(Moment::date).or(() -> published)));
    }

    void stance(Stance.Taken taken, Speaker speaker, String concept) {
      for (Passage evidence : taken.evidence()) {
        decided
            .computeIfAbsent(key(taken.documentId(), concept), k -> new HashSet<>())
            .add(evidence.span());
      }
      Optional<Boolean> side = side(taken.label());
      if (side.isPresent()) {
        add(speaker, concept, side.get(), taken.evidence().get(0));
      } else {
        withoutSide++;
      }
    }

    void document(Document document, DocumentDiscourse found) {
      for (Quotation quotation : found.quotations()) {
        StringBuilder words = new StringBuilder();
        quotation.content().forEach(span -> words.append(span.of(document.text())).append(' '));
        for (String concept : concepts.apply(words.toString())) {
          Span extent = quotation.extent();
          boolean known =
              decided.getOrDefault(key(document.id(), concept), Set.of()).stream()
                  .anyMatch(extent::overlaps);
          if (known) {
            continue;
          }
          OptionalDouble tone = tone(found, quotation);
          if (tone.isEmpty() || Math.abs(tone.getAsDouble()) < LEAST_TONE) {
            withoutSide++;
          } else {
            add(
                quotation.speaker(),
                concept,
                tone.getAsDouble() > 0,
                new Passage(document.id(), extent));
          }
        }
      }
    }

    private OptionalDouble tone(DocumentDiscourse found, Quotation quotation) {
      return found.sentiments().stream()
          .filter(s -> s.voice() instanceof Voice.Source)
          .filter(s -> quotation.content().stream().anyMatch(s.span()::overlaps))
          .mapToDouble(Sentiment::score)
          .average();
    }

    private void add(Speaker speaker, String concept, boolean agreement, Passage passage) {
      if (!(speaker instanceof Speaker.Resolved resolved)) {
        withoutSpeaker++;
        return;
      }
      Actor actor = actors.get(resolved.actorId());
      statements.add(
          new Statement(
              resolved.name(),
              concept,
              agreement,
              passage.documentId(),
              Optional.of(passage),
              dates.getOrDefault(passage.documentId(), Optional.empty()),
              actor == null ? Map.of() : actor.attributes()));
    }

    private String key(String documentId, String concept) {
      return documentId + '\n' + concept;
    }
  }

  private static Optional<Boolean> side(StanceLabel label) {
    if (label == StanceLabel.Favor.FAVOR || label == StanceLabel.Agreement.AGREE) {
      return Optional.of(true);
    }
    return label == StanceLabel.Favor.AGAINST || label == StanceLabel.Agreement.DISAGREE
        ? Optional.of(false)
        : Optional.empty();
  }
}
