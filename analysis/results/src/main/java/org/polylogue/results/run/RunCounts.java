package org.polylogue.results.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run found, as {@code run.json} counts it.
 *
 * @param articles articles that were analysed
 * @param comments comments under them
 * @param failed documents that could not be read or analysed
 * @param irregularities repairs of the trees of comments
 * @param actors different actors
 * @param findings findings by layer and kind; the kind is empty for layers without kinds
 */
public record RunCounts(
    long articles,
    long comments,
    long failed,
    long irregularities,
    long actors,
    Map<String, Map<String, Long>> findings) {

  /** Copies the findings. */
  public RunCounts {
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
  }

  /**
   * How many findings a layer has.
   *
   * @param layer name of the layer
   * @return of all kinds, zero or more
   */
  public long of(String layer) {
    return findings.getOrDefault(layer, Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /**
   * The counts of {@code run.json}.
   *
   * @return numbers by name; a map of numbers for a layer with kinds
   */
  public Map<String, Object> toMap() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("articles", articles);
    counts.put("comments", comments);
    counts.put("failed", failed);
    counts.put("irregularities", irregularities);
    counts.put("actors", actors);
    findings.forEach(
        (layer, kinds) -> counts.put(layer, kinds.containsKey("") ? kinds.get("") : kinds));
    return counts;
  }
}
