package org.polylogue.results.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.echo.ReuseFinder;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.text.Span;

/**
 * What headlines take up of their articles. A headline is a text of its own here, analysed with the
 * actors of its article as known ones, so that ids agree. Stateless and thread-safe.
 */
public final class Headlines {

  private static final double TAKEN = 0.5;

  private Headlines() {}

  /**
   * An actor in a headline.
   *
   * @param article the article, with its headline as title
   * @param actor who is meant in it
   * @param headlineMentions how often there, 1 or more
   * @param bodyMentions how often in the text
   * @param bodyRank place among the actors of the text by mentions, from 1; empty if not in it
   * @param headlineTone mean score of the tones towards the actor there, empty without any
   * @param bodyTone the same in the text
   */
  public record Taken(
      Article article,
      Actor actor,
      int headlineMentions,
      int bodyMentions,
      Optional<Integer> bodyRank,
      Optional<Double> headlineTone,
      Optional<Double> bodyTone) {

    /** Names of the columns of {@link #cells}. */
    public static final List<String> COLUMNS =
        List.of(
            "article_id",
            "outlet",
            "date",
            "headline",
            "actor_id",
            "actor",
            "headline_mentions",
            "body_mentions",
            "body_rank",
            "headline_tone",
            "body_tone");

    /** Checks that all parts are there. */
    public Taken {
      Objects.requireNonNull(article, "article");
      Objects.requireNonNull(actor, "actor");
      Objects.requireNonNull(bodyRank, "bodyRank");
      Objects.requireNonNull(headlineTone, "headlineTone");
      Objects.requireNonNull(bodyTone, "bodyTone");
    }

    /**
     * The row of a table.
     *
     * @return a cell for each of {@link #COLUMNS}; null where it is empty
     */
    public List<Object> cells() {
      return cellsOf(
          article,
          actor.id(),
          actor.name(),
          headlineMentions,
          bodyMentions,
          bodyRank.orElse(null),
          headlineTone.orElse(null),
          bodyTone.orElse(null));
    }
  }

  /**
   * Words that a headline quotes or puts in marks.
   *
   * @param article the article, with its headline as title
   * @param text the words
   * @param kind kind of the quotation or of the marked expression
   * @param quotation position, in the article's list, of the quotation that has most of their
   *     content words; empty if none has half of them
   * @param taken share of their content words that it has, 0 without one
   */
  public record Quoted(
      Article article, String text, String kind, Optional<Integer> quotation, double taken) {

    /** Names of the columns of {@link #cells}. */
    public static final List<String> COLUMNS =
        List.of("article_id", "outlet", "date", "headline", "text", "kind", "quotation", "taken");

    /** Checks that all parts are there. */
    public Quoted {
      Objects.requireNonNull(article, "article");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(quotation, "quotation");
    }

    /**
     * The row of a table.
     *
     * @return a cell for each of {@link #COLUMNS}; null where it is empty
     */
    public List<Object> cells() {
      return cellsOf(article, text, kind, quotation.orElse(null), taken);
    }
  }

  private static List<Object> cellsOf(Article article, Object... more) {
    Publication publication = article.publication();
    List<Object> cells = new ArrayList<>();
    cells.add(article.id());
    cells.add(publication.outlet().orElse(null));
    cells.add(publication.date().map(Moment::toString).orElse(null));
    cells.add(article.title());
    cells.addAll(Arrays.asList(more));
    return cells;
  }

  /**
   * The headline of an article as a text to analyse.
   *
   * @param article an article
   * @return a conversation without comments that has the article's id; empty if there is no
   *     headline
   */
  public static Optional<Conversation> of(Article article) {
    return article.title().isBlank()
        ? Optional.empty()
        : Optional.of(Conversation.of(Article.of(article.id(), "", article.title()), List.of()));
  }

  /**
   * The actors that a headline takes up. One that is an actor of its own there, such as a state by
   * its abbreviation, is the actor of the article that alone has this name.
   *
   * @param article what was found in the article
   * @param headline what was found in its headline, see {@link #of}
   * @return in the order of their first mentions
   */
  public static List<Taken> taken(Discourse article, Discourse headline) {
    Map<String, List<Mention>> here =
        byActor(headline.article(), id -> inArticle(id, article, headline));
    Map<String, List<Mention>> body = byActor(article.article(), id -> id);
    List<String> ranked =
        body.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, List<Mention>>>comparingInt(
                        one -> -one.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Integer> ranks = new HashMap<>();
    ranked.forEach(id -> ranks.put(id, ranks.size() + 1));
    Article about = article.conversation().article();
    List<Taken> rows = new ArrayList<>();
    here.entrySet().stream()
        .sorted(Comparator.comparing(one -> one.getValue().get(0).span()))
        .forEach(
            one -> {
              String id = one.getKey();
              article
                  .actor(id)
                  .or(() -> headline.actor(id))
                  .ifPresent(
                      actor ->
                          rows.add(
                              new Taken(
                                  about,
                                  actor,
                                  one.getValue().size(),
                                  body.getOrDefault(id, List.of()).size(),
                                  Optional.ofNullable(ranks.get(id)),
                                  tone(headline.article(), one.getValue()),
                                  tone(article.article(), body.getOrDefault(id, List.of())))));
            });
    return rows;
  }

  private static Map<String, List<Mention>> byActor(
      DocumentDiscourse found, UnaryOperator<String> actor) {
    return found.mentions().stream()
        .collect(
            Collectors.groupingBy(
                mention -> actor.apply(mention.meantActorId()), TreeMap::new, Collectors.toList()));
  }

  private static String inArticle(String id, Discourse article, Discourse headline) {
    if (article.actor(id).isPresent() || headline.actor(id).isEmpty()) {
      return id;
    }
    String name = Folding.plain(headline.actor(id).get().name());
    List<Actor> named =
        article.actors().stream()
            .filter(actor -> actor.aliases().stream().map(Folding::plain).anyMatch(name::equals))
            .toList();
    return named.size() == 1 ? named.get(0).id() : id;
  }

  private static Optional<Double> tone(DocumentDiscourse found, List<Mention> mentions) {
    Set<Span> meant = new HashSet<>();
    mentions.forEach(mention -> meant.add(mention.span()));
    double sum = 0;
    int tones = 0;
    for (Sentiment sentiment : found.sentiments()) {
      if (sentiment.target().filter(meant::contains).isPresent()) {
        sum += sentiment.score();
        tones++;
      }
    }
    return tones == 0 ? Optional.empty() : Optional.of(sum / tones);
  }

  /**
   * What a headline quotes or puts in marks, and whether the article quotes it.
   *
   * @param article what was found in the article
   * @param headline what was found in its headline, see {@link #of}
   * @return quotations, then marked expressions, each in order
   */
  public static List<Quoted> quoted(Discourse article, Discourse headline) {
    String title = headline.conversation().article().text();
    List<Quoted> rows = new ArrayList<>();
    for (Quotation quotation : headline.article().quotations()) {
      rows.add(quoted(article, words(quotation, title), quotation.kind().name()));
    }
    for (MarkedExpression expression : headline.article().expressions()) {
      rows.add(quoted(article, expression.span().of(title), expression.kind().name()));
    }
    return rows;
  }

  private static String words(Quotation quotation, String text) {
    return quotation.content().stream()
        .map(segment -> segment.of(text))
        .collect(Collectors.joining(" … "));
  }

  private static Quoted quoted(Discourse article, String text, String kind) {
    Article about = article.conversation().article();
    List<Quotation> body = article.article().quotations();
    int best = -1;
    double most = TAKEN;
    for (int i = 0; i < body.size(); i++) {
      double taken = ReuseFinder.compare(words(body.get(i), about.text()), text).taken();
      if (taken > most || taken == TAKEN && best < 0) {
        best = i;
        most = taken;
      }
    }
    return new Quoted(
        about, text, kind, best < 0 ? Optional.empty() : Optional.of(best), best < 0 ? 0 : most);
  }
}
