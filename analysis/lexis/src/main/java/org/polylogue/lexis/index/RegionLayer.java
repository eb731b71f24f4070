package org.polylogue.lexis.index;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The regions of one layer as ranges of tokens, in the order of their documents. Immutable and
 * thread-safe once the index is built.
 */
public final class RegionLayer {

  private final String name;
  private final IntColumn froms = new IntColumn();
  private final IntColumn tos = new IntColumn();
  private final AttributeTable attributes = new AttributeTable();

  RegionLayer(String name) {
    this.name = name;
  }

  void add(int from, int to, Region region) {
    froms.add(from);
    tos.add(to);
    attributes.addRow(region.attributes());
  }

  /**
   * The name of the layer.
   *
   * @return such as {@link Region#QUOTATION}
   */
  public String name() {
    return name;
  }

  /**
   * Counts the regions.
   *
   * @return zero or more
   */
  public int size() {
    return froms.size();
  }

  /**
   * The first token of a region.
   *
   * @param region from 0
   * @return a position in the index
   */
  public int from(int region) {
    return froms.get(region);
  }

  /**
   * The end of a region.
   *
   * @param region from 0
   * @return the position after its last token
   */
  public int to(int region) {
    return tos.get(region);
  }

  /**
   * The names of facts that some region has.
   *
   * @return sorted names
   */
  public Set<String> attributes() {
    return Collections.unmodifiableSet(attributes.keys());
  }

  /**
   * A fact about a region.
   *
   * @param attribute its name
   * @param region from 0
   * @return the value, empty if the region has none
   */
  public Optional<String> attribute(String attribute, int region) {
    return Optional.ofNullable(attributes.value(attribute, region));
  }
}
