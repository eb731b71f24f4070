package org.polylogue.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipelineTest {

  private static Analysis<Integer, String> named(String name, Analysis<Integer, String> analysis) {
    return new Analysis<>() {
      @Override
      public String analyze(Integer input, Scope scope) {
        return analysis.analyze(input, scope);
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  private static List<String> told(Stream<Outcome<Integer, String>> outcomes) {
    try (outcomes) {
      return outcomes
          .map(
              o ->
                  o instanceof Outcome.Analysed<Integer, String> done
                      ? done.input() + "=" + done.result()
                      : o.input() + " failed in " + ((Outcome.Failed<Integer, String>) o).stage())
          .toList();
    }
  }

  private static Stream<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed();
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : 1 + recurse(depth + 1);
  }

  @Test
  void outcomesKeepTheOrderOfInputsWhoeverEndsFirst() {
    CountDownLatch later = new CountDownLatch(3);
    Analysis<Integer, String> firstEndsLast =
        (input, scope) -> {
          try {
            if (input == 0) {
              later.await();
            } else {
              later.countDown();
            }
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return "r" + input;
        };
    assertThat(told(Pipeline.of(firstEndsLast).withThreads(4).run(upTo(4))))
        .containsExactly("0=r0", "1=r1", "2=r2", "3=r3");
  }

  @Test
  void oneAndFourThreadsGiveTheSameOutcomesForEveryOrder() {
    Analysis<Integer, String> analysis =
        named(
            "hash",
            (input, scope) -> {
              if (input % 7 == 3) {
                throw new IllegalArgumentException("no sevens");
              }
              long hash = input;
              for (int i = 0; i < input % 50 * 1000; i++) {
                hash = hash * 31 + i;
              }
              return Long.toString(hash);
            });
    List<String> one = told(Pipeline.of(analysis).withThreads(1).run(upTo(500)));
    List<String> four = told(Pipeline.of(analysis).withThreads(4).run(upTo(500)));
    assertThat(four).isEqualTo(one);
    List<Integer> backwards = upTo(500).map(i -> 499 - i).toList();
    List<String> turned =
        new ArrayList<>(told(Pipeline.of(analysis).withThreads(4).run(backwards.stream())));
    java.util.Collections.reverse(turned);
    assertThat(turned).isEqualTo(one);
  }

  @Test
  void inputsAreReadOnlyAsFarAsTheWindowReaches() {
    AtomicInteger read = new AtomicInteger();
    Stream<Integer> inputs = Stream.generate(read::incrementAndGet);
    try (Stream<Outcome<Integer, String>> outcomes =
        Pipeline.<Integer, String>of((input, scope) -> "" + input)
            .withThreads(2)
            .withInFlight(3)
            .run(inputs)) {
      assertThat(read).hasValue(0);
      Iterator<Outcome<Integer, String>> iterator = outcomes.iterator();
      for (int i = 1; i <= 20; i++) {
        assertThat(iterator.next().input()).isEqualTo(i);
        assertThat(read.get()).isLessThanOrEqualTo(i + 2);
      }
    }
  }

  @Test
  void aFailedInputLeavesTheOthersWhateverIsThrown() {
    Analysis<Integer, String> inner =
        named(
            "inner",
            (input, scope) -> {
              switch (input) {
                case 1 -> throw new IllegalStateException("one");
                case 2 -> recurse(0);
                case 3 -> throw new OutOfMemoryError("pretended");
                case 4 -> throw new AssertionError("four");
                case 5 -> throw new NoClassDefFoundError("five");
                case 6 -> {
                  return null;
                }
                default -> {
                  return "fine";
                }
              }
              return "";
            });
    Analysis<Integer, String> outer =
        named(
            "outer",
            (input, scope) -> {
              if (input == 7) {
                throw new IllegalStateException("seven");
              }
              return scope.get(inner, input);
            });
    assertThat(told(Pipeline.of(outer).withThreads(2).run(upTo(9))))
        .containsExactly(
            "0=fine",
            "1 failed in inner",
            "2 failed in inner",
            "3 failed in inner",
            "4 failed in inner",
            "5 failed in inner",
            "6 failed in inner",
            "7 failed in outer",
            "8=fine");
  }

  @Test
  void theStageIsThatOfTheFailureThatCameOutNotOfOneThatWasMended() {
    Analysis<Integer, String> optional =
        named(
            "optional",
            (input, scope) -> {
              throw new IllegalStateException("mended");
            });
    Analysis<Integer, String> outer =
        named(
            "outer",
            (input, scope) -> {
              assertThatThrownBy(() -> scope.get(optional, input)).hasMessage("mended");
              throw new IllegalStateException("not mended");
            });
    assertThat(told(Pipeline.of(outer).withThreads(1).run(upTo(1))))
        .containsExactly("0 failed in outer");
  }

  @Test
  void closingEarlyClosesTheInputAndInterruptsTheWorkers() throws InterruptedException {
    AtomicBoolean closed = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Analysis<Integer, String> analysis =
        (input, scope) -> {
          if (input == 0) {
            return "first";
          }
          started.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return "late";
        };
    try (Stream<Outcome<Integer, String>> outcomes =
        Pipeline.of(analysis).withThreads(1).run(upTo(100).onClose(() -> closed.set(true)))) {
      assertThat(outcomes.iterator().next().input()).isZero();
      started.await();
    }
    interrupted.await();
    assertThat(closed).isTrue();
  }

  @Test
  void whatTheInputThrowsComesOutAndEndsTheRun() {
    Stream<Integer> inputs =
        upTo(100)
            .map(
                i -> {
                  if (i == 10) {
                    throw new IllegalStateException("broken source");
                  }
                  return i;
                });
    Pipeline<Integer, String> pipeline =
        Pipeline.<Integer, String>of((input, scope) -> "x").withThreads(2);
    assertThatThrownBy(() -> told(pipeline.run(inputs))).hasMessage("broken source");
  }

  @Test
  void anInputOverTheTimeLimitFailsIsInterruptedAndBlocksNobody() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Analysis<Integer, String> analysis =
        named(
            "slow",
            (input, scope) -> {
              if (input == 1) {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  interrupted.countDown();
                }
              }
              return "fine";
            });
    Pipeline<Integer, String> pipeline =
        Pipeline.of(analysis).withThreads(1).withTimeLimit(Duration.ofMillis(1500));
    try (Stream<Outcome<Integer, String>> outcomes = pipeline.run(upTo(4))) {
      List<Outcome<Integer, String>> all = outcomes.toList();
      assertThat(all.get(1))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> {
                assertThat(failed.stage()).isEqualTo("slow");
                assertThat(failed.cause())
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessage("took longer than 1.5 s; raise the time limit");
              });
      assertThat(all).filteredOn(o -> o instanceof Outcome.Analysed).hasSize(3);
    }
    interrupted.await();
  }

  @Test
  void aWorkerThatDoesNotHeedItsInterruptIsReplaced() {
    AtomicBoolean release = new AtomicBoolean();
    Analysis<Integer, String> analysis =
        (input, scope) -> {
          while (input == 0 && !release.get()) {
            Thread.onSpinWait();
          }
          return "fine";
        };
    try (Stream<Outcome<Integer, String>> outcomes =
        Pipeline.of(analysis).withThreads(1).withTimeLimit(Duration.ofMillis(1500)).run(upTo(50))) {
      List<Outcome<Integer, String>> all = outcomes.toList();
      assertThat(all.get(0)).isInstanceOf(Outcome.Failed.class);
      assertThat(all).filteredOn(o -> o instanceof Outcome.Analysed).hasSize(49);
    } finally {
      release.set(true);
    }
  }

  @Test
  void unusableSettingsAreRefusedAtOnce() {
    Pipeline<Integer, String> pipeline = Pipeline.of((input, scope) -> "");
    assertThatThrownBy(() -> pipeline.withThreads(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pipeline.withThreads(4).withInFlight(3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pipeline.withTimeLimit(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
