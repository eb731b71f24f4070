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
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.model.Actor;
import org.polylogue.model.Document;
import org.polylogue.model.Quotation;
import org.polylogue.text.Span;
import org.polylogue.text.WordCount;

/**
 * Counts who is quoted, how, and for how many words. Shares are of everything that is quoted in the
 * same part of the corpus, speakers who are not known included; their intervals draw whole
 * articles. Memory grows with the articles and the pairs of article and source. Not thread-safe.
 */
public final class SourceCounts {

  /** Of one source in a part. */
  private static final class Count {
    private String name;
    private final EnumMap<Quotation.Kind, Integer> kinds = new EnumMap<>(Quotation.Kind.class);
    private final List<int[]> articles = new ArrayList<>();

    private Count(String name) {
      this.name = name;
      for (Quotation.Kind kind : Quotation.Kind.values()) {
        kinds.put(kind, 0);
      }
    }

    private void add(int article, Quotation.Kind kind, int words) {
      kinds.merge(kind, 1, Integer::sum);
      if (articles.isEmpty() || articles.get(articles.size() - 1)[0] != article) {
        articles.add(new int[] {article, 0, 0});
      }
      int[] last = articles.get(articles.size() - 1);
      last[1]++;
      last[2] += words;
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
    private final Map<String, Count> sources = new HashMap<>();
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
    Map<String, Actor> actors =
        discourse.actors().stream()
            .collect(Collectors.toMap(Actor::id, actor -> actor, (one, other) -> one));
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
        SourceFact.Key key =
            by.of(
                quotation.speaker(),
                quotation.speaker().resolved().map(who -> actors.get(who.actorId())));
        Count count = part.sources.computeIfAbsent(key.id(), id -> new Count(key.name()));
        if (key.name().compareTo(count.name) < 0) {
          count.name = key.name();
        }
        count.add(article, quotation.kind(), words);
        total[QUOTATIONS]++;
        total[WORDS] += words;
      }
    }
  }

  /**
   * The sources of all parts.
   *
   * @return by part, those quoted for the most words first
   */
  public List<SourceRow> rows() {
    return rows(Integer.MAX_VALUE);
  }

  /**
   * The sources that are quoted most.
   *
   * @param most how many for each part, 0 or more
   * @return by part, those quoted for the most words first
   */
  public List<SourceRow> rows(int most) {
    List<SourceRow> rows = new ArrayList<>();
    parts.forEach((name, part) -> add(name, part, most, rows));
    return rows;
  }

  private static void add(String name, Part part, int most, List<SourceRow> rows) {
    List<Map.Entry<String, Count>> sources =
        part.sources.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, Count>>comparingInt(one -> -one.getValue().sum(WORDS))
                    .thenComparing(Map.Entry::getKey))
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
              new SourceFact.Key(sources.get(i).getKey(), count.name),
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
      double[] totals, List<Map.Entry<String, Count>> sources, int of) {
    return Shares.intervals(
        totals, sources.stream().map(source -> source.getValue().part(of)).toList());
  }

  private static double share(int part, double[] totals) {
    double total = Arrays.stream(totals).sum();
    return total == 0 ? 0 : part / total;
  }
}
