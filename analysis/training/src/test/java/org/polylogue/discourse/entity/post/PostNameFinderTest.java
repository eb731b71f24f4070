package org.polylogue.discourse.entity.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

class PostNameFinderTest {

  /** Each sentence is words apart by spaces; a word with {@code /x} has the tag x, others O. */
  private static List<List<String>> tags(List<String> sentences) {
    return sentences.stream()
        .map(
            line ->
                List.of(line.split(" ")).stream()
                    .map(word -> word.contains("/") ? word.substring(word.indexOf('/') + 1) : "O")
                    .toList())
        .toList();
  }

  private static AnnotatedText text(List<String> sentences) {
    StringBuilder text = new StringBuilder();
    List<Sentence> all = new ArrayList<>();
    for (String line : sentences) {
      List<Token> tokens = new ArrayList<>();
      for (String word : line.split(" ")) {
        String form = word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
        int start = text.length();
        text.append(form);
        tokens.add(new Token(start, text.length(), form, "NN", ""));
        text.append(' ');
      }
      all.add(Sentence.of(tokens));
    }
    return new AnnotatedText(text.toString(), all, List.of(), Set.of());
  }

  private static LinearModel trained() {
    List<String> posts = new ArrayList<>();
    for (String name : List.of("Mira", "Tolvan", "Oskin", "Perrow", "Dalbo", "Quent")) {
      posts.add("we saw " + name + "/B-person today");
      posts.add("thanks " + name + "/B-person 😂/I-person 😂/I-person");
      posts.add("nobody saw it today");
      posts.add("thanks a lot");
    }
    return PostNameTraining.train(
        List.of(new PostNameTraining.Lesson(text(posts), tags(posts), true)));
  }

  private static List<String> found(LinearModel model, String post) {
    AnnotatedText text = text(List.of(post));
    return PostNameFinder.of(model).find(text).stream()
        .map(NamedSpan::span)
        .map(span -> span.of(text.text()))
        .toList();
  }

  @Test
  void namesThatWereNeverSeenAreFoundByTheirPlace() {
    LinearModel model = trained();
    assertThat(found(model, "we saw Varnhold today")).containsExactly("Varnhold");
    assertThat(found(model, "nobody saw it today")).isEmpty();
  }

  @Test
  void emoticonsAndLaughterEndNoName() {
    assertThat(found(trained(), "thanks Varnhold 😂 😂")).containsExactly("Varnhold");
  }

  @Test
  void theSamePostsGiveTheSameModel() {
    assertThat(trained().scores(new org.polylogue.discourse.learning.FeatureVector()))
        .isEqualTo(trained().scores(new org.polylogue.discourse.learning.FeatureVector()));
  }
}
