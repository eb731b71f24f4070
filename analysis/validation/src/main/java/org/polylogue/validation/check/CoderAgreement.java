package org.polylogue.validation.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;

/**
 * How far coders agree on the rows that several of them coded: Krippendorff's nominal α (2004), for
 * any number of coders with gaps, and Cohen's κ (1960), for two. The coefficients are those of
 * DKPro Statistics (Meyer et al. 2014); intervals are percentile bootstrap intervals over rows. A
 * resample in which only one code occurs counts as 0, since it shows no agreement beyond chance.
 */
public final class CoderAgreement {

  private CoderAgreement() {}

  /**
   * Krippendorff's α.
   *
   * @param rows codes by coder, one map for each row
   * @param coders the coders to compare, at least two
   * @param resampling draws the resamples
   * @param level of the interval, over 0 and under 1, usually 0.95
   * @return at most 1; empty if no row has codes of two of them, or only one code occurs
   */
  public static Optional<Interval> alpha(
      List<Map<String, String>> rows, List<String> coders, Resampling resampling, double level) {
    List<Object[]> items = items(rows, coders);
    return interval(
        items,
        sample -> {
          CodingAnnotationStudy study = study(sample, coders.size());
          return new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
              .calculateAgreement();
        },
        resampling,
        level);
  }

  /**
   * Cohen's κ.
   *
   * @param rows codes by coder, one map for each row
   * @param first a coder
   * @param second another one
   * @param resampling draws the resamples
   * @param level of the interval, over 0 and under 1, usually 0.95
   * @return at most 1; empty if no row has codes of both, or only one code occurs
   */
  public static Optional<Interval> kappa(
      List<Map<String, String>> rows,
      String first,
      String second,
      Resampling resampling,
      double level) {
    List<Object[]> items = items(rows, List.of(first, second));
    return interval(
        items,
        sample -> new CohenKappaAgreement(study(sample, 2)).calculateAgreement(),
        resampling,
        level);
  }

  /**
   * Rows that at least two coders coded.
   *
   * @param rows codes by coder, one map for each row
   * @param coders the coders
   * @return how many
   */
  public static int shared(List<Map<String, String>> rows, List<String> coders) {
    return items(rows, coders).size();
  }

  private static List<Object[]> items(List<Map<String, String>> rows, List<String> coders) {
    List<Object[]> items = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Object[] item = coders.stream().map(row::get).toArray();
      int codes = 0;
      for (Object code : item) {
        codes += code == null ? 0 : 1;
      }
      if (codes > 1) {
        items.add(item);
      }
    }
    return items;
  }

  private static CodingAnnotationStudy study(List<Object[]> items, int coders) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(coders);
    items.forEach(study::addItemAsArray);
    return study;
  }

  private static Optional<Interval> interval(
      List<Object[]> items,
      ToDoubleFunction<List<Object[]>> coefficient,
      Resampling resampling,
      double level) {
    if (!varied(items)) {
      return Optional.empty();
    }
    return resampling.bootstrap(
        items,
        sample -> {
          double value = varied(sample) ? coefficient.applyAsDouble(sample) : 0;
          return Double.isFinite(value) ? value : 0;
        },
        level);
  }

  private static boolean varied(List<Object[]> items) {
    Set<Object> codes = new HashSet<>();
    for (Object[] item : items) {
      for (Object code : item) {
        if (code != null) {
          codes.add(code);
        }
      }
    }
    return codes.size() > 1;
  }
}
