package org.polylogue.results.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.model.Document;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;
import org.polylogue.text.WordCount;

/**
 * Counts who is quoted, how, and for how many words. What is known of an actor is what all articles
 * tell, as in {@code actors.csv}. Shares are of everything that is quoted in the same part of the
 * corpus, speakers who are not known included; their intervals draw whole articles. Memory grows
 * with the actors, the articles and the pairs of article and source. Not thread-safe.
 */
public final class SourceCounts {

  /** Of one source in a part. */
  private static final class Count {
    private final Speaker speaker;
    private final EnumMap<Quotation.Kind, Integer> kinds = new EnumMap<>(Quotation.Kind.class);
    private final List<int[]> articles = new ArrayList<>();

    private Count(Speaker speaker) {
      this.speaker = speaker;
      for (Quotation.Kind kind : Quotation.Kind.values()) {
        kinds.put(kind, 0);
      }
    }

    private void add(int article, Quotation.Kind kind, int words) {
      kinds.merge(kind, 1, Integer::sum);
      int[] last = of(article);
      last[QUOTATIONS]++;
      last[WORDS] += words;
    }

    /** What it has in an article; no later one was asked for. */
    private int[] of(int article) {
      if (articles.isEmpty() || articles.get(articles.size() - 1)[0] != article) {
        articles.add(new int[] {article, 0, 0});
      }
      return articles.get(articles.size() - 1);
    }

    private static Count sum(List<Count> counts) {
      Count sum = new Count(counts.get(0).speaker);
      counts.forEach(count -> count.kinds.forEach((k, n) -> sum.kinds.merge(k, n, Integer::sum)));
      counts.stream()
          .flatMap(count -> count.articles.stream())
          .sorted(Comparator.comparingInt(article -> article[0]))
          .forEach(
              article -> {
                int[] last = sum.of(article[0]);
                last[QUOTATIONS] += article[QUOTATIONS];
                last[WORDS] += article[WORDS];
              });
      return sum;
    }

    private int sum(int of) {
      return articles.stream().mapToInt(article -> article[of]).sum();
    }

    private Resampling.Part part(int of) {
      return new Resampling.Part(
          articles.stream().mapToInt(article -> article[0]).toArray(),
          articles.stream().mapToDouble(article -> article[of]).toArray());
    }
  }

  private static final class Part {
    private final Map<String, Count> speakers = new HashMap<>();
    private final List<int[]> articles = new ArrayList<>();

    private double[] totals(int of) {
      return articles.stream().mapToDouble(article -> article[of]).toArray();
    }
  }

  private static final int QUOTATIONS = 1;
  private static final int WORDS = 2;

  private final SourceFact by;
  private final ArticleFact over;
  private final DocumentKind in;
  private final Set<Quotation.Grade> grades;
  private final Map<String, Part> parts = new TreeMap<>();
  private final ActorRows actors = new ActorRows();

  /**
   * Nothing counted yet.
   *
   * @param by what sources are told apart by
   * @param over what articles are told apart by, {@link ArticleFact#NONE} for the whole corpus
   * @param in the documents whose quotations count
   * @param grades the grades that count; {@code SAID} alone is speech
   */
  public SourceCounts(
      SourceFact by, ArticleFact over, DocumentKind in, Set<Quotation.Grade> grades) {
    this.by = Objects.requireNonNull(by, "by");
    this.over = Objects.requireNonNull(over, "over");
    this.in = Objects.requireNonNull(in, "in");
    this.grades = Set.copyOf(grades);
  }

  /**
   * Counts what is said in articles.
   *
   * @param by what sources are told apart by
   * @param over what articles are told apart by
   */
  public SourceCounts(SourceFact by, ArticleFact over) {
    this(by, over, DocumentKind.ARTICLES, Set.of(Quotation.Grade.SAID));
  }

  /**
   * Adds an article with its comments.
   *
   * @param discourse what was found
   */
  public void add(Discourse discourse) {
    actors.add(discourse);
    Part part =
        parts.computeIfAbsent(
            over.of(discourse.conversation().article()).orElse(""), key -> new Part());
    int article = part.articles.size();
    int[] total = {article, 0, 0};
    part.articles.add(total);
    List<Document> documents = discourse.conversation().documents();
    for (int i = 0; i < documents.size(); i++) {
      if (!in.counts(i)) {
        continue;
      }
      String text = documents.get(i).text();
      for (Quotation quotation : discourse.documents().get(i).quotations()) {
        if (!grades.contains(quotation.grade())) {
          continue;
        }
        int words = 0;
        for (Span segment : quotation.content()) {
          words += WordCount.of(segment.of(text));
        }
        part.speakers
            .computeIfAbsent(id(quotation.speaker()), id -> new Count(quotation.speaker()))
            .add(article, quotation.kind(), words);
        total[QUOTATIONS]++;
        total[WORDS] += words;
      }
    }
  }

  private static String id(Speaker speaker) {
    return speaker.resolved().map(Speaker.Resolved::actorId).orElse("(" + speaker.type() + ")");
  }

  private SourceFact.Key key(SourceFact fact, Speaker speaker) {
    return fact.of(speaker, speaker.resolved().flatMap(who -> actors.actor(who.actorId())));
  }

  /**
   * The sources of all parts.
   *
   * @return by part, those quoted for the most words first
   */
  public List<SourceRow> rows() {
    return rows(by, Integer.MAX_VALUE);
  }

  /**
   * The sources that are quoted most, told apart by another fact.
   *
   * @param fact what sources are told apart by
   * @param most how many for each part, 0 or more
   * @return by part, those quoted for the most words first
   */
  public List<SourceRow> rows(SourceFact fact, int most) {
    List<SourceRow> rows = new ArrayList<>();
    parts.forEach((name, part) -> add(name, part, fact, most, rows));
    return rows;
  }

  private void add(String name, Part part, SourceFact fact, int most, List<SourceRow> rows) {
    Map<SourceFact.Key, Count> counts =
        part.speakers.values().stream()
            .collect(
                Collectors.groupingBy(
                    count -> key(fact, count.speaker),
                    Collectors.collectingAndThen(Collectors.toList(), Count::sum)));
    List<Map.Entry<SourceFact.Key, Count>> sources =
        counts.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<SourceFact.Key, Count>>comparingInt(
                        one -> -one.getValue().sum(WORDS))
                    .thenComparing(one -> one.getKey().id()))
            .limit(most)
            .toList();
    double[] quotations = part.totals(QUOTATIONS);
    double[] words = part.totals(WORDS);
    List<Interval> ofQuotations = intervals(quotations, sources, QUOTATIONS);
    List<Interval> ofWords = intervals(words, sources, WORDS);
    for (int i = 0; i < sources.size(); i++) {
      Count count = sources.get(i).getValue();
      rows.add(
          new SourceRow(
              name,
              sources.get(i).getKey(),
              count.kinds,
              count.sum(WORDS),
              count.articles.size(),
              share(count.sum(QUOTATIONS), quotations),
              share(count.sum(WORDS), words),
              ofQuotations.isEmpty() ? Optional.empty() : Optional.of(ofQuotations.get(i)),
              ofWords.isEmpty() ? Optional.empty() : Optional.of(ofWords.get(i))));
    }
  }

  private static List<Interval> intervals(
      double[] totals, List<Map.Entry<SourceFact.Key, Count>> sources, int of) {
    return Shares.intervals(
        totals, sources.stream().map(source -> source.getValue().part(of)).toList());
  }

  private static double share(int part, double[] totals) {
    double total = Arrays.stream(totals).sum();
    return total == 0 ? 0 : part / total;
  }
}
