package org.polylogue.results.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.text.Extents;
import org.polylogue.text.Span;

/**
 * How far two annotators agree on one layer over several documents. Annotations are paired one to
 * one, best overlap first.
 *
 * <ul>
 *   <li>F1 <em>strict</em>: a pair counts if its spans are the same; <em>overlap</em>: if they
 *       share a character; <em>Jaccard</em>: each pair counts as much as its shared characters are
 *       of all its characters.
 *   <li>α<sub>U</sub>: Krippendorff's α for unitising (Krippendorff 1995), where the documents
 *       stand one after the other; the annotations of one annotator that overlap are one unit.
 *   <li>Nominal α (Krippendorff 2004) and κ (Cohen 1960) of a feature's values on the pairs that
 *       overlap.
 * </ul>
 *
 * The three coefficients are those of DKPro Statistics (Meyer et al. 2014): 1 is full agreement, 0
 * is chance, below is worse than chance; empty where they are not defined, as without annotations
 * or where only one value occurs. For one thread.
 */
public final class LayerAgreement {

  private static final int FIRST = 0;
  private static final int SECOND = 1;

  private record Pair(LayerSpan first, LayerSpan second, double jaccard) {}

  private final List<Pair> pairs = new ArrayList<>();
  private final List<long[]> units = new ArrayList<>();
  private final int[] counts = new int[2];
  private long length;

  /** No document yet. */
  public LayerAgreement() {}

  /**
   * Adds a document.
   *
   * @param layer name of the layer
   * @param first the document by one annotator
   * @param second the same document by the other
   * @throws IllegalArgumentException if the texts differ
   */
  public void add(String layer, LayeredText first, LayeredText second) {
    if (!first.text().equals(second.text())) {
      throw new IllegalArgumentException("document " + first.id() + " has two different texts");
    }
    List<LayerSpan> ours = first.layer(layer);
    List<LayerSpan> theirs = second.layer(layer);
    counts[FIRST] += ours.size();
    counts[SECOND] += theirs.size();
    pair(ours, theirs);
    unite(ours, FIRST);
    unite(theirs, SECOND);
    length += first.text().length() + 1L;
  }

  private void pair(List<LayerSpan> ours, List<LayerSpan> theirs) {
    List<int[]> candidates = new ArrayList<>();
    Map<Long, Double> jaccards = new HashMap<>();
    int from = 0;
    int longest = theirs.stream().mapToInt(one -> one.extent().length()).max().orElse(0);
    for (int i = 0; i < ours.size(); i++) {
      Span extent = ours.get(i).extent();
      while (from < theirs.size()
          && theirs.get(from).extent().start() + longest <= extent.start()) {
        from++;
      }
      for (int j = from; j < theirs.size() && theirs.get(j).extent().start() < extent.end(); j++) {
        double jaccard = Extents.jaccard(ours.get(i).spans(), theirs.get(j).spans());
        if (jaccard > 0) {
          candidates.add(new int[] {i, j});
          jaccards.put((long) i << 32 | j, jaccard);
        }
      }
    }
    candidates.sort(
        Comparator.<int[]>comparingDouble(c -> -jaccards.get((long) c[0] << 32 | c[1]))
            .thenComparingInt(c -> c[0])
            .thenComparingInt(c -> c[1]));
    boolean[] usedFirst = new boolean[ours.size()];
    boolean[] usedSecond = new boolean[theirs.size()];
    for (int[] candidate : candidates) {
      if (!usedFirst[candidate[0]] && !usedSecond[candidate[1]]) {
        usedFirst[candidate[0]] = true;
        usedSecond[candidate[1]] = true;
        pairs.add(
            new Pair(
                ours.get(candidate[0]),
                theirs.get(candidate[1]),
                jaccards.get((long) candidate[0] << 32 | candidate[1])));
      }
    }
  }

  private void unite(List<LayerSpan> annotations, int annotator) {
    List<Span> spans = new ArrayList<>();
    annotations.forEach(one -> spans.addAll(one.spans()));
    spans.sort(null);
    Span open = null;
    for (Span span : spans) {
      if (open != null && span.start() < open.end()) {
        open = open.cover(span);
      } else {
        unit(open, annotator);
        open = span;
      }
    }
    unit(open, annotator);
  }

  private void unit(Span span, int annotator) {
    if (span != null) {
      units.add(new long[] {length + span.start(), span.length(), annotator});
    }
  }

  /**
   * Annotations of the first annotator.
   *
   * @return how many
   */
  public int first() {
    return counts[FIRST];
  }

  /**
   * Annotations of the second annotator.
   *
   * @return how many
   */
  public int second() {
    return counts[SECOND];
  }

  /**
   * Agreement on exact spans.
   *
   * @return F1, 0 to 1; empty without annotations
   */
  public OptionalDouble strict() {
    return f1(
        pairs.stream().filter(pair -> pair.first().spans().equals(pair.second().spans())).count());
  }

  /**
   * Agreement on spans that overlap.
   *
   * @return F1, 0 to 1; empty without annotations
   */
  public OptionalDouble overlap() {
    return f1(pairs.size());
  }

  /**
   * Agreement weighed by shared characters.
   *
   * @return F1, 0 to 1; empty without annotations
   */
  public OptionalDouble jaccard() {
    return f1(pairs.stream().mapToDouble(Pair::jaccard).sum());
  }

  private OptionalDouble f1(double agreed) {
    int all = counts[FIRST] + counts[SECOND];
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(2 * agreed / all);
  }

  /**
   * Krippendorff's α for unitising.
   *
   * @return at most 1; empty without annotations
   */
  public OptionalDouble alphaUnitising() {
    if (units.isEmpty()) {
      return OptionalDouble.empty();
    }
    UnitizingAnnotationStudy study = new UnitizingAnnotationStudy(2, 0, length);
    for (long[] unit : units) {
      study.addUnit(unit[0], unit[1], (int) unit[2], "unit");
    }
    return defined(
        new KrippendorffAlphaUnitizingAgreement(study).calculateCategoryAgreement("unit"));
  }

  /**
   * The features that have a value on both sides of some pair.
   *
   * @return their names
   */
  public SortedSet<String> features() {
    SortedSet<String> names = new TreeSet<>();
    for (Pair pair : pairs) {
      for (String name : pair.first().features().keySet()) {
        if (pair.second().features().containsKey(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /**
   * Agreement on a feature's values.
   *
   * @param pairs pairs where at least one side has a value
   * @param same share of them where both have the same
   * @param alpha Krippendorff's nominal α
   * @param kappa Cohen's κ
   */
  public record Feature(
      int pairs, OptionalDouble same, OptionalDouble alpha, OptionalDouble kappa) {}

  /**
   * Agreement on the values of a feature, on pairs that overlap; no value counts as one.
   *
   * @param name the feature's name
   * @return the agreement
   */
  public Feature feature(String name) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(2);
    Map<String, Integer> values = new HashMap<>();
    int same = 0;
    for (Pair pair : pairs) {
      String ours = pair.first().features().getOrDefault(name, "");
      String theirs = pair.second().features().getOrDefault(name, "");
      if (!ours.isEmpty() || !theirs.isEmpty()) {
        study.addItem(ours, theirs);
        values.merge(ours, 1, Integer::sum);
        values.merge(theirs, 1, Integer::sum);
        same += ours.equals(theirs) ? 1 : 0;
      }
    }
    int items = study.getItemCount();
    if (items == 0 || values.size() < 2) {
      return new Feature(
          items,
          items == 0 ? OptionalDouble.empty() : OptionalDouble.of(1.0 * same / items),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
    return new Feature(
        items,
        OptionalDouble.of(1.0 * same / items),
        defined(
            new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
                .calculateAgreement()),
        defined(new CohenKappaAgreement(study).calculateAgreement()));
  }

  private static OptionalDouble defined(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
