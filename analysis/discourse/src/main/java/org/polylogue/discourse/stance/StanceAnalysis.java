package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Who sides with whom in a conversation: each comment towards what it answers and towards every
 * actor that it mentions in its own words, and, where a codebook is given, each speaker towards its
 * concepts. Stances come in the order of the documents. Immutable and thread-safe.
 *
 * <p>A comment answers its parent comment; without one it answers the passage of the article that
 * it echoes, or else headline and lead. What a comment echoes is not its own words; but who agrees
 * with a passage that he echoes shares its tone towards those whom it names, and who repeats what
 * the article quotes is asked about whoever said it. Descriptions that condemn by themselves, such
 * as "these crooks", are stances against whom they describe, whoever that is. In an article a verb
 * may tell a speaker's stance ("Lund praised the mayor"). Who is meant by nothing but pronouns is
 * asked about only where there is a tone towards one of them. A concept that is not recognised
 * gives no stance, not a withheld one.
 *
 * <p>All questions about a conversation are asked of the judge at once.
 */
public final class StanceAnalysis implements Analysis<Conversation, List<Stance>> {

  private static final int LONGEST_LEAD = 1000;
  private static final double CLEAR_TONE = 0.4;
  private static final Optional<JudgeId> SHARED = Optional.of(JudgeId.rule("shared-tone"));

  private final Analysis<? super Conversation, Entities> entities;
  private final Analysis<? super Conversation, Map<String, Quotations>> quotations;
  private final Analysis<? super Conversation, Map<String, List<Echo>>> echoes;
  private final Analysis<? super Conversation, Map<String, List<Sentiment>>> sentiment;
  private final Judge<StanceQuestion, StanceJudgement> judge;
  private final Optional<ConceptQuestions> concepts;
  private final Evidence evidence;

  private StanceAnalysis(
      Analysis<? super Conversation, Entities> entities,
      Analysis<? super Conversation, Map<String, Quotations>> quotations,
      Analysis<? super Conversation, Map<String, List<Echo>>> echoes,
      Analysis<? super Conversation, Map<String, List<Sentiment>>> sentiment,
      Judge<StanceQuestion, StanceJudgement> judge,
      Optional<ConceptQuestions> concepts,
      Evidence evidence) {
    this.entities = Objects.requireNonNull(entities, "entities");
    this.quotations = Objects.requireNonNull(quotations, "quotations");
    this.echoes = Objects.requireNonNull(echoes, "echoes");
    this.sentiment = Objects.requireNonNull(sentiment, "sentiment");
    this.judge = Objects.requireNonNull(judge, "judge");
    this.concepts = concepts;
    this.evidence = evidence;
  }

  /**
   * An analysis without a codebook.
   *
   * @param entities gives the actors and where they are meant
   * @param quotations gives what is said by others
   * @param echoes gives what is only repeated, by the id of the comment
   * @param sentiment gives the tone towards mentions, by the id of the document
   * @param judge judges
   */
  public StanceAnalysis(
      Analysis<? super Conversation, Entities> entities,
      Analysis<? super Conversation, Map<String, Quotations>> quotations,
      Analysis<? super Conversation, Map<String, List<Echo>>> echoes,
      Analysis<? super Conversation, Map<String, List<Sentiment>>> sentiment,
      Judge<StanceQuestion, StanceJudgement> judge) {
    this(
        entities,
        quotations,
        echoes,
        sentiment,
        judge,
        Optional.empty(),
        new Evidence(ValenceLexicon.shipped(), Evidence.LEAST_SIDE));
  }

  /**
   * The same analysis with a codebook.
   *
   * @param codebook the concepts to read stances towards
   * @return a copy
   */
  public StanceAnalysis withCodebook(Codebook codebook) {
    return new StanceAnalysis(
        entities,
        quotations,
        echoes,
        sentiment,
        judge,
        Optional.of(new ConceptQuestions(codebook)),
        evidence);
  }

  /**
   * The same analysis with another balance of precision and recall.
   *
   * @param probability the least probability at which a side is given, 0 to 1; default 0.36
   * @return a copy
   * @throws IllegalArgumentException if the probability lies outside 0 to 1
   */
  public StanceAnalysis withLeastProbability(double probability) {
    return new StanceAnalysis(
        entities,
        quotations,
        echoes,
        sentiment,
        judge,
        concepts,
        new Evidence(ValenceLexicon.shipped(), probability));
  }

  /** What is known of a document before its stances are read, and what is asked about it. */
  private record Asked(
      Document document,
      List<Mention> mentions,
      List<Quotation> quotations,
      List<Echo> echoes,
      List<Comment> answered,
      Map<Span, List<Sentiment>> tones,
      List<Span> own,
      List<Stance> told,
      List<StanceQuestion> questions) {}

  @Override
  public List<Stance> analyze(Conversation conversation, Scope scope) {
    Entities who = scope.get(entities, conversation);
    Map<String, Quotations> said = scope.get(quotations, conversation);
    Map<String, List<Echo>> repeated = scope.get(echoes, conversation);
    Map<String, List<Sentiment>> tones = scope.get(sentiment, conversation);
    Map<String, Actor> byId = new HashMap<>();
    who.actors().forEach(actor -> byId.put(actor.id(), actor));
    StanceNames names =
        new StanceNames(
            who.actors(), conversation.article().text(), who.mentions(conversation.article().id()));
    List<Asked> all = new ArrayList<>();
    List<StanceQuestion> questions = new ArrayList<>();
    NavigableMap<Integer, Quotation> inArticle =
        byStart(said.getOrDefault(conversation.article().id(), Quotations.NONE));
    Answered answered = new Answered(conversation);
    for (Document document : conversation.documents()) {
      String id = document.id();
      List<Echo> echoed = repeated.getOrDefault(id, List.of());
      List<Quotation> quoted = said.getOrDefault(id, Quotations.NONE).quotations();
      Answered.Links links =
          document instanceof Comment comment ? answered.of(comment) : Answered.Links.NONE;
      Asked asked =
          new Asked(
              document,
              who.mentions(id),
              quoted,
              echoed,
              links.comments(),
              byTarget(tones.getOrDefault(id, List.of())),
              own(document, echoed, links.repeated(), quoted),
              new ArrayList<>(),
              new ArrayList<>());
      ask(conversation, asked, names, byId, inArticle);
      all.add(asked);
      questions.addAll(asked.questions);
    }
    List<StanceJudgement> judgements = judge.judge(questions, scope);
    List<Stance> stances = new ArrayList<>();
    int next = 0;
    for (Asked asked : all) {
      List<Stance> read = new ArrayList<>();
      for (StanceQuestion question : asked.questions) {
        read.add(evidence.stance(question, judgements.get(next++), judge.id()));
      }
      add(asked, read, byId, stances);
    }
    return List.copyOf(stances);
  }

  /** Towards what is answered first, then towards actors, then towards concepts. */
  private void ask(
      Conversation conversation,
      Asked asked,
      StanceNames names,
      Map<String, Actor> actors,
      NavigableMap<Integer, Quotation> said) {
    if (asked.document instanceof Comment comment) {
      answers(conversation, comment, asked);
      towardsActors(comment, asked, names, actors, conversation.article(), said);
    } else {
      sourcesTowardsActors(asked, actors);
    }
    concepts.ifPresent(some -> towardsConcepts(some, asked));
  }

  private static void add(
      Asked asked, List<Stance> read, Map<String, Actor> actors, List<Stance> stances) {
    int concepts = 0;
    while (concepts < read.size()
        && !(read.get(concepts).target() instanceof Stance.Target.OfConcept)) {
      concepts++;
    }
    stances.addAll(read.subList(0, concepts));
    stances.addAll(asked.told);
    if (asked.document instanceof Comment comment) {
      stances.addAll(shared(comment, asked, read.get(0), actors, read.subList(1, concepts)));
      stances.addAll(Condemnations.in(comment, asked.own));
    }
    stances.addAll(read.subList(concepts, read.size()));
  }

  private static Map<Span, List<Sentiment>> byTarget(List<Sentiment> sentiments) {
    Map<Span, List<Sentiment>> byTarget = new HashMap<>();
    for (Sentiment one : sentiments) {
      one.target()
          .ifPresent(target -> byTarget.computeIfAbsent(target, t -> new ArrayList<>()).add(one));
    }
    return byTarget;
  }

  /** Without what is echoed, pasted, quoted line by line, or said by others. */
  private static List<Span> own(
      Document document, List<Echo> echoes, List<Span> repeated, List<Quotation> quotations) {
    List<Span> taken = new ArrayList<>(repeated);
    echoes.forEach(echo -> taken.add(echo.span()));
    if (document instanceof Comment) {
      for (Quotation quotation : quotations) {
        boolean wordForWord =
            quotation.kind() == Quotation.Kind.DIRECT || quotation.kind() == Quotation.Kind.BLOCK;
        if (wordForWord && !(quotation.speaker() instanceof Speaker.DocumentAuthor)) {
          taken.addAll(quotation.content());
        }
      }
      taken.addAll(PairFeatures.quotedLines(document.text()));
    }
    taken.sort(null);
    return without(List.of(Span.allOf(document.text())), taken);
  }

  private static List<Span> without(List<Span> spans, List<Span> taken) {
    List<Span> left = new ArrayList<>();
    for (Span span : spans) {
      int from = span.start();
      for (Span gap : taken) {
        if (gap.end() <= from || gap.start() >= span.end()) {
          continue;
        }
        if (gap.start() > from) {
          left.add(new Span(from, gap.start()));
        }
        from = gap.end();
      }
      if (from < span.end()) {
        left.add(new Span(from, span.end()));
      }
    }
    return left;
  }

  /** Towards the comments that are answered; a root answers the article too. */
  private static void answers(Conversation conversation, Comment comment, Asked asked) {
    if (conversation.parentOf(comment).isEmpty()) {
      asked.questions.add(towardsArticle(conversation, comment, asked));
    }
    for (Comment parent : asked.answered) {
      asked.questions.add(
          StanceQuestion.answering(
              comment, asked.own, new Stance.Target.OfParent(parent.id()), parent.text()));
    }
  }

  private static StanceQuestion towardsArticle(
      Conversation conversation, Comment comment, Asked asked) {
    Article article = conversation.article();
    Stance.Target target = new Stance.Target.OfArticle(article.id());
    StringBuilder echoed = new StringBuilder();
    for (Echo echo : asked.echoes) {
      if (echo.source().documentId().equals(article.id())) {
        echoed.append(echo.source().span().of(article.text())).append('\n');
      }
    }
    return StanceQuestion.answering(
        comment, asked.own, target, echoed.isEmpty() ? lead(article) : echoed.toString());
  }

  private static String lead(Article article) {
    for (Block block : article.blocks()) {
      if (block.kind() == Block.Kind.PARAGRAPH) {
        String lead = block.span().of(article.text());
        return article.title() + "\n" + lead.substring(0, Math.min(lead.length(), LONGEST_LEAD));
      }
    }
    return article.title();
  }

  private static void towardsActors(
      Comment comment,
      Asked asked,
      StanceNames names,
      Map<String, Actor> actors,
      Article article,
      NavigableMap<Integer, Quotation> said) {
    Map<String, List<Span>> mentioned = new LinkedHashMap<>();
    for (Mention mention : asked.mentions) {
      if (asked.own.stream().anyMatch(span -> span.contains(mention.span()))) {
        mentioned
            .computeIfAbsent(mention.meantActorId(), id -> new ArrayList<>())
            .add(mention.span());
      }
    }
    names
        .in(StanceQuestion.only(comment.text(), asked.own), asked.mentions)
        .forEach(
            (id, spans) -> mentioned.computeIfAbsent(id, actor -> new ArrayList<>()).addAll(spans));
    for (String speaker : repeatedSpeakers(asked, article, said)) {
      mentioned.putIfAbsent(speaker, List.of());
    }
    mentioned.forEach(
        (id, spans) ->
            question(asked, asked.own, new Voice.Commenter(), actors.get(id), spans)
                .ifPresent(asked.questions::add));
  }

  /** Whose words of the article a comment repeats, before words of its own. */
  private static Set<String> repeatedSpeakers(
      Asked asked, Article article, NavigableMap<Integer, Quotation> said) {
    Set<String> speakers = new LinkedHashSet<>();
    for (Echo echo : asked.echoes) {
      Span source = echo.source().span();
      Map.Entry<Integer, Quotation> quotation =
          echo.source().documentId().equals(article.id()) ? said.floorEntry(source.start()) : null;
      if (quotation != null
          && quotation.getValue().content().stream().anyMatch(span -> span.contains(source))
          && quotation.getValue().speaker() instanceof Speaker.Resolved speaker) {
        speakers.add(speaker.actorId());
      }
    }
    return speakers;
  }

  /** The quotations of a document by where their contents begin. */
  private static NavigableMap<Integer, Quotation> byStart(Quotations quotations) {
    NavigableMap<Integer, Quotation> byStart = new TreeMap<>();
    for (Quotation quotation : quotations.quotations()) {
      quotation.content().forEach(span -> byStart.put(span.start(), quotation));
    }
    return byStart;
  }

  /**
   * What the quoted speakers of an article hold of the actors whom they name: their words, with the
   * verb where the article only tells of an attitude.
   */
  private static void sourcesTowardsActors(Asked asked, Map<String, Actor> actors) {
    for (Quotation quotation : asked.quotations) {
      if (quotation.speaker() instanceof Speaker.DocumentAuthor
          || quotation.speaker() instanceof Speaker.Unknown) {
        continue;
      }
      List<Span> own = new ArrayList<>(quotation.content());
      if (quotation.grade() == Quotation.Grade.ATTITUDE) {
        quotation
            .cue()
            .filter(cue -> quotation.content().stream().noneMatch(cue::overlaps))
            .ifPresent(own::add);
      }
      own.sort(null);
      Map<String, List<Span>> mentioned = new LinkedHashMap<>();
      for (Mention mention : asked.mentions) {
        if (quotation.content().stream().anyMatch(span -> span.contains(mention.span()))) {
          mentioned
              .computeIfAbsent(mention.meantActorId(), id -> new ArrayList<>())
              .add(mention.span());
        }
      }
      if (quotation.speaker() instanceof Speaker.Resolved self) {
        mentioned.remove(self.actorId());
      }
      mentioned.forEach(
          (id, spans) ->
              question(asked, own, new Voice.Source(quotation.speaker()), actors.get(id), spans)
                  .ifPresent(question -> told(asked, quotation, question)));
    }
  }

  /** Where a verb tells the stance, the judge is not asked. */
  private static void told(Asked asked, Quotation quotation, StanceQuestion question) {
    Stance.Target.OfActor actor = (Stance.Target.OfActor) question.target();
    Attitudes.of(asked.document, quotation, actor, question.places())
        .ifPresentOrElse(asked.told::add, () -> asked.questions.add(question));
  }

  private static Optional<StanceQuestion> question(
      Asked asked, List<Span> own, Voice holder, Actor actor, List<Span> places) {
    if (actor == null) {
      return Optional.empty();
    }
    if (actor.type() == ActorType.GROUP
        && places.stream().allMatch(place -> modifies(asked.document.text(), place))) {
      return Optional.empty();
    }
    List<Sentiment> tones = new ArrayList<>();
    places.forEach(place -> tones.addAll(asked.tones.getOrDefault(place, List.of())));
    return Optional.of(
        new StanceQuestion(
            asked.document,
            own,
            holder,
            new Stance.Target.OfActor(actor.id(), actor.name()),
            "",
            List.copyOf(actor.aliases()),
            places,
            tones));
  }

  /** Whether a name of people stands before a noun, as in "French teachers", and means nobody. */
  private static boolean modifies(String text, Span place) {
    int next = place.end();
    boolean plural = text.charAt(next - 1) == 's';
    if (plural || next + 1 >= text.length() || text.charAt(next) != ' ') {
      return false;
    }
    int end = next + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(next + 1, end);
    return !word.isEmpty()
        && Character.isLowerCase(word.charAt(0))
        && !StanceWords.list("function").contains(word);
  }

  /**
   * Who agrees with a passage that he repeats shares its tone towards those whom only the passage
   * names.
   */
  private static List<Stance> shared(
      Comment comment,
      Asked asked,
      Stance answer,
      Map<String, Actor> actors,
      List<Stance> already) {
    if (asked.echoes.isEmpty()
        || !(answer instanceof Stance.Taken taken)
        || taken.label() != StanceLabel.Agreement.AGREE) {
      return List.of();
    }
    Set<Stance.Target> known = new HashSet<>();
    already.forEach(stance -> known.add(stance.target()));
    Map<String, List<Double>> byActor = new LinkedHashMap<>();
    Map<String, Span> passages = new HashMap<>();
    for (Mention mention : asked.mentions) {
      List<Sentiment> tones = asked.tones.getOrDefault(mention.span(), List.of());
      Double tone = tones.isEmpty() ? null : tones.get(tones.size() - 1).score();
      for (Echo echo : tone == null ? List.<Echo>of() : asked.echoes) {
        if (echo.span().contains(mention.span())) {
          byActor.computeIfAbsent(mention.meantActorId(), id -> new ArrayList<>()).add(tone);
          passages.putIfAbsent(mention.meantActorId(), echo.span());
          break;
        }
      }
    }
    List<Stance> shared = new ArrayList<>();
    byActor.forEach(
        (id, some) -> {
          double tone = some.stream().mapToDouble(Double::doubleValue).average().orElse(0);
          if (!actors.containsKey(id) || Math.abs(tone) < CLEAR_TONE) {
            return;
          }
          Stance.Target target = new Stance.Target.OfActor(id, actors.get(id).name());
          if (!known.contains(target)) {
            shared.add(
                new Stance.Taken(
                    comment.id(),
                    new Voice.Commenter(),
                    target,
                    tone > 0 ? StanceLabel.Favor.FAVOR : StanceLabel.Favor.AGAINST,
                    taken.confidence() * Math.abs(tone),
                    List.of(new Passage(comment.id(), passages.get(id))),
                    SHARED));
          }
        });
    return shared;
  }

  private static void towardsConcepts(ConceptQuestions concepts, Asked asked) {
    List<Span> quoted = new ArrayList<>();
    for (Quotation quotation : asked.quotations) {
      quoted.addAll(quotation.content());
    }
    quoted.sort(null);
    Voice writer = asked.document instanceof Comment ? new Voice.Commenter() : new Voice.Author();
    ask(concepts, asked, without(asked.own, quoted), writer);
    for (Quotation quotation : asked.quotations) {
      Voice holder =
          quotation.speaker() instanceof Speaker.DocumentAuthor
              ? writer
              : new Voice.Source(quotation.speaker());
      ask(concepts, asked, quotation.content(), holder);
    }
  }

  private static void ask(ConceptQuestions concepts, Asked asked, List<Span> own, Voice holder) {
    for (String concept : concepts.names()) {
      concepts.about(concept, asked.document, own, holder).ifPresent(asked.questions::add);
    }
  }
}
