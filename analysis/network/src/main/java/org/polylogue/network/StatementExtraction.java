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
import org.polylogue.discourse.stance.ConceptQuestions;
import org.polylogue.discourse.stance.StanceReader;
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

  private record Questions(ConceptQuestions concepts, StanceReader reader) {}

  private final Optional<Questions> questions;

  private StatementExtraction(Optional<Questions> questions) {
    this.questions = questions;
  }

  /**
   * Takes the stances towards concepts that were found.
   *
   * @return the extraction
   */
  public static StatementExtraction ofStances() {
    return new StatementExtraction(Optional.empty());
  }

  /**
   * Reads quotations with a codebook, besides taking stances.
   *
   * @param codebook the concepts
   * @param reader reads the stances of quotations in which a concept is recognised
   * @return the extraction
   */
  public static StatementExtraction of(Codebook codebook, StanceReader reader) {
    Objects.requireNonNull(reader, "reader");
    return new StatementExtraction(
        Optional.of(new Questions(new ConceptQuestions(codebook), reader)));
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
      if (stance.target().type().equals("concept")) {
        stance.taken().ifPresent(reading::stance);
      }
    }
    questions.ifPresent(
        some -> {
          List<Document> documents = discourse.conversation().documents();
          for (int i = 0; i < documents.size(); i++) {
            reading.document(documents.get(i), discourse.documents().get(i), some);
          }
        });
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

    void stance(Stance.Taken taken) {
      taken.holder().quoted().ifPresent(speaker -> stance(taken, speaker, taken.target().id()));
    }

    private void stance(Stance.Taken taken, Speaker speaker, String concept) {
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

    void document(Document document, DocumentDiscourse found, Questions some) {
      for (Quotation quotation : found.quotations()) {
        Voice holder = new Voice.Source(quotation.speaker());
        for (String concept : some.concepts.names()) {
          Set<Span> known = decided.getOrDefault(key(document.id(), concept), Set.of());
          if (known.stream().noneMatch(quotation.extent()::overlaps)) {
            some.concepts
                .about(concept, document, quotation.content(), holder)
                .flatMap(question -> some.reader.read(question).taken())
                .ifPresent(taken -> quotation(quotation.speaker(), concept, taken));
          }
        }
      }
    }

    private void quotation(Speaker speaker, String concept, Stance.Taken taken) {
      Optional<Boolean> side = side(taken.label());
      if (side.isPresent()) {
        add(speaker, concept, side.get(), taken.evidence().get(0));
      } else {
        withoutSide++;
      }
    }

    private void add(Speaker speaker, String concept, boolean agreement, Passage passage) {
      if (speaker.resolved().isEmpty()) {
        withoutSpeaker++;
        return;
      }
      Actor actor = actors.get(speaker.resolved().get().actorId());
      statements.add(
          new Statement(
              speaker.label(),
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

  static Optional<Boolean> side(StanceLabel label) {
    if (label == StanceLabel.Favor.FAVOR || label == StanceLabel.Agreement.AGREE) {
      return Optional.of(true);
    }
    return label == StanceLabel.Favor.AGAINST || label == StanceLabel.Agreement.DISAGREE
        ? Optional.of(false)
        : Optional.empty();
  }
}
