package org.polylogue.samples.output;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.thread.ThreadMeasurement;
import org.polylogue.discourse.thread.ThreadShape;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * The CSV tables of an analysis: one row for each article, comment, quotation, marked expression,
 * mention, sentiment, stance and echo, in the order of the articles, and one for each actor of the
 * corpus, ordered by id. Columns are described in {@code docs/formats/discourse.md}. Not
 * thread-safe.
 */
public final class DiscourseTables implements ResultFile {

  private static final class Counted {
    private Actor actor;
    private int mentions;
    private int articles;

    private Counted(Actor actor) {
      this.actor = actor;
    }

    private void merge(Actor other) {
      TreeSet<String> aliases = new TreeSet<>(actor.aliases());
      aliases.addAll(other.aliases());
      Map<String, String> attributes = new TreeMap<>(other.attributes());
      attributes.putAll(actor.attributes());
      boolean before = other.name().compareTo(actor.name()) < 0;
      Actor named = before ? other : actor;
      actor = new Actor(actor.id(), named.name(), named.type(), aliases, attributes);
    }
  }

  private final CsvTable articles;
  private final CsvTable comments;
  private final CsvTable quotations;
  private final CsvTable expressions;
  private final CsvTable actors;
  private final CsvTable mentions;
  private final CsvTable sentiments;
  private final CsvTable stances;
  private final CsvTable echoes;
  private final Map<String, Counted> actorsById = new TreeMap<>();

  /**
   * Tables with header rows.
   *
   * @param folder where the files appear once it is published
   * @param raw true to leave text cells as they are, see {@link CsvTable}
   * @throws IOException if a file cannot be made
   */
  public DiscourseTables(OutputFolder folder, boolean raw) throws IOException {
    articles =
        table(
            folder,
            raw,
            "articles",
            "article_id,title,outlet,author,date,url,section,characters,comments,root_comments,"
                + "thread_depth,thread_breadth,branching,structural_virality,quotations,expressions,mentions,irregularities");
    comments =
        table(
            folder,
            raw,
            "comments",
            "article_id,comment_id,author,time,score,reply_to,depth,replies,characters,text");
    quotations =
        table(
            folder,
            raw,
            "quotations",
            "article_id,document_id,quotation,kind,mode,speaker_type,speaker,actor_id,text,spans,"
                + "cue,source,parent,rule,confidence");
    expressions =
        table(
            folder,
            raw,
            "expressions",
            "article_id,document_id,kind,text,start,end,rule,confidence");
    actors =
        table(folder, raw, "actors", "actor_id,name,type,aliases,attributes,mentions,articles");
    mentions =
        table(
            folder,
            raw,
            "mentions",
            "article_id,document_id,start,end,text,form,actor_id,actor,metonym_id,metonym,"
                + "confidence");
    sentiments =
        table(
            folder,
            raw,
            "sentiments",
            "article_id,document_id,start,end,text,score,voice,speaker,target,target_start,"
                + "target_end,trace");
    stances =
        table(
            folder,
            raw,
            "stances",
            "article_id,document_id,holder,speaker,target_type,target_id,target,scheme,label,"
                + "confidence,evidence,withheld");
    echoes =
        table(
            folder,
            raw,
            "echoes",
            "article_id,document_id,start,end,text,source_id,source_start,source_end,source_text,"
                + "similarity");
  }

  private static CsvTable table(OutputFolder folder, boolean raw, String name, String columns)
      throws IOException {
    return new CsvTable(folder.file(name + ".csv"), raw, columns.split(","));
  }

  @Override
  public void add(Discourse discourse) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (Document document : discourse.conversation().documents()) {
      texts.put(document.id(), document.text());
    }
    Map<String, Actor> named = new HashMap<>();
    discourse.actors().forEach(actor -> named.put(actor.id(), actor));
    addArticle(discourse);
    addComments(discourse.conversation());
    String article = discourse.conversation().article().id();
    for (DocumentDiscourse found : discourse.documents()) {
      String text = texts.get(found.documentId());
      addQuotations(article, found, text);
      addExpressions(article, found, text);
      addMentions(article, found, text, named);
      addSentiments(article, found, text);
      addEchoes(article, found, texts);
    }
    for (Stance stance : discourse.stances()) {
      addStance(article, stance, texts);
    }
    countActors(discourse);
  }

  /** Writes the actors of the corpus, which are known only now. */
  @Override
  public void finish() throws IOException {
    for (Counted counted : actorsById.values()) {
      Actor actor = counted.actor;
      actors.row(
          actor.id(),
          actor.name(),
          actor.type(),
          String.join("; ", actor.aliases()),
          actor.attributes().entrySet().stream()
              .map(entry -> entry.getKey() + "=" + entry.getValue())
              .collect(Collectors.joining("; ")),
          counted.mentions,
          counted.articles);
    }
  }

  private void countActors(Discourse discourse) {
    for (Actor actor : discourse.actors()) {
      Counted counted = actorsById.computeIfAbsent(actor.id(), id -> new Counted(actor));
      counted.merge(actor);
      counted.articles++;
    }
    for (DocumentDiscourse found : discourse.documents()) {
      for (Mention mention : found.mentions()) {
        Counted counted = actorsById.get(mention.meantActorId());
        if (counted != null) {
          counted.mentions++;
        }
      }
    }
  }

  private void addArticle(Discourse discourse) throws IOException {
    Conversation conversation = discourse.conversation();
    Article article = conversation.article();
    ThreadShape shape = new ThreadMeasurement().analyze(conversation, new Scope()).whole();
    articles.row(
        article.id(),
        article.title(),
        article.publication().outlet(),
        article.publication().author(),
        article.publication().date(),
        article.publication().url(),
        article.publication().section(),
        article.text().length(),
        conversation.comments().size(),
        conversation.roots().size(),
        shape.depth(),
        shape.breadth(),
        number(shape.branching()),
        number(shape.structuralVirality()),
        discourse.article().quotations().size(),
        discourse.article().expressions().size(),
        discourse.article().mentions().size(),
        conversation.irregularities().size());
  }

  private static Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private void addComments(Conversation conversation) throws IOException {
    for (Comment comment : conversation.comments()) {
      comments.row(
          conversation.article().id(),
          comment.id(),
          comment.author(),
          comment.time(),
          comment.score().isPresent() ? comment.score().getAsInt() : null,
          comment.replyTo(),
          conversation.depthOf(comment),
          conversation.repliesTo(comment).size(),
          comment.text().length(),
          comment.text());
    }
  }

  private void addQuotations(String article, DocumentDiscourse found, String text)
      throws IOException {
    int index = 0;
    for (Quotation quotation : found.quotations()) {
      quotations.row(
          article,
          found.documentId(),
          index++,
          quotation.kind(),
          quotation.mode(),
          Labels.speakerType(quotation.speaker()),
          Labels.speakerName(quotation.speaker()),
          Labels.actorId(quotation.speaker()),
          words(quotation.content(), text),
          quotation.content().stream().map(Span::toString).collect(Collectors.joining(",")),
          quotation.cue().map(span -> span.of(text)),
          quotation.source().map(span -> span.of(text)),
          quotation.parent().isPresent() ? quotation.parent().getAsInt() : null,
          quotation.rule(),
          quotation.confidence());
    }
  }

  private void addExpressions(String article, DocumentDiscourse found, String text)
      throws IOException {
    for (MarkedExpression expression : found.expressions()) {
      expressions.row(
          article,
          found.documentId(),
          expression.kind(),
          expression.span().of(text),
          expression.span().start(),
          expression.span().end(),
          expression.rule(),
          expression.confidence());
    }
  }

  private void addMentions(
      String article, DocumentDiscourse found, String text, Map<String, Actor> named)
      throws IOException {
    for (Mention mention : found.mentions()) {
      mentions.row(
          article,
          found.documentId(),
          mention.span().start(),
          mention.span().end(),
          mention.span().of(text),
          mention.form(),
          mention.actorId(),
          name(named, Optional.of(mention.actorId())),
          mention.metonym(),
          name(named, mention.metonym()),
          mention.confidence());
    }
  }

  private static Optional<String> name(Map<String, Actor> named, Optional<String> id) {
    return id.map(named::get).map(Actor::name);
  }

  private void addSentiments(String article, DocumentDiscourse found, String text)
      throws IOException {
    for (Sentiment sentiment : found.sentiments()) {
      sentiments.row(
          article,
          found.documentId(),
          sentiment.span().start(),
          sentiment.span().end(),
          sentiment.span().of(text),
          sentiment.score(),
          Labels.voice(sentiment.voice()),
          Labels.voiceName(sentiment.voice()),
          sentiment.target().map(span -> span.of(text)),
          sentiment.target().map(Span::start),
          sentiment.target().map(Span::end),
          sentiment.trace().stream()
              .map(part -> part.cause() + " " + part.amount())
              .collect(Collectors.joining("; ")));
    }
  }

  private void addEchoes(String article, DocumentDiscourse found, Map<String, String> texts)
      throws IOException {
    for (Echo echo : found.echoes()) {
      echoes.row(
          article,
          found.documentId(),
          echo.span().start(),
          echo.span().end(),
          echo.span().of(texts.get(found.documentId())),
          echo.source().documentId(),
          echo.source().span().start(),
          echo.source().span().end(),
          words(echo.source(), texts),
          echo.similarity());
    }
  }

  private void addStance(String article, Stance stance, Map<String, String> texts)
      throws IOException {
    Stance.Taken taken = stance instanceof Stance.Taken side ? side : null;
    stances.row(
        article,
        stance.documentId(),
        Labels.voice(stance.holder()),
        Labels.voiceName(stance.holder()),
        Labels.targetType(stance.target()),
        Labels.targetId(stance.target()),
        Labels.targetName(stance.target()),
        taken == null ? null : Labels.scheme(taken.label()),
        taken == null ? null : taken.label().name(),
        taken == null ? null : taken.confidence(),
        taken == null
            ? null
            : taken.evidence().stream()
                .map(passage -> words(passage, texts))
                .collect(Collectors.joining(" … ")),
        stance instanceof Stance.Withheld withheld ? withheld.reason() : null);
  }

  private static String words(List<Span> spans, String text) {
    return spans.stream().map(span -> span.of(text)).collect(Collectors.joining(" … "));
  }

  private static String words(Passage passage, Map<String, String> texts) {
    String text = texts.get(passage.documentId());
    return text == null ? "" : passage.span().of(text);
  }
}
