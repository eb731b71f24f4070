package org.polylogue.samples.command;

import org.polylogue.text.OffsetUnit;
import picocli.CommandLine;

/** Reads what offsets count. */
final class OffsetUnitConverter implements CommandLine.ITypeConverter<OffsetUnit> {

  @Override
  public OffsetUnit convert(String label) {
    try {
      return OffsetUnit.ofLabel(label);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.TypeConversionException(e.getMessage());
    }
  }
}
