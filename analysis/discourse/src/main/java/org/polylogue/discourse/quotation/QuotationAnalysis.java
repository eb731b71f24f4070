package org.polylogue.discourse.quotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.quotation.internal.Repetitions;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;

/**
 * What every document of a conversation quotes, by document id in source order, with the
 * conversation's actors as speakers.
 */
public final class QuotationAnalysis implements Analysis<Conversation, Map<String, Quotations>> {

  private static final Set<Capability> NEEDED =
      Collections.unmodifiableSet(EnumSet.allOf(Capability.class));

  private final Analysis<? super Document, AnnotatedText> language;
  private final Analysis<? super Conversation, Entities> entities;
  private final QuotationFinder finder;

  /**
   * An analysis.
   *
   * @param language gives tokens with tags and lemmas, trees and names
   * @param entities gives the actors
   * @param finder finds the quotations
   * @throws IllegalArgumentException if the engine behind the language lacks what is needed
   */
  public QuotationAnalysis(
      Analysis<? super Document, AnnotatedText> language,
      Analysis<? super Conversation, Entities> entities,
      QuotationFinder finder) {
    LanguageAnalysis.require(language, NEEDED, QuotationAnalysis.class);
    this.language = Objects.requireNonNull(language, "language");
    this.entities = Objects.requireNonNull(entities, "entities");
    this.finder = Objects.requireNonNull(finder, "finder");
  }

  @Override
  public Map<String, Quotations> analyze(Conversation conversation, Scope scope) {
    Entities actors = scope.get(entities, conversation);
    Map<String, Quotations> found = new LinkedHashMap<>();
    Article article = conversation.article();
    Quotations quoted = finder.find(article, scope.get(language, article), actors);
    found.put(article.id(), quoted);
    if (!conversation.comments().isEmpty()) {
      Repetitions repetitions = new Repetitions(texts(conversation, quoted));
      for (Comment comment : conversation.comments()) {
        found.put(
            comment.id(), finder.find(comment, scope.get(language, comment), actors, repetitions));
      }
    }
    return Collections.unmodifiableMap(found);
  }

  private static List<Repetitions.Source> texts(Conversation conversation, Quotations quoted) {
    Article article = conversation.article();
    String writer = article.publication().author().orElse("the article");
    List<Repetitions.Source> texts = new ArrayList<>();
    texts.add(
        new Repetitions.Source(
            article.id(), writer, article.text(), quoted.quotations(), quoted.expressions()));
    texts.add(new Repetitions.Source(article.id(), writer, article.title(), List.of(), List.of()));
    for (Comment comment : conversation.comments()) {
      texts.add(
          new Repetitions.Source(
              comment.id(),
              comment.author().orElse("comment " + comment.id()),
              comment.text(),
              List.of(),
              List.of()));
    }
    return texts;
  }
}
