package org.polylogue.discourse.quotation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTemplatesTest {

  private static final Set<String> NO_TEMPLATES =
      Set.of("BEGIN_BEFORE", "END_BEFORE", "BEGIN_AFTER", "END_AFTER", "CLAUSE");

  @ParameterizedTest
  @ValueSource(
      classes = {
        CueFeatures.class,
        GateFeatures.class,
        SourceFeatures.class,
        RejectionFeatures.class,
        ContinuationFeatures.class,
        ContentFeatures.class
      })
  void everyTemplateHasANumberOfItsOwn(Class<?> features) throws IllegalAccessException {
    List<String> boundary = new ArrayList<>();
    List<String> part = new ArrayList<>();
    for (Field field : features.getDeclaredFields()) {
      if (field.getType() == int.class
          && Modifier.isStatic(field.getModifiers())
          && !NO_TEMPLATES.contains(field.getName())) {
        field.setAccessible(true);
        // the templates of a part of a content are counted from a base of their own
        (field.getName().startsWith("PART_") ? part : boundary).add("" + field.getInt(null));
      }
    }

    assertThat(boundary).isNotEmpty().doesNotHaveDuplicates();
    assertThat(part).doesNotHaveDuplicates();
  }
}
