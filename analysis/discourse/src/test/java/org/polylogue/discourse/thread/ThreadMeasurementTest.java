package org.polylogue.discourse.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Scope;

class ThreadMeasurementTest {

  private static Comment comment(int id, int parent, String author) {
    return new Comment(
        "c" + id,
        Optional.ofNullable(author),
        Optional.empty(),
        OptionalInt.empty(),
        "",
        parent < 0 ? Optional.empty() : Optional.of("c" + parent));
  }

  private static ThreadMeasures measure(int... parents) {
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < parents.length; i++) {
      comments.add(comment(i, parents[i], "n" + i));
    }
    return measure(comments);
  }

  private static ThreadMeasures measure(List<Comment> comments) {
    return new ThreadMeasurement()
        .analyze(Conversation.of(Article.of("a", "", ""), comments), new Scope());
  }

  @Test
  void anArticleAloneHasNoMeanDistance() {
    assertThat(measure().whole())
        .isEqualTo(new ThreadShape(0, 0, 0, 1, OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void aStarAndAChainAreTheTwoExtremes() {
    ThreadShape star = measure(-1, -1, -1, -1).whole();
    assertThat(star.depth()).isEqualTo(1);
    assertThat(star.breadth()).isEqualTo(4);
    assertThat(star.leaves()).isEqualTo(4);
    assertThat(star.branching()).hasValue(4);
    assertThat(star.structuralVirality().orElseThrow()).isCloseTo(1.6, within(1e-12));
    ThreadShape chain = measure(-1, 0, 1, 2).whole();
    assertThat(chain.depth()).isEqualTo(4);
    assertThat(chain.breadth()).isEqualTo(1);
    assertThat(chain.branching()).hasValue(1);
    assertThat(chain.structuralVirality().orElseThrow()).isCloseTo(2, within(1e-12));
  }

  @Test
  void eachThreadIsMeasuredFromItsFirstComment() {
    ThreadMeasures measures = measure(-1, -1, 0, 0, 2);
    assertThat(measures.threads())
        .extracting(
            t ->
                t.rootId()
                    + " "
                    + t.shape().comments()
                    + " "
                    + t.shape().depth()
                    + " "
                    + t.shape().breadth())
        .containsExactly("c0 4 2 2", "c1 1 0 0");
    assertThat(measures.threads().get(0).shape().structuralVirality().orElseThrow())
        .isCloseTo(10 / 6.0, within(1e-12));
  }

  @Property(tries = 200)
  void structuralViralityIsTheMeanDistanceOfAllPairs(
      @ForAll @IntRange(min = 1, max = 25) int size, @ForAll long seed) {
    Random random = new Random(seed);
    int[] parents = new int[size];
    for (int i = 0; i < size; i++) {
      parents[i] = random.nextInt(i + 1) - 1;
    }
    ThreadShape whole = measure(parents).whole();
    assertThat(whole.structuralVirality().orElseThrow())
        .isCloseTo(meanDistance(parents), within(1e-9));
    assertThat(whole.comments()).isEqualTo(size);
  }

  /** Breadth-first distances from every node. */
  private static double meanDistance(int[] parents) {
    int nodes = parents.length + 1;
    long sum = 0;
    for (int from = 0; from < nodes; from++) {
      int[] distance = new int[nodes];
      java.util.Arrays.fill(distance, -1);
      distance[from] = 0;
      ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(from));
      while (!queue.isEmpty()) {
        int at = queue.remove();
        sum += distance[at];
        for (int i = 0; i < parents.length; i++) {
          int a = i + 1;
          int b = parents[i] + 1;
          int next = a == at ? b : b == at ? a : -1;
          if (next >= 0 && distance[next] < 0) {
            distance[next] = distance[at] + 1;
            queue.add(next);
          }
        }
      }
    }
    return sum / (double) (nodes * (nodes - 1));
  }

  @Test
  void aHundredThousandNestedRepliesAreNoStackOverflow() {
    int[] parents = new int[100_000];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i - 1;
    }
    ThreadShape whole = measure(parents).whole();
    assertThat(whole.depth()).isEqualTo(100_000);
    assertThat(whole.structuralVirality().orElseThrow()).isCloseTo(100_002 / 3.0, within(1e-6));
  }

  @Test
  void repliesAreCountedByNameAndReciprocityByPairs() {
    ReplyNetwork network =
        measure(
                List.of(
                    comment(0, -1, "Ada"),
                    comment(1, 0, "Ben"),
                    comment(2, 1, "Ada"),
                    comment(3, 0, "Ben"),
                    comment(4, 0, "Cleo"),
                    comment(5, 2, "Ada"),
                    comment(6, 0, null)))
            .replies();
    assertThat(network.commenters()).containsExactly("Ada", "Ben", "Cleo");
    assertThat(network.replies())
        .containsExactly(
            new ReplyNetwork.Replies("Ada", "Ada", 1),
            new ReplyNetwork.Replies("Ada", "Ben", 1),
            new ReplyNetwork.Replies("Ben", "Ada", 2),
            new ReplyNetwork.Replies("Cleo", "Ada", 1));
    assertThat(network.unattributed()).isEqualTo(1);
    assertThat(network.reciprocity().orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(measure(-1).replies().reciprocity()).isEmpty();
  }
}
