package org.polylogue.discourse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.polylogue.discourse.echo.EchoFinder;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.quotation.QuotationAnalysis;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.discourse.sentiment.SentenceSentiment;
import org.polylogue.discourse.sentiment.TargetSentiment;
import org.polylogue.discourse.sentiment.VoicedSpan;
import org.polylogue.discourse.stance.ConversationStances;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * Everything this library finds in a conversation: actors, quotations, marked expressions, tone,
 * echoes and stances. This is the object graph of the library in one place; whoever needs less
 * composes the parts in the same way.
 *
 * <p>Immutable and thread-safe.
 */
public final class DiscourseAnalysis implements Analysis<Conversation, Discourse> {

  private final DiscourseModels models;
  private final QuotationFinder quotationFinder;
  private final Analysis<Document, AnnotatedText> language;
  private final Analysis<Conversation, Entities> entities;
  private final Analysis<Conversation, Map<String, Quotations>> quotations;
  private final Analysis<Conversation, Map<String, List<Echo>>> echoes = new EchoFinder();

  private final ActorTable actors;

  private DiscourseAnalysis(
      DiscourseModels models,
      QuotationFinder quotationFinder,
      Analysis<Document, AnnotatedText> language,
      ActorTable actors) {
    this.models = models;
    this.quotationFinder = quotationFinder;
    this.language = language;
    this.actors = actors;
    this.entities = new EntityAnalysis(language, actors);
    this.quotations = new QuotationAnalysis(language, entities, quotationFinder);
  }

  /**
   * An analysis with the shipped models.
   *
   * @param engine annotates documents; it needs all capabilities
   * @return the analysis
   */
  public static DiscourseAnalysis on(LanguageEngine engine) {
    return on(engine, DiscourseModels.load());
  }

  /**
   * An analysis with models that were loaded before.
   *
   * @param engine annotates documents; it needs all capabilities
   * @param models what to judge by
   * @return the analysis
   */
  public static DiscourseAnalysis on(LanguageEngine engine, DiscourseModels models) {
    Objects.requireNonNull(models, "models");
    return new DiscourseAnalysis(
        models, models.quotations(), new LanguageAnalysis(engine), ActorTable.EMPTY);
  }

  /**
   * The same analysis with another balance of precision and recall in quotations.
   *
   * @param confidence 0 to 1, see {@link QuotationFinder#withMinimumConfidence}
   * @return a copy
   */
  public DiscourseAnalysis withMinimumConfidence(double confidence) {
    return new DiscourseAnalysis(
        models, quotationFinder.withMinimumConfidence(confidence), language, actors);
  }

  /**
   * The same analysis with a table of known actors.
   *
   * @param actors the table, with priority over what is found
   * @return a copy
   */
  public DiscourseAnalysis withActors(ActorTable actors) {
    return new DiscourseAnalysis(models, quotationFinder, language, actors);
  }

  @Override
  public Discourse analyze(Conversation conversation, Scope scope) {
    Entities who = scope.get(entities, conversation);
    Map<String, List<Echo>> repeated = scope.get(echoes, conversation);
    Map<String, Quotations> said = scope.get(quotations, conversation);
    List<DocumentDiscourse> documents = new ArrayList<>();
    for (Document document : conversation.documents()) {
      documents.add(
          document(
              document,
              who.mentions(document.id()),
              said.getOrDefault(document.id(), Quotations.NONE),
              repeated.getOrDefault(document.id(), List.of()),
              scope));
    }
    Map<String, ConversationStances.Findings> findings = new HashMap<>();
    for (DocumentDiscourse found : documents) {
      findings.put(
          found.documentId(),
          new ConversationStances.Findings(
              found.mentions(), found.quotations(), found.sentiments(), found.echoes()));
    }
    return new Discourse(
        conversation,
        who.actors(),
        documents,
        models.stances().read(conversation, who.actors(), findings));
  }

  private DocumentDiscourse document(
      Document document, List<Mention> mentions, Quotations said, List<Echo> echoes, Scope scope) {
    AnnotatedText text = scope.get(language, document);
    return new DocumentDiscourse(
        document.id(),
        mentions,
        said.quotations(),
        said.expressions(),
        sentiments(document, text, mentions, said.quotations(), echoes),
        echoes);
  }

  private List<Sentiment> sentiments(
      Document document,
      AnnotatedText text,
      List<Mention> mentions,
      List<Quotation> quotations,
      List<Echo> echoes) {
    Voice own = document instanceof Article ? new Voice.Author() : new Voice.Commenter();
    List<VoicedSpan> voices = new ArrayList<>();
    for (Echo echo : echoes) {
      voices.add(new VoicedSpan(echo.span(), new Voice.Author()));
    }
    voices.addAll(VoicedSpan.of(quotations));
    List<Span> targets = targets(text, mentions);
    SentenceSentiment sentences = models.sentenceSentiment();
    TargetSentiment towards = models.targetSentiment();
    List<Sentiment> all = new ArrayList<>(sentences.of(text, own, voices));
    all.addAll(towards.of(text, targets, own, voices));
    all.sort(
        (a, b) -> {
          int bySpan = a.span().compareTo(b.span());
          return bySpan != 0
              ? bySpan
              : a.target().orElse(NO_TARGET).compareTo(b.target().orElse(NO_TARGET));
        });
    return all;
  }

  /** "Her" of "her friends" is no target by itself: the tone there is towards the friends. */
  private static List<Span> targets(AnnotatedText text, List<Mention> mentions) {
    Set<Span> possessive = new HashSet<>();
    for (Sentence sentence : text.sentences()) {
      for (Token token : sentence.tokens()) {
        if (token.tag().equals("PRP$")) {
          possessive.add(token.span());
        }
      }
    }
    return mentions.stream().map(Mention::span).filter(span -> !possessive.contains(span)).toList();
  }

  private static final Span NO_TARGET = new Span(0, 0);
}
