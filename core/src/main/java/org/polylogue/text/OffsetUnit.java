package org.polylogue.text;

/** What offsets in exchanged files count. In this library they always count UTF-16 code units. */
public enum OffsetUnit {
  /** UTF-16 code units, as Java and JavaScript count. */
  UTF_16("utf-16"),
  /** Unicode code points, as Python counts. */
  CODE_POINTS("code-points");

  private final String label;

  OffsetUnit(String label) {
    this.label = label;
  }

  /**
   * Names the unit in files.
   *
   * @return {@code utf-16} or {@code code-points}
   */
  public String label() {
    return label;
  }

  /**
   * Finds a unit.
   *
   * @param label its name in files
   * @return the unit
   * @throws IllegalArgumentException if there is none of this name
   */
  public static OffsetUnit ofLabel(String label) {
    for (OffsetUnit unit : values()) {
      if (unit.label.equals(label)) {
        return unit;
      }
    }
    throw new IllegalArgumentException("offsets are utf-16 or code-points, not " + label);
  }
}
