package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Affected;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Mention;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Tone;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * The tone of every sentence of a conversation, cut where the voice changes, and the tone towards
 * every mention, by document id in source order; each list is ordered by span, then by target.
 *
 * <p>What is quoted is in the voice of its source, and what a comment echoes in that of the
 * article's author. Nothing is told of a sentence without evidence of a tone, nor of a mention
 * towards which the tone is neutral and to which nothing is done. All sentences of a conversation
 * are shown to the judge at once, and then all mentions. Immutable and thread-safe.
 */
public final class SentimentAnalysis
    implements Analysis<Conversation, Map<String, List<Sentiment>>> {

  private static final Set<Capability> NEEDED =
      Collections.unmodifiableSet(
          EnumSet.of(Capability.TAGS, Capability.LEMMAS, Capability.DEPENDENCIES));
  private static final Span NO_TARGET = new Span(0, 0);
  private static final Comparator<Sentiment> BY_PLACE =
      Comparator.comparing(Sentiment::span)
          .thenComparing(sentiment -> sentiment.target().orElse(NO_TARGET));

  private final Analysis<? super Document, AnnotatedText> language;
  private final Analysis<? super Conversation, Entities> entities;
  private final Analysis<? super Conversation, Map<String, Quotations>> quotations;
  private final Analysis<? super Conversation, Map<String, List<Echo>>> echoes;
  private final Judge<SentenceQuestion, Optional<ToneJudgement>> sentences;
  private final Judge<TargetQuestion, ToneJudgement> targets;

  /**
   * An analysis.
   *
   * @param language gives sentences with tags, lemmas and trees
   * @param entities gives the mentions
   * @param quotations gives what is said by others
   * @param echoes gives what a comment only repeats, by its id
   * @param sentences judges sentences
   * @param targets judges the tone towards mentions
   * @throws IllegalArgumentException if the engine behind the language lacks what is needed
   */
  public SentimentAnalysis(
      Analysis<? super Document, AnnotatedText> language,
      Analysis<? super Conversation, Entities> entities,
      Analysis<? super Conversation, Map<String, Quotations>> quotations,
      Analysis<? super Conversation, Map<String, List<Echo>>> echoes,
      Judge<SentenceQuestion, Optional<ToneJudgement>> sentences,
      Judge<TargetQuestion, ToneJudgement> targets) {
    LanguageAnalysis.require(language, NEEDED, SentimentAnalysis.class);
    this.language = Objects.requireNonNull(language, "language");
    this.entities = Objects.requireNonNull(entities, "entities");
    this.quotations = Objects.requireNonNull(quotations, "quotations");
    this.echoes = Objects.requireNonNull(echoes, "echoes");
    this.sentences = Objects.requireNonNull(sentences, "sentences");
    this.targets = Objects.requireNonNull(targets, "targets");
  }

  @Override
  public Map<String, List<Sentiment>> analyze(Conversation conversation, Scope scope) {
    Entities who = scope.get(entities, conversation);
    Map<String, Quotations> said = scope.get(quotations, conversation);
    Map<String, List<Echo>> repeated = scope.get(echoes, conversation);
    List<SentenceQuestion> aboutSentences = new ArrayList<>();
    List<TargetQuestion> aboutTargets = new ArrayList<>();
    Map<String, List<Sentiment>> found = new LinkedHashMap<>();
    for (Document document : conversation.documents()) {
      String id = document.id();
      AnnotatedText text = scope.get(language, document);
      VoiceRanges voices =
          voices(
              document,
              said.getOrDefault(id, Quotations.NONE),
              repeated.getOrDefault(id, List.of()));
      for (Sentence sentence : text.sentences()) {
        for (VoiceRanges.Part part : voices.parts(sentence)) {
          aboutSentences.add(new SentenceQuestion(document, part.sentence(), part.voice()));
        }
      }
      ask(document, text, targets(text, who.mentions(id)), voices, aboutTargets);
      found.put(id, new ArrayList<>());
    }
    List<Optional<ToneJudgement>> ofSentences = sentences.judge(aboutSentences, scope);
    for (int i = 0; i < aboutSentences.size(); i++) {
      SentenceQuestion question = aboutSentences.get(i);
      ofSentences
          .get(i)
          .ifPresent(
              judgement ->
                  found
                      .get(question.document().id())
                      .add(
                          sentiment(
                              question.sentence(),
                              question.voice(),
                              Optional.empty(),
                              judgement,
                              sentences.id())));
    }
    List<ToneJudgement> ofTargets = targets.judge(aboutTargets, scope);
    for (int i = 0; i < aboutTargets.size(); i++) {
      TargetQuestion question = aboutTargets.get(i);
      ToneJudgement judgement = ofTargets.get(i);
      if (judgement.tone() != Tone.NEUTRAL || judgement.affected() != Affected.NONE) {
        found
            .get(question.document().id())
            .add(
                sentiment(
                    question.sentence(),
                    question.voice(),
                    Optional.of(question.target()),
                    judgement,
                    targets.id()));
      }
    }
    found.replaceAll((id, sentiments) -> sentiments.stream().sorted(BY_PLACE).toList());
    return Collections.unmodifiableMap(found);
  }

  private static Sentiment sentiment(
      Sentence sentence,
      Voice voice,
      Optional<Span> target,
      ToneJudgement judgement,
      JudgeId judge) {
    return new Sentiment(
        sentence.span(),
        judgement.score(),
        voice,
        target,
        judgement.trace(),
        judgement.tone(),
        judgement.probabilities(),
        judgement.affected(),
        judgement.evidence(),
        Optional.of(judge));
  }

  private static VoiceRanges voices(Document document, Quotations said, List<Echo> echoes) {
    Voice own = document instanceof Article ? new Voice.Author() : new Voice.Commenter();
    List<VoicedSpan> voices = new ArrayList<>();
    for (Echo echo : echoes) {
      voices.add(new VoicedSpan(echo.span(), new Voice.Author()));
    }
    voices.addAll(VoicedSpan.of(said.quotations()));
    return new VoiceRanges(own, voices);
  }

  /** Asks about each target in every sentence that it overlaps, sentence by sentence. */
  private static void ask(
      Document document,
      AnnotatedText text,
      List<Span> targets,
      VoiceRanges voices,
      List<TargetQuestion> questions) {
    int next = 0;
    for (Sentence sentence : text.sentences()) {
      Span span = sentence.span();
      while (next < targets.size() && targets.get(next).end() <= span.start()) {
        next++;
      }
      int first = next;
      while (next < targets.size() && targets.get(next).start() < span.end()) {
        next++;
      }
      for (Span target : targets.subList(first, next)) {
        if (target.overlaps(span)) {
          questions.add(new TargetQuestion(document, sentence, target, voices.at(target.start())));
        }
      }
    }
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
    return mentions.stream()
        .map(Mention::span)
        .filter(span -> !possessive.contains(span))
        .distinct()
        .sorted()
        .toList();
  }
}
