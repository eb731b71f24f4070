package org.polylogue.results.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.echo.ReuseFinder;
import org.polylogue.model.Article;
import org.polylogue.model.Document;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;

/**
 * Finds utterances that are quoted in several articles, see {@link ReuseFinder}. The words of all
 * quotations are kept in memory. Not thread-safe.
 */
public final class RepeatedQuotations {

  private record Quoted(
      int article,
      String documentId,
      int index,
      Speaker speaker,
      Quotation.Kind kind,
      String text) {}

  private record Source(String id, Publication publication) {}

  /** Which outlet came first. */
  private record Flow(String from, String to) {}

  /**
   * How often an outlet repeats what another one had first.
   *
   * @param from the outlet that had it first
   * @param to the outlet that has it later
   * @param utterances how many
   */
  public record Follower(String from, String to, int utterances) {}

  private final DocumentKind in;
  private final Set<Quotation.Grade> grades;
  private final ReuseFinder finder = new ReuseFinder();
  private final List<Source> articles = new ArrayList<>();
  private final List<Quoted> quotations = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param in the documents whose quotations count
   * @param grades the grades that count
   */
  public RepeatedQuotations(DocumentKind in, Set<Quotation.Grade> grades) {
    this.in = Objects.requireNonNull(in, "in");
    this.grades = Set.copyOf(grades);
  }

  /**
   * Adds an article with its comments.
   *
   * @param discourse what was found
   */
  public void add(Discourse discourse) {
    Article article = discourse.conversation().article();
    articles.add(new Source(article.id(), article.publication()));
    List<Document> documents = discourse.conversation().documents();
    for (int i = 0; i < documents.size(); i++) {
      List<Quotation> found = in.counts(i) ? discourse.documents().get(i).quotations() : List.of();
      for (int j = 0; j < found.size(); j++) {
        Quotation quotation = found.get(j);
        if (grades.contains(quotation.grade())) {
          String whole = documents.get(i).text();
          String text =
              quotation.content().stream()
                  .map(segment -> segment.of(whole))
                  .collect(Collectors.joining(" … "));
          finder.add(text);
          quotations.add(
              new Quoted(
                  articles.size() - 1,
                  documents.get(i).id(),
                  j,
                  quotation.speaker(),
                  quotation.kind(),
                  text));
        }
      }
    }
  }

  /**
   * The quotations of utterances that stand in two articles or more.
   *
   * @return group by group, in the order of the first ones in the input; the earliest quotation
   *     first, those of articles without a date last
   */
  public List<RepeatedQuotation> rows() {
    List<RepeatedQuotation> rows = new ArrayList<>();
    int number = 0;
    for (int[] group : finder.groups()) {
      List<Quoted> members = Arrays.stream(group).mapToObj(quotations::get).toList();
      if (members.stream().map(Quoted::article).distinct().count() > 1) {
        add(++number, members, rows);
      }
    }
    return rows;
  }

  private Optional<Moment> date(Quoted quoted) {
    return articles.get(quoted.article()).publication().date();
  }

  private void add(int number, List<Quoted> members, List<RepeatedQuotation> rows) {
    Comparator<Quoted> byDate =
        Comparator.comparing(quoted -> date(quoted).map(Moment::date).orElse(LocalDate.MAX));
    List<Quoted> ordered = members.stream().sorted(byDate).toList();
    Quoted first = ordered.get(0);
    for (int i = 0; i < ordered.size(); i++) {
      Quoted one = ordered.get(i);
      ReuseFinder.Comparison compared = ReuseFinder.compare(first.text(), one.text());
      Source source = articles.get(one.article());
      rows.add(
          new RepeatedQuotation(
              number,
              i + 1,
              source.id(),
              one.documentId(),
              one.index(),
              source.publication().outlet(),
              source.publication().date(),
              one.speaker(),
              one.kind(),
              one.text(),
              isOther(first.speaker(), one.speaker()),
              i == 0 ? 1 : compared.kept(),
              i == 0 ? 1 : compared.taken(),
              i == 0
                  ? List.of()
                  : compared.leftOut().stream().map(span -> span.of(first.text())).toList()));
    }
  }

  private static boolean isOther(Speaker first, Speaker other) {
    return first.resolved().isPresent()
        && other.resolved().isPresent()
        && !first.resolved().get().actorId().equals(other.resolved().get().actorId());
  }

  /**
   * Which outlets follow which. An outlet follows the one that had an utterance first, once for
   * each utterance; outlets that are not known are left out.
   *
   * @param rows what {@link #rows} gave
   * @return by the names of the outlets
   */
  public static List<Follower> followers(List<RepeatedQuotation> rows) {
    Comparator<Flow> byName = Comparator.comparing(Flow::from).thenComparing(Flow::to);
    Map<Flow, Set<Integer>> flows = new TreeMap<>(byName);
    Optional<String> first = Optional.empty();
    for (RepeatedQuotation row : rows) {
      first = row.position() == 1 ? row.outlet() : first;
      if (first.isPresent() && row.outlet().isPresent() && !first.equals(row.outlet())) {
        flows
            .computeIfAbsent(new Flow(first.get(), row.outlet().get()), key -> new HashSet<>())
            .add(row.group());
      }
    }
    List<Follower> followers = new ArrayList<>();
    flows.forEach(
        (flow, groups) -> followers.add(new Follower(flow.from(), flow.to(), groups.size())));
    return followers;
  }
}
