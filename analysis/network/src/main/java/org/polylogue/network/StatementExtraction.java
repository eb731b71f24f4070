package org.polylogue.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.stance.Codebook;
import org.polylogue.discourse.stance.ConceptStance;
import org.polylogue.discourse.stance.StanceQuestion;
import org.polylogue.discourse.stance.StanceReader;
import org.polylogue.discourse.stance.TargetStance;
import org.polylogue.model.Actor;
import org.polylogue.model.Document;
import org.polylogue.model.Moment;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Statements read from discourses. The stances of quoted speakers towards concepts are statements.
 * Where a codebook is given, the stance of every quotation towards every concept of it is read too,
 * unless one that rests on the same words is there already. Each statement points at the words that
 * show it. Immutable and thread-safe.
 */
public final class StatementExtraction {

  /**
   * What was found and what was left out.
   *
   * @param statements the statements; those of stances that were there first, then those read from
   *     quotations, each in the order of the documents
   * @param withoutSpeaker statements whose speaker has no name
   * @param withoutSide quotations that speak of a concept and take no side
   */
  public record Extracted(List<Statement> statements, int withoutSpeaker, int withoutSide) {
    /** Copies the statements. */
    public Extracted {
      statements = List.copyOf(statements);
    }
  }

  private final Optional<StanceReader> reader;
  private final List<String> concepts;

  private StatementExtraction(Optional<StanceReader> reader, List<String> concepts) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.concepts = List.copyOf(concepts);
  }

  /**
   * Takes the stances towards concepts that were found.
   *
   * @return the extraction
   */
  public static StatementExtraction ofStances() {
    return new StatementExtraction(Optional.empty(), List.of());
  }

  /**
   * Reads quotations with a codebook and the model that is shipped, besides taking stances.
   *
   * @param codebook the concepts
   * @return the extraction
   */
  public static StatementExtraction of(Codebook codebook) {
    ConceptStance reader = new ConceptStance(codebook, TargetStance.shipped());
    return reading(reader, reader.names());
  }

  /**
   * Reads quotations with a reader of stances, besides taking stances.
   *
   * @param reader answers for targets that are concepts
   * @param concepts names of the concepts
   * @return the extraction
   */
  public static StatementExtraction reading(StanceReader reader, List<String> concepts) {
    return new StatementExtraction(Optional.of(reader), concepts);
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
        for (String concept : concepts) {
          Set<Span> known = decided.getOrDefault(key(document.id(), concept), Set.of());
          if (known.stream().noneMatch(quotation.extent()::overlaps)) {
            quotation(document, quotation, concept);
          }
        }
      }
    }

    private void quotation(Document document, Quotation quotation, String concept) {
      Stance stance =
          reader
              .orElseThrow()
              .read(
                  new StanceQuestion(
                      document,
                      quotation.content(),
                      new Voice.Source(quotation.speaker()),
                      new Stance.Target.OfConcept(concept),
                      "",
                      List.of(),
                      List.of()));
      if (stance instanceof Stance.Taken taken) {
        Optional<Boolean> side = side(taken.label());
        if (side.isPresent()) {
          add(quotation.speaker(), concept, side.get(), taken.evidence().get(0));
        } else {
          withoutSide++;
        }
      }
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
