package org.polylogue.corpus.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

  private static final String BOILERPLATE =
      "This article is part of our series on towns and rivers. Sign up for our newsletter and get"
          + " the best stories of the week every Saturday before breakfast. Our reporting is paid"
          + " for by readers like you; please think about supporting it if you can afford to.";

  private final Random random = new Random(11);

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(word()).append(i % 12 == 11 ? ". " : " ");
    }
    return text.toString();
  }

  /** Frequent words and rare ones, as in a language. */
  private String word() {
    return "w" + (int) Math.pow(random.nextDouble() * 22, 3);
  }

  /** Replaces, drops and inserts words. */
  private String edited(String text, double share) {
    StringBuilder edited = new StringBuilder();
    for (String word : text.split(" ")) {
      if (random.nextDouble() >= share) {
        edited.append(word).append(' ');
      } else {
        edited.append(List.of("", word() + " ", word + " " + word() + " ").get(random.nextInt(3)));
      }
    }
    return edited.toString();
  }

  private static Set<Set<String>> groups(Map<String, String> articles, List<String> order) {
    NearDuplicates duplicates = new NearDuplicates(NearDuplicates.DEFAULT_SIMILARITY);
    order.forEach(id -> duplicates.add(id, articles.get(id)));
    return duplicates.groups().stream()
        .map(g -> g.stream().map(NearDuplicates.Member::id).collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  @Test
  void wireCopiesWithOtherHeadsAndTailsMeetAndOthersDoNot() {
    String wire = words(300);
    NearDuplicates duplicates = new NearDuplicates(0.6);
    duplicates.add("a", wire);
    duplicates.add("other", words(300));
    duplicates.add("b", "HARBOUR (Agency) - " + wire.toUpperCase(java.util.Locale.ROOT));
    duplicates.add("blank", " … ");
    duplicates.add("c", wire.replace(". ", ".\n\n") + " Additional reporting by our own staff.");
    duplicates.add("blank too", "");
    List<List<NearDuplicates.Member>> groups = duplicates.groups();
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0)).extracting(NearDuplicates.Member::id).containsExactly("a", "b", "c");
    assertThat(groups.get(0).get(0).similarity()).isEqualTo(1);
    assertThat(groups.get(0).get(2).similarity()).isBetween(0.85, 1.0);
  }

  @Test
  void differentArticlesWithTheSameBoilerplateStayApart() {
    NearDuplicates duplicates = new NearDuplicates(0.6);
    for (int i = 0; i < 2_000; i++) {
      duplicates.add("a" + i, BOILERPLATE + " " + words(120) + " " + BOILERPLATE);
    }
    assertThat(duplicates.groups()).isEmpty();
  }

  @Test
  void theOrderOfTheArticlesDoesNotMatter() {
    Map<String, String> articles = new TreeMap<>();
    for (int i = 0; i < 60; i++) {
      String text = words(100);
      for (int copy = 0; copy < i % 25; copy++) {
        articles.put(i + "/" + copy, edited(text, copy * 0.012));
      }
    }
    List<String> order = new ArrayList<>(articles.keySet());
    Set<Set<String>> expected = groups(articles, order);
    assertThat(expected).hasSizeGreaterThan(40);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(order, random);
      assertThat(groups(articles, order)).isEqualTo(expected);
    }
  }

  @Test
  void lightlyEditedCopiesAreFoundAndNothingElse() {
    for (double share : new double[] {0, 0.02, 0.05, 0.08, 0.12}) {
      Map<String, String> articles = new TreeMap<>();
      int pairs = 400;
      for (int i = 0; i < pairs; i++) {
        String text = words(150 + random.nextInt(400));
        articles.put("a" + i, text);
        articles.put("b" + i, edited(text, share));
      }
      Set<Set<String>> found = groups(articles, new ArrayList<>(articles.keySet()));
      Set<Set<String>> right = new HashSet<>();
      for (int i = 0; i < pairs; i++) {
        right.add(Set.of("a" + i, "b" + i));
      }
      long hits = found.stream().filter(right::contains).count();
      double recall = (double) hits / pairs;
      System.out.printf(
          "%2.0f %% of the words edited: recall %.3f, precision %.3f%n",
          share * 100, recall, found.isEmpty() ? 1 : (double) hits / found.size());
      assertThat(hits).isEqualTo(found.size());
      assertThat(recall).isGreaterThan(share > 0.1 ? 0.6 : share > 0.06 ? 0.9 : 0.99);
    }
  }

  @Test
  void aSimilarityIsAShare() {
    assertThatThrownBy(() -> new NearDuplicates(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> new NearDuplicates(1.1)).hasMessageContaining("1.1");
    assertThatThrownBy(() -> new NearDuplicates(Double.NaN)).hasMessageContaining("NaN");
  }
}
