package org.polylogue.discourse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Actor;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Finding;
import org.polylogue.model.Quotation;
import org.polylogue.model.Stance;

/**
 * Everything found in an article and the comments under it.
 *
 * @param conversation what was read
 * @param actors everybody who is mentioned, ordered by id
 * @param documents what was found in each document: the article's first, then each comment's, in
 *     source order
 */
public record Discourse(
    Conversation conversation, List<Actor> actors, List<DocumentDiscourse> documents) {

  /**
   * Checks that there is one entry for each document.
   *
   * @throws IllegalArgumentException if there is not
   */
  public Discourse {
    Objects.requireNonNull(conversation, "conversation");
    actors = List.copyOf(actors);
    documents = List.copyOf(documents);
    List<String> ids = new ArrayList<>();
    documents.forEach(found -> ids.add(found.documentId()));
    List<String> expected = new ArrayList<>();
    conversation.documents().forEach(document -> expected.add(document.id()));
    if (!ids.equals(expected)) {
      throw new IllegalArgumentException(
          "article " + conversation.article().id() + ": findings do not match its documents");
    }
  }

  /**
   * The same findings with the quotations of some grades only.
   *
   * @param grades the grades to keep
   * @return a copy, see {@link DocumentDiscourse#ofGrades}
   */
  public Discourse ofGrades(Set<Quotation.Grade> grades) {
    return new Discourse(
        conversation, actors, documents.stream().map(found -> found.ofGrades(grades)).toList());
  }

  /**
   * The same findings without those of other layers.
   *
   * @param layers the layers to keep
   * @return a copy with all actors
   */
  public Discourse only(Layers layers) {
    return new Discourse(
        conversation, actors, documents.stream().map(found -> found.only(layers)).toList());
  }

  /**
   * A discourse whose stances are not yet with their documents.
   *
   * @param conversation what was read
   * @param actors everybody who is mentioned, ordered by id
   * @param documents what was found in each document
   * @param stances who sides with whom, in source order of their documents
   * @throws IllegalArgumentException if there is not one entry for each document
   */
  public Discourse(
      Conversation conversation,
      List<Actor> actors,
      List<DocumentDiscourse> documents,
      List<Stance> stances) {
    this(conversation, actors, withStances(documents, stances));
  }

  private static List<DocumentDiscourse> withStances(
      List<DocumentDiscourse> documents, List<Stance> stances) {
    Map<String, List<Stance>> byDocument = new HashMap<>();
    for (Stance stance : stances) {
      byDocument.computeIfAbsent(stance.documentId(), id -> new ArrayList<>()).add(stance);
    }
    List<DocumentDiscourse> all = new ArrayList<>();
    for (DocumentDiscourse found : documents) {
      // Taken out, so that a comment that has its article's id does not double them.
      List<Stance> own = byDocument.remove(found.documentId());
      all.add(found.with(Layers.STANCES, own == null ? List.of() : own));
    }
    return all;
  }

  /**
   * Who sides with whom.
   *
   * @return in source order of the documents
   */
  public List<Stance> stances() {
    return all(Layers.STANCES);
  }

  /**
   * The side that a comment takes towards its article.
   *
   * @param comment a comment of the conversation
   * @return the side or why it is withheld; empty if none was looked for
   * @throws NoSuchElementException if the conversation has no such comment
   */
  public Optional<Stance> stanceOf(Comment comment) {
    return document(comment.id()).stances().stream()
        .filter(stance -> stance.target() instanceof Stance.Target.OfArticle)
        .findFirst();
  }

  /**
   * Somebody who is mentioned.
   *
   * @param id the actor's id
   * @return empty if nobody of this id is mentioned
   */
  public Optional<Actor> actor(String id) {
    return actors.stream().filter(actor -> actor.id().equals(id)).findFirst();
  }

  /**
   * What was found in a layer, in all documents.
   *
   * @param layer the layer
   * @param <F> what it holds
   * @return in source order of the documents
   */
  public <F extends Finding> List<F> all(Layer<F> layer) {
    return documents.stream().flatMap(found -> found.of(layer).stream()).toList();
  }

  /**
   * What was found in the article itself.
   *
   * @return the first of the documents' findings
   */
  public DocumentDiscourse article() {
    return documents.get(0);
  }

  /**
   * What was found in a document.
   *
   * @param documentId id of the article or of a comment
   * @return its findings
   * @throws NoSuchElementException if the conversation has no such document
   */
  public DocumentDiscourse document(String documentId) {
    return documents.stream()
        .filter(found -> found.documentId().equals(documentId))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no document " + documentId));
  }
}
