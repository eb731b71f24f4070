package org.polylogue.corpus.spi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON as it is read from untrusted files: nesting, strings, names and numbers are limited, a name
 * that comes twice in an object is refused, and so is what follows the value.
 */
public final class StrictJson {

  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_NUMBER = 100;

  private StrictJson() {}

  /**
   * A mapper to be.
   *
   * @param nesting how deep objects and arrays may nest
   * @param longestString characters of the longest string
   * @return a builder, for modules and further features
   */
  public static JsonMapper.Builder mapper(int nesting, int longestString) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(nesting)
            .maxStringLength(longestString)
            .maxNameLength(LONGEST_NAME)
            .maxNumberLength(LONGEST_NUMBER)
            .build();
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * A mapper within the limits of a corpus.
   *
   * @param limits the limits
   * @return a mapper that refuses what follows a value
   */
  public static JsonMapper within(ReadLimits limits) {
    return mapper(limits.nesting(), limits.documentCharacters()).build();
  }
}
