package org.polylogue.network;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.polylogue.text.Passage;

/**
 * Somebody's agreement or disagreement with a concept, as in Leifeld's Discourse Network Analyzer.
 *
 * @param speaker name of the actor who makes it
 * @param concept name of what it is about
 * @param agreement true if the speaker is for it
 * @param documentId the document that it stands in
 * @param passage the words that show it, empty if it was coded without them
 * @param date the day of the document, empty if unknown
 * @param attributes facts about the speaker, such as party, sorted
 */
public record Statement(
    String speaker,
    String concept,
    boolean agreement,
    String documentId,
    Optional<Passage> passage,
    Optional<LocalDate> date,
    Map<String, String> attributes) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if speaker or concept is blank
   */
  public Statement {
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(passage, "passage");
    Objects.requireNonNull(date, "date");
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    if (speaker.isBlank() || concept.isBlank()) {
      throw new IllegalArgumentException(
          "a statement in document " + documentId + " needs a speaker and a concept");
    }
  }

  /**
   * A statement of which no more is known.
   *
   * @param speaker who makes it
   * @param concept what it is about
   * @param agreement true if for it
   * @param documentId where it stands
   * @param date the day
   * @return the statement
   */
  public static Statement of(
      String speaker, String concept, boolean agreement, String documentId, LocalDate date) {
    return new Statement(
        speaker, concept, agreement, documentId, Optional.empty(), Optional.of(date), Map.of());
  }
}
