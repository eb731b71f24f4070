package org.polylogue.discourse.layer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polylogue.model.Actor;
import org.polylogue.model.Finding;
import org.polylogue.model.Mention;
import org.polylogue.text.CodePointIndex;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** Where a finding stands and what stands beside it, for the cells of its row. For one thread. */
public final class FindingContext {

  private final String articleId;
  private final String documentId;
  private final int index;
  private final Map<String, String> texts;
  private final Map<String, Actor> actors;
  private final DocumentIndex document;
  private final Map<String, CodePointIndex> codePoints;

  private FindingContext(
      String articleId,
      String documentId,
      int index,
      Map<String, String> texts,
      Map<String, Actor> actors,
      DocumentIndex document,
      Map<String, CodePointIndex> codePoints) {
    this.articleId = Objects.requireNonNull(articleId, "articleId");
    this.documentId = Objects.requireNonNull(documentId, "documentId");
    this.index = index;
    this.texts = Objects.requireNonNull(texts, "texts");
    this.actors = Objects.requireNonNull(actors, "actors");
    this.document = document;
    this.codePoints = codePoints;
  }

  /**
   * The first place in a document.
   *
   * @param articleId id of the article
   * @param documentId id of the article or comment
   * @param texts the texts of all documents by id
   * @param actors the actors of the article by id
   * @param findings what was found in the document
   */
  public FindingContext(
      String articleId,
      String documentId,
      Map<String, String> texts,
      Map<String, Actor> actors,
      Map<Layer<?>, List<? extends Finding>> findings) {
    this(articleId, documentId, 0, texts, actors, new DocumentIndex(findings), Map.of());
  }

  /**
   * The same place, where the columns of offsets count code points.
   *
   * @param indexes the code points of the texts of all documents by id
   * @return a copy
   */
  public FindingContext inCodePoints(Map<String, CodePointIndex> indexes) {
    return new FindingContext(articleId, documentId, index, texts, actors, document, indexes);
  }

  /**
   * Another place in the same document.
   *
   * @param position among the findings of a layer in the document, from 0
   * @return a copy
   */
  public FindingContext at(int position) {
    return new FindingContext(articleId, documentId, position, texts, actors, document, codePoints);
  }

  /**
   * The article.
   *
   * @return its id
   */
  public String articleId() {
    return articleId;
  }

  /**
   * The document that something was found in.
   *
   * @return id of the article or of a comment
   */
  public String documentId() {
    return documentId;
  }

  /**
   * The position of the finding.
   *
   * @return among those of its layer in the document, from 0
   */
  public int index() {
    return index;
  }

  /**
   * A span of the document as tables write it.
   *
   * @param span in its text, in UTF-16 code units
   * @return the span in the unit of the columns of offsets
   */
  public Span counted(Span span) {
    return counted(new Passage(documentId, span));
  }

  /**
   * A passage of any document as tables write it.
   *
   * @param passage in UTF-16 code units
   * @return its span in the unit of the columns of offsets; as it is if there is no such document
   */
  public Span counted(Passage passage) {
    CodePointIndex count = codePoints.get(passage.documentId());
    return count == null ? passage.span() : count.toCodePoints(passage.span());
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

  /**
   * The id of a quotation of the document, for joins.
   *
   * @param position in the document's list
   * @return unique in the article
   */
  public String quotationId(int position) {
    return documentId + ":q" + position;
  }

  /**
   * The id of a mention of the document, for joins.
   *
   * @param position in the document's list
   * @return unique in the article
   */
  public String mentionId(int position) {
    return documentId + ":m" + position;
  }

  /**
   * The id of the mention with these words.
   *
   * @param span the words of the mention
   * @return its id; empty if no mention has this span
   */
  public Optional<String> mentionId(Span span) {
    return document.mentionPosition(span).map(this::mentionId);
  }

  /**
   * The innermost quotation whose content holds the beginning of a span.
   *
   * @param span in the document's text
   * @return its id; empty if there is none
   */
  public Optional<String> quotationAround(Span span) {
    return document.quotationAround(span.start()).map(this::quotationId);
  }

  /**
   * The actor that is meant by the words of a mention.
   *
   * @param span the words of the mention
   * @return the actor's id; empty if no mention has this span
   */
  public Optional<String> actorMeantBy(Span span) {
    return document.mention(span).map(Mention::meantActorId);
  }
}
