package org.polylogue.lexis.keyness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.polylogue.lexis.slice.FrequencyList;

/**
 * Weighted log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
 * equations 16, 18, 20 and 22): words of a background corpus enter as pseudo-counts, so that
 * neither very frequent nor very rare words crowd the top.
 *
 * <p>With y counts, n totals, α<sub>w</sub> = strength · background count / background total and
 * α<sub>0</sub> their sum: δ = ln((y<sub>t</sub> + α<sub>w</sub>) / (n<sub>t</sub> + α<sub>0</sub>
 * − y<sub>t</sub> − α<sub>w</sub>)) − the same of the reference; variance ≈ 1 / (y<sub>t</sub> +
 * α<sub>w</sub>) + 1 / (y<sub>r</sub> + α<sub>w</sub>); z = δ / √variance. A word that the
 * background lacks counts there as 0.5, so that no logarithm is infinite. Immutable and
 * thread-safe.
 */
public final class LogOdds {

  /**
   * A word's log-odds.
   *
   * @param word the word
   * @param targetCount how often the target holds it
   * @param referenceCount how often the reference holds it
   * @param delta difference of log-odds, positive if it marks the target; finite
   * @param z the difference in standard deviations; beyond ±1.96 for p &lt; .05
   */
  public record Weighted(
      String word, long targetCount, long referenceCount, double delta, double z) {}

  private final FrequencyList background;
  private final double strength;

  private LogOdds(FrequencyList background, double strength) {
    this.background = Objects.requireNonNull(background, "background");
    this.strength = strength;
    if (!(strength > 0) || background.total() == 0) {
      throw new IllegalArgumentException(
          "a prior needs words and a strength over 0, not "
              + background.total()
              + " words, strength "
              + strength);
    }
  }

  /**
   * A comparison with a prior.
   *
   * @param background words of the background corpus, for instance of target and reference together
   * @param strength how many words of evidence the prior is worth, α<sub>0</sub>; over 0
   * @return the comparison
   * @throws IllegalArgumentException if the background is empty or the strength is not over 0
   */
  public static LogOdds withPrior(FrequencyList background, double strength) {
    return new LogOdds(background, strength);
  }

  /**
   * Compares a target with a reference.
   *
   * @param target words of the target
   * @param reference words of the reference
   * @return words by z, those that mark the target first, equals by their characters; none if
   *     target or reference is empty
   */
  public List<Weighted> compare(FrequencyList target, FrequencyList reference) {
    List<Weighted> found = new ArrayList<>();
    if (target.total() == 0 || reference.total() == 0) {
      return found;
    }
    FrequencyList both = target.plus(reference);
    double first = target.total() + strength;
    double second = reference.total() + strength;
    for (int i = 0; i < both.size(); i++) {
      String word = both.word(i);
      double prior = strength * Math.max(0.5, background.count(word)) / background.total();
      long inTarget = target.count(word);
      long inReference = reference.count(word);
      double y1 = inTarget + prior;
      double y2 = inReference + prior;
      double delta = Math.log(y1 / others(first, y1)) - Math.log(y2 / others(second, y2));
      double z = delta / Math.sqrt(1 / y1 + 1 / y2);
      found.add(new Weighted(word, inTarget, inReference, delta, z));
    }
    found.sort(Comparator.comparingDouble(Weighted::z).reversed().thenComparing(Weighted::word));
    return List.copyOf(found);
  }

  /** All but the word; a corpus of one word would make it 0. */
  private static double others(double total, double own) {
    return Math.max(total - own, 0.5);
  }

  /**
   * Compares several groups, each with all others together.
   *
   * @param groups words by the name of their group, at least two
   * @return weighted words by group, in the order of the groups
   * @throws IllegalArgumentException if there are fewer than two groups
   */
  public Map<String, List<Weighted>> compareGroups(Map<String, FrequencyList> groups) {
    if (groups.size() < 2) {
      throw new IllegalArgumentException("a comparison needs two groups, not " + groups.size());
    }
    Map<String, List<Weighted>> result = new LinkedHashMap<>();
    groups.forEach(
        (name, target) -> {
          FrequencyList rest = FrequencyList.of(Map.of());
          for (Map.Entry<String, FrequencyList> other : groups.entrySet()) {
            if (!other.getKey().equals(name)) {
              rest = rest.plus(other.getValue());
            }
          }
          result.put(name, compare(target, rest));
        });
    return result;
  }
}
