package org.polylogue.discourse.layer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polylogue.model.Actor;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Where a finding stands, for the cells of its row.
 *
 * @param articleId id of the article
 * @param documentId id of the article or comment it was found in
 * @param index its position among the findings of its layer in that document, from 0
 * @param texts the texts of all documents by id
 * @param actors the actors of the article by id
 */
public record FindingContext(
    String articleId,
    String documentId,
    int index,
    Map<String, String> texts,
    Map<String, Actor> actors) {

  /** Checks that all parts are there. */
  public FindingContext {
    Objects.requireNonNull(articleId, "articleId");
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(texts, "texts");
    Objects.requireNonNull(actors, "actors");
  }

  /**
   * The words of a span of the document.
   *
   * @param span in its text
   * @return the words
   */
  public String words(Span span) {
    return span.of(texts.get(documentId));
  }

  /**
   * The words of several spans of the document.
   *
   * @param spans in its text
   * @return the words, joined by an ellipsis
   */
  public String words(List<Span> spans) {
    return spans.stream().map(this::words).collect(Collectors.joining(" … "));
  }

  /**
   * The words of a passage of any document.
   *
   * @param passage where
   * @return the words; empty if there is no such document
   */
  public String words(Passage passage) {
    String text = texts.get(passage.documentId());
    return text == null ? "" : passage.span().of(text);
  }

  /**
   * The name of an actor.
   *
   * @param id the actor's id
   * @return empty if the article has no such actor
   */
  public Optional<String> actorName(String id) {
    return Optional.ofNullable(actors.get(id)).map(Actor::name);
  }
}
