package org.polylogue.lexis.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.polylogue.language.LanguageEngine;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Mention;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * Turns a conversation into texts to index. Every document gets {@code kind} ({@code article} or
 * {@code comment}), {@code article} (the article's id) and, where known, {@code title}, {@code
 * outlet}, {@code section}, {@code author}, {@code date} (the day, ISO 8601) and the publication's
 * own attributes; a comment also {@code depth} (1 for a root), {@code score} and {@code parent}. A
 * comment without a date has its article's.
 */
public final class ConversationTexts {

  private ConversationTexts() {}

  /**
   * Texts without regions.
   *
   * @param conversation an article and its comments
   * @param engine splits the documents into tokens
   * @return the article's text and then the comments'
   */
  public static List<IndexedText> of(Conversation conversation, LanguageEngine engine) {
    return of(conversation, engine, document -> Map.of(), document -> List.of());
  }

  /**
   * Texts with what analyses found.
   *
   * @param conversation an article and its comments
   * @param engine splits the documents into tokens
   * @param facts further attributes of a document, such as a comment's {@code stance}
   * @param regions what lies over a document
   * @return the article's text and then the comments'
   */
  public static List<IndexedText> of(
      Conversation conversation,
      LanguageEngine engine,
      Function<Document, Map<String, String>> facts,
      Function<Document, List<Region>> regions) {
    Objects.requireNonNull(engine, "engine");
    List<IndexedText> texts = new ArrayList<>();
    Article article = conversation.article();
    Map<String, String> shared = articleFacts(article);
    for (Document document : conversation.documents()) {
      Map<String, String> all = new TreeMap<>(shared);
      if (document instanceof Comment comment) {
        commentFacts(conversation, comment, all);
      } else {
        all.put("kind", "article");
        article.publication().author().ifPresent(author -> all.put("author", author));
      }
      all.putAll(facts.apply(document));
      texts.add(
          new IndexedText(document.id(), all, engine.annotate(document), regions.apply(document)));
    }
    return texts;
  }

  private static Map<String, String> articleFacts(Article article) {
    Publication publication = article.publication();
    Map<String, String> facts = new HashMap<>(publication.attributes());
    facts.put("article", article.id());
    if (!article.title().isBlank()) {
      facts.put("title", article.title());
    }
    publication.outlet().ifPresent(outlet -> facts.put("outlet", outlet));
    publication.section().ifPresent(section -> facts.put("section", section));
    publication.date().map(ConversationTexts::day).ifPresent(day -> facts.put("date", day));
    return facts;
  }

  private static void commentFacts(
      Conversation conversation, Comment comment, Map<String, String> facts) {
    facts.put("kind", "comment");
    facts.put("depth", Integer.toString(conversation.depthOf(comment)));
    comment.author().ifPresent(author -> facts.put("author", author));
    comment.time().map(ConversationTexts::day).ifPresent(day -> facts.put("date", day));
    comment.replyTo().ifPresent(parent -> facts.put("parent", parent));
    if (comment.score().isPresent()) {
      facts.put("score", Integer.toString(comment.score().getAsInt()));
    }
  }

  private static String day(Moment moment) {
    return moment.date().toString();
  }

  /**
   * The segments of quotations as regions of {@link Region#QUOTATION}. Attributes: {@code form}
   * (direct, indirect, mixed, block), {@code mode} (speech, writing, thought), {@code source}
   * (resolved, described, author, unknown), for a resolved speaker {@code actor} (id), {@code
   * speaker} (name), {@code type} and the actor's own attributes, for a described one {@code
   * speaker}.
   *
   * @param quotations quotations of one document
   * @param actors finds an actor by id; empty if unknown
   * @return one region for each segment
   */
  public static List<Region> quotations(
      List<Quotation> quotations, Function<String, Optional<Actor>> actors) {
    List<Region> regions = new ArrayList<>();
    for (Quotation quotation : quotations) {
      Map<String, String> facts = new TreeMap<>();
      Speaker speaker = quotation.speaker();
      speaker
          .resolved()
          .ifPresent(
              resolved -> {
                actors.apply(resolved.actorId()).ifPresent(actor -> actorFacts(actor, facts));
                facts.put("actor", resolved.actorId());
              });
      boolean actor = speaker.type().equals("actor");
      facts.put("source", actor ? "resolved" : speaker.type());
      if (actor || speaker.type().equals("described")) {
        facts.put("speaker", speaker.label());
      }
      facts.put("form", quotation.kind().name().toLowerCase(java.util.Locale.ROOT));
      facts.put("mode", quotation.mode().name().toLowerCase(java.util.Locale.ROOT));
      facts.put("grade", quotation.grade().name().toLowerCase(java.util.Locale.ROOT));
      for (Span segment : quotation.content()) {
        regions.add(new Region(Region.QUOTATION, segment, facts));
      }
    }
    return regions;
  }

  /**
   * Mentions by name or description as regions of {@link Region#MENTION}; pronouns make none, so
   * that {@code names=} selects the sentences that name an actor. Attributes: {@code actor} (id of
   * the actor that is meant), {@code name}, {@code type} and the actor's own attributes.
   *
   * @param mentions mentions in one document
   * @param actors finds an actor by id; empty if unknown
   * @return one region for each mention that is no pronoun
   */
  public static List<Region> mentions(
      List<Mention> mentions, Function<String, Optional<Actor>> actors) {
    List<Region> regions = new ArrayList<>();
    for (Mention mention : mentions) {
      if (mention.byPronoun()) {
        continue;
      }
      Map<String, String> facts = new TreeMap<>();
      Optional<Actor> actor = actors.apply(mention.meantActorId());
      actor.ifPresent(known -> actorFacts(known, facts));
      actor.ifPresent(known -> facts.put("name", known.name()));
      facts.put("actor", mention.meantActorId());
      regions.add(new Region(Region.MENTION, mention.span(), facts));
    }
    return regions;
  }

  private static void actorFacts(Actor actor, Map<String, String> facts) {
    facts.putAll(actor.attributes());
    facts.put("type", actor.type().name().toLowerCase(java.util.Locale.ROOT));
  }
}
