package org.polylogue.results.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Finding;

/** Counts findings by layer and kind. Not thread-safe. */
final class FindingCounts {

  private final Map<String, Map<String, Long>> counts;

  FindingCounts(Layers layers) {
    this.counts = none(layers);
  }

  /** Zero for every layer and kind. */
  private static Map<String, Map<String, Long>> none(Layers layers) {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    for (Layer<?> layer : layers) {
      Map<String, Long> kinds = new LinkedHashMap<>();
      List<String> names = layer.kinds().isEmpty() ? List.of("") : layer.kinds();
      names.forEach(kind -> kinds.put(kind, 0L));
      counts.put(layer.name(), kinds);
    }
    return counts;
  }

  void add(Discourse discourse) {
    for (DocumentDiscourse found : discourse.documents()) {
      found.findings().keySet().forEach(layer -> add(layer, found));
    }
  }

  private <F extends Finding> void add(Layer<F> layer, DocumentDiscourse found) {
    Map<String, Long> kinds = counts.computeIfAbsent(layer.name(), name -> new LinkedHashMap<>());
    found.of(layer).forEach(finding -> kinds.merge(layer.kind(finding), 1L, Long::sum));
  }

  Map<String, Map<String, Long>> counts() {
    return counts;
  }
}
