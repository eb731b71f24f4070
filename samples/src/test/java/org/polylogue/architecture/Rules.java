package org.polylogue.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.ref.Reference;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What holds for every class of the library; docs/invariants.md says why. */
final class Rules {

  private static final String[] CORE = {
    "org.polylogue.text..",
    "org.polylogue.model..",
    "org.polylogue.corpus..",
    "org.polylogue.language..",
    "org.polylogue.pipeline.."
  };

  private static final String[] ANALYSES = {
    "org.polylogue.discourse..",
    "org.polylogue.corenlp..",
    "org.polylogue.lexis..",
    "org.polylogue.network..",
    "org.polylogue.results..",
    "org.polylogue.report..",
    "org.polylogue.validation..",
    "org.polylogue.judging..",
    "org.polylogue.spark.."
  };

  private static final String[] TOOLS = {"org.polylogue.samples..", "org.polylogue.benchmarks.."};

  private static final Set<Class<?>> MUTABLE =
      Set.of(
          ThreadLocal.class,
          StringBuilder.class,
          StringBuffer.class,
          Reference.class,
          java.util.concurrent.atomic.AtomicInteger.class,
          java.util.concurrent.atomic.AtomicLong.class,
          java.util.concurrent.atomic.AtomicBoolean.class,
          java.util.concurrent.atomic.AtomicReference.class,
          java.util.concurrent.ConcurrentMap.class,
          java.util.Random.class,
          java.util.HashMap.class,
          java.util.ArrayList.class,
          java.util.HashSet.class);

  private static final String OTHER_FACTORY_NAMES =
      "(create|make|from|get|new|load|build)([A-Z].*)?|(default)?[iI]nstance|on|using|with";

  private Rules() {}

  /** All rules by a name that a fixture is called after. */
  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "StanfordOutsideCorenlp",
        noClasses()
            .that()
            .resideOutsideOfPackages("org.polylogue.corenlp..", "org.polylogue.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("edu.stanford..")
            .because("CoreNLP is GPL and its types must not leak"));
    rules.put(
        "CoreOnAnalysis",
        noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat(inAnyOf(ANALYSES, TOOLS))
            .because("dependencies run one way"));
    rules.put(
        "AnalysisOnTools",
        noClasses()
            .that()
            .resideInAnyPackage(ANALYSES)
            .should()
            .dependOnClassesThat(inAnyOf(TOOLS))
            .because("dependencies run one way"));
    rules.put(
        "SamplesImported",
        noClasses()
            .that()
            .resideOutsideOfPackage("org.polylogue.samples..")
            .and(DescribedPredicate.not(inAnyOf(CORE, ANALYSES)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.polylogue.samples..")
            .because("nobody imports samples"));
    rules.put(
        "PackageCircle",
        slices()
            .matching("org.polylogue.(**)")
            .should()
            .beFreeOfCycles()
            .because("what is to be understood last must not be needed first"));
    rules.put(
        "EqualName",
        classes()
            .that()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(haveANameOfTheirOwn())
            .because("one word stands for one idea"));
    rules.put(
        "ForeignInternal",
        classes()
            .should(keepOutOfForeignInternals())
            .because("what is internal may change with the next commit"));
    rules.put(
        "ResultsOnReport",
        noClasses()
            .that()
            .resideInAPackage("org.polylogue.results..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.polylogue.corenlp..", "org.polylogue.report..", "org.polylogue.spark..")
            .because("who reads results needs no report, no Spark and no CoreNLP"));
    rules.put(
        "DiscourseOnCorenlp",
        noClasses()
            .that()
            .resideInAPackage("org.polylogue.discourse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.polylogue.corenlp..",
                "org.polylogue.lexis..",
                "org.polylogue.network..",
                "org.polylogue.results..",
                "org.polylogue.report..",
                "org.polylogue.spark..")
            .because("discourse stands on core alone"));
    rules.put(
        "TextOnModel",
        noClasses()
            .that()
            .resideInAPackage("org.polylogue.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.polylogue.model..", "org.polylogue.corpus..")
            .because("offsets know of nothing above them"));
    rules.put(
        "InternalInApi",
        methodsAndFieldsOfTheApi().because("what is no API lies in an internal package"));
    rules.put(
        "StaticState",
        fields()
            .that()
            .areStatic()
            .should(notHoldState())
            .because("two configurations in one JVM must not meet"));
    rules.put(
        "JavaLogging",
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("a library leaves logging to who embeds it"));
    rules.put(
        "PrintsInLibrary",
        noClasses()
            .that()
            .resideOutsideOfPackages(TOOLS)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("only commands print and exit"));
    rules.put(
        "GetterOnRecord",
        methods()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .arePublic()
            .should()
            .haveNameNotMatching("get[A-Z].*")
            .because("records have no get prefix"));
    rules.put(
        "FactoryName",
        methods()
            .that()
            .areStatic()
            .and()
            .areNotPrivate()
            .and()
            .haveNameMatching(OTHER_FACTORY_NAMES)
            .should(returnAnotherType())
            .because("CONTRIBUTING.md says what a factory is called"));
    rules.put(
        "NameUtil",
        classes()
            .that()
            .arePublic()
            .should()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .because("a name says what a thing is"));
    rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
    return rules;
  }

  private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
    return new ArchCondition<>("have a simple name of their own") {
      private final Map<String, JavaClass> first = new HashMap<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaClass other = first.putIfAbsent(type.getSimpleName(), type);
        if (other != null) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " is called like " + other.getName()));
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> returnAnotherType() {
    return new ArchCondition<>("return another type than their own") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (method.getOwner().isAssignableTo(method.getRawReturnType().getName())
            && !method.getRawReturnType().isEquivalentTo(Object.class)) {
          events.add(SimpleConditionEvent.violated(method, method.getDescription()));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> keepOutOfForeignInternals() {
    return new ArchCondition<>("keep out of other modules' internal packages") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (isInternal(target) && !module(target).equals(module(type))) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static String module(JavaClass type) {
    return type.getPackageName().split("\\.")[2];
  }

  private static DescribedPredicate<JavaClass> inAnyOf(String[]... packages) {
    Set<String> all = new LinkedHashSet<>();
    for (String[] some : packages) {
      all.addAll(Set.of(some));
    }
    return JavaClass.Predicates.resideInAnyPackage(all.toArray(String[]::new));
  }

  private static ArchRule methodsAndFieldsOfTheApi() {
    return classes()
        .that()
        .arePublic()
        .and()
        .resideOutsideOfPackages(
            "..internal..", "org.polylogue.benchmarks..", "org.polylogue.samples..")
        .should(
            new ArchCondition<>("not show internal types in public or protected members") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaMember member : type.getMembers()) {
                  Set<JavaModifier> modifiers = member.getModifiers();
                  boolean shown =
                      modifiers.contains(JavaModifier.PUBLIC)
                          || modifiers.contains(JavaModifier.PROTECTED);
                  if (shown && typesOf(member).stream().anyMatch(Rules::isInternal)) {
                    events.add(SimpleConditionEvent.violated(member, member.getDescription()));
                  }
                }
              }
            });
  }

  private static Collection<JavaClass> typesOf(JavaMember member) {
    Set<JavaClass> types = new LinkedHashSet<>();
    if (member instanceof JavaField field) {
      types.addAll(field.getType().getAllInvolvedRawTypes());
    } else if (member instanceof JavaCodeUnit unit) {
      types.addAll(unit.getReturnType().getAllInvolvedRawTypes());
      unit.getParameterTypes().forEach(type -> types.addAll(type.getAllInvolvedRawTypes()));
    }
    return types;
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().startsWith("org.polylogue.")
        && (type.getPackageName() + ".").contains(".internal.");
  }

  private static ArchCondition<JavaField> notHoldState() {
    return new ArchCondition<>("be final and hold no mutable object") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean synthetic = field.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        boolean mutable =
            MUTABLE.stream().anyMatch(type -> field.getRawType().isAssignableTo(type));
        boolean publicArray =
            field.getRawType().isArray() && field.getModifiers().contains(JavaModifier.PUBLIC);
        if (!synthetic && (!isFinal || mutable || publicArray)) {
          events.add(SimpleConditionEvent.violated(field, field.getDescription()));
        }
      }
    };
  }
}
