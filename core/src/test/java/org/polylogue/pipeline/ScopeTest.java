package org.polylogue.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScopeTest {

  @Test
  void aResultIsComputedOnceForEachAnalysisAndInput() {
    AtomicInteger calls = new AtomicInteger();
    Analysis<String, Integer> length =
        (input, scope) -> {
          calls.incrementAndGet();
          return input.length();
        };
    Scope scope = new Scope();
    String input = "abc";
    assertThat(scope.get(length, input)).isEqualTo(3);
    assertThat(scope.get(length, input)).isEqualTo(3);
    assertThat(calls).hasValue(1);
    assertThat(scope.get(length, new String(input))).isEqualTo(3);
    assertThat(calls).as("inputs are told apart by identity").hasValue(2);
    new Scope().get(length, input);
    assertThat(calls).as("scopes share nothing").hasValue(3);
  }

  @Test
  void aFailureIsRememberedAsTheSameObject() {
    AtomicInteger calls = new AtomicInteger();
    Analysis<String, Integer> failing =
        (input, scope) -> {
          calls.incrementAndGet();
          throw new IllegalStateException("no");
        };
    Scope scope = new Scope();
    Throwable first = catchThrowable(() -> scope.get(failing, "a"));
    Throwable second = catchThrowable(() -> scope.get(failing, "a"));
    assertThat(second).isSameAs(first);
    assertThat(calls).hasValue(1);
  }

  @Test
  void anAnalysisThatNeedsItsOwnResultIsNamed() {
    class Selfish implements Analysis<String, Integer> {
      @Override
      public Integer analyze(String input, Scope scope) {
        return scope.get(this, input);
      }
    }
    assertThatThrownBy(() -> new Scope().get(new Selfish(), "a"))
        .hasMessage("Selfish needs its own result");
  }

  @Test
  void aKnownResultTakesThePlaceOfTheAnalysis() {
    Analysis<String, Integer> length = (input, scope) -> input.length();
    String input = "abc";
    assertThat(new Scope().with(length, input, 7).get(length, input)).isEqualTo(7);
  }

  @Test
  void theStageOfAWrappedFailureIsThatOfItsCause() {
    class Inner implements Analysis<String, Integer> {
      @Override
      public Integer analyze(String input, Scope scope) {
        throw new IllegalStateException("inner");
      }
    }
    Inner inner = new Inner();
    Analysis<String, Integer> outer =
        (input, scope) -> {
          try {
            return scope.get(inner, input);
          } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e);
          }
        };
    Scope scope = new Scope();
    Throwable failure = catchThrowable(() -> scope.get(outer, "a"));
    assertThat(scope.stageOf(failure)).contains("Inner");
    assertThat(scope.stageOf(new Error())).isEmpty();
  }

  @Test
  void anInterruptedThreadStopsAtTheNextAnalysis() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> new Scope().get((String input, Scope scope) -> 1, "a"))
          .isInstanceOf(CancelledException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
