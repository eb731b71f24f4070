package org.polylogue.samples.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Reads one of several words, in lower case with hyphens. */
abstract class EnumConverter<E extends Enum<E>> implements CommandLine.ITypeConverter<E> {

  private final E[] values;

  EnumConverter(E[] values) {
    this.values = values;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public E convert(String word) {
    for (E value : values) {
      if (word(value).equals(word)) {
        return value;
      }
    }
    throw new CommandLine.TypeConversionException(
        "'"
            + word
            + "' is none of "
            + Arrays.stream(values).map(EnumConverter::word).collect(Collectors.joining(", ")));
  }
}
