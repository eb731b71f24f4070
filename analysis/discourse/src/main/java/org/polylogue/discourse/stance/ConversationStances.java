package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Who sides with whom in a conversation: each comment towards what it answers and towards every
 * actor that it mentions in its own words, and, where a codebook is given, each speaker towards its
 * concepts. Immutable and thread-safe.
 *
 * <p>A comment answers its parent comment; without one it answers the passage of the article that
 * it echoes, or else headline and lead. What a comment echoes is not its own words; but who agrees
 * with a passage that he echoes shares its tone towards those whom it names. Descriptions that
 * condemn by themselves, such as "these crooks", are stances against whom they describe, whoever
 * that is. Who is meant by nothing but pronouns is asked about only where there is a tone towards
 * one of them. A concept that is not recognised gives no stance, not a withheld one.
 */
public final class ConversationStances {

  private static final int LONGEST_LEAD = 1000;
  private static final double CLEAR_TONE = 0.4;

  private final ReplyStance replies;
  private final TargetStance targets;
  private final Optional<ConceptStance> concepts;

  private ConversationStances(
      ReplyStance replies, TargetStance targets, Optional<ConceptStance> concepts) {
    this.replies = Objects.requireNonNull(replies, "replies");
    this.targets = Objects.requireNonNull(targets, "targets");
    this.concepts = concepts;
  }

  /**
   * A reader of whole conversations.
   *
   * @param replies reads stances towards the article and the parent comment
   * @param targets reads stances towards actors
   * @return the reader
   */
  public static ConversationStances of(ReplyStance replies, TargetStance targets) {
    return new ConversationStances(replies, targets, Optional.empty());
  }

  /**
   * The same reader, with a codebook.
   *
   * @param codebook the concepts to read stances towards
   * @return a copy
   */
  public ConversationStances withCodebook(Codebook codebook) {
    return new ConversationStances(
        replies, targets, Optional.of(new ConceptStance(codebook, targets)));
  }

  /**
   * What was found in a document before its stances are read.
   *
   * @param mentions where actors are meant
   * @param quotations what is said, by whom
   * @param sentiments tone towards mentions, among others
   * @param echoes what repeats the article or the parent comment
   */
  public record Findings(
      List<Mention> mentions,
      List<Quotation> quotations,
      List<Sentiment> sentiments,
      List<Echo> echoes) {

    /** Nothing found. */
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Findings {
      mentions = List.copyOf(mentions);
      quotations = List.copyOf(quotations);
      sentiments = List.copyOf(sentiments);
      echoes = List.copyOf(echoes);
    }
  }

  /**
   * Reads all stances.
   *
   * @param conversation article and comments
   * @param actors everybody who is mentioned
   * @param findings what was found in each document, by its id
   * @return stances in the order of the documents
   */
  public List<Stance> read(
      Conversation conversation, List<Actor> actors, Map<String, Findings> findings) {
    Map<String, Actor> byId = new HashMap<>();
    actors.forEach(actor -> byId.put(actor.id(), actor));
    List<Stance> stances = new ArrayList<>();
    for (Document document : conversation.documents()) {
      Findings found = findings.getOrDefault(document.id(), Findings.NONE);
      List<Span> own = own(document, found.echoes());
      if (document instanceof Comment comment) {
        Stance answer = replies.read(answer(conversation, comment, found, own));
        stances.add(answer);
        int before = stances.size();
        towardsActors(comment, found, own, byId, stances);
        shared(comment, found, answer, byId, stances.subList(before, stances.size()))
            .forEach(stances::add);
        stances.addAll(Condemnations.in(comment, own));
      }
      concepts.ifPresent(reader -> towardsConcepts(reader, document, found, own, stances));
    }
    return List.copyOf(stances);
  }

  private static List<Span> own(Document document, List<Echo> echoes) {
    return without(
        List.of(Span.allOf(document.text())), echoes.stream().map(Echo::span).sorted().toList());
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

  private static StanceQuestion answer(
      Conversation conversation, Comment comment, Findings found, List<Span> own) {
    Optional<Comment> parent = conversation.parentOf(comment);
    if (parent.isPresent()) {
      return StanceQuestion.answering(
          comment, own, new Stance.Target.OfParent(parent.get().id()), parent.get().text());
    }
    Article article = conversation.article();
    Stance.Target target = new Stance.Target.OfArticle(article.id());
    StringBuilder echoed = new StringBuilder();
    for (Echo echo : found.echoes()) {
      if (echo.source().documentId().equals(article.id())) {
        echoed.append(echo.source().span().of(article.text())).append('\n');
      }
    }
    return StanceQuestion.answering(
        comment, own, target, echoed.isEmpty() ? lead(article) : echoed.toString());
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

  private void towardsActors(
      Comment comment,
      Findings found,
      List<Span> own,
      Map<String, Actor> actors,
      List<Stance> stances) {
    Map<String, List<Span>> mentioned = new LinkedHashMap<>();
    Set<String> named = new HashSet<>();
    for (Mention mention : found.mentions()) {
      if (own.stream().anyMatch(span -> span.contains(mention.span()))) {
        mentioned
            .computeIfAbsent(mention.meantActorId(), id -> new ArrayList<>())
            .add(mention.span());
        if (!mention.byPronoun()) {
          named.add(mention.meantActorId());
        }
      }
    }
    Map<Span, List<Sentiment>> byTarget = new HashMap<>();
    for (Sentiment sentiment : found.sentiments()) {
      if (sentiment.voice() instanceof Voice.Commenter && sentiment.target().isPresent()) {
        byTarget
            .computeIfAbsent(sentiment.target().get(), span -> new ArrayList<>())
            .add(sentiment);
      }
    }
    mentioned.forEach(
        (id, spans) -> {
          Actor actor = actors.get(id);
          if (actor == null) {
            return;
          }
          List<Sentiment> tones = new ArrayList<>();
          spans.forEach(span -> tones.addAll(byTarget.getOrDefault(span, List.of())));
          if (tones.isEmpty() && !named.contains(id)) {
            return;
          }
          stances.add(
              targets.read(
                  new StanceQuestion(
                      comment,
                      own,
                      new Voice.Commenter(),
                      new Stance.Target.OfActor(id, actor.name()),
                      "",
                      List.copyOf(actor.aliases()),
                      tones)));
        });
  }

  /**
   * Who agrees with a passage that he repeats shares its tone towards those whom only the passage
   * names.
   */
  private static List<Stance> shared(
      Comment comment,
      Findings found,
      Stance answer,
      Map<String, Actor> actors,
      List<Stance> already) {
    if (found.echoes().isEmpty()
        || !(answer instanceof Stance.Taken taken)
        || taken.label() != StanceLabel.Agreement.AGREE) {
      return List.of();
    }
    Set<Stance.Target> known = new HashSet<>();
    already.forEach(stance -> known.add(stance.target()));
    Map<Span, Double> tones = new HashMap<>();
    found
        .sentiments()
        .forEach(tone -> tone.target().ifPresent(target -> tones.put(target, tone.score())));
    Map<String, List<Double>> byActor = new LinkedHashMap<>();
    Map<String, Span> passages = new HashMap<>();
    for (Mention mention : found.mentions()) {
      Double tone = tones.get(mention.span());
      for (Echo echo : tone == null ? List.<Echo>of() : found.echoes()) {
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
                    List.of(new Passage(comment.id(), passages.get(id)))));
          }
        });
    return shared;
  }

  private static void towardsConcepts(
      ConceptStance reader,
      Document document,
      Findings found,
      List<Span> own,
      List<Stance> stances) {
    List<Span> quoted = new ArrayList<>();
    for (Quotation quotation : found.quotations()) {
      quoted.addAll(quotation.content());
    }
    quoted.sort(null);
    Voice writer = document instanceof Comment ? new Voice.Commenter() : new Voice.Author();
    ask(reader, document, without(own, quoted), writer, stances);
    for (Quotation quotation : found.quotations()) {
      Voice holder =
          quotation.speaker() instanceof Speaker.DocumentAuthor
              ? writer
              : new Voice.Source(quotation.speaker());
      ask(reader, document, quotation.content(), holder, stances);
    }
  }

  private static void ask(
      ConceptStance reader, Document document, List<Span> own, Voice holder, List<Stance> stances) {
    for (String concept : reader.names()) {
      StanceQuestion question =
          new StanceQuestion(
              document,
              own,
              holder,
              new Stance.Target.OfConcept(concept),
              "",
              List.of(),
              List.of());
      if (reader.recognises(question)) {
        stances.add(reader.read(question));
      }
    }
  }
}
