package org.polylogue.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.polylogue");

  /** Classes of the tests, each of which breaks the rule that it is called after. */
  private static final JavaClasses FIXTURES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("org.polylogue")
          .that(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "fixtures", type -> type.getPackageName().contains(".fixture")));

  static Set<String> rules() {
    return Rules.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theLibraryKeepsEveryRule(String rule) {
    EvaluationResult result = Rules.all().get(rule).evaluate(LIBRARY);
    assertThat(result.getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleIsBrokenByItsFixture(String rule) {
    List<String> details = Rules.all().get(rule).evaluate(FIXTURES).getFailureReport().getDetails();
    assertThat(details).isNotEmpty().allMatch(detail -> detail.contains(".fixture." + rule));
  }

  @Test
  void allModulesAreLookedAt() {
    assertThat(
            LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("org.polylogue"))
                .map(name -> name.split("\\.")[2])
                .distinct())
        .contains("text", "model", "corpus", "language", "pipeline", "discourse", "corenlp");
  }
}
