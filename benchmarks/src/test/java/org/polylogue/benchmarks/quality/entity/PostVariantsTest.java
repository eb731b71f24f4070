package org.polylogue.benchmarks.quality.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostVariantsTest {

  private static final ConllFile.Sentence POST =
      new ConllFile.Sentence(
          List.of("I", "met", "Anna", "Kern", "in", "LOWMARK", "@Kern"),
          List.of(new TypedSpan(5, 5, "location"), new TypedSpan(2, 3, "person")),
          0);
  private static final ConllFile.Sentence NOBODY =
      new ConllFile.Sentence(List.of("Nobody", "came"), List.of(), 8);

  @Test
  void lowerCaseKeepsTheNamesAndUserNames() {
    ConllFile.Sentence lower = PostVariants.of(List.of(POST)).get(1).posts().get(0);
    assertThat(lower.tokens())
        .containsExactly("i", "met", "anna", "kern", "in", "lowmark", "@Kern");
    assertThat(lower.gold()).isEqualTo(POST.gold());
  }

  @Test
  void aReplacedNameHasTheTypeAndTheCapitalsOfTheOldOne() {
    ConllFile.Sentence replaced = PostVariants.of(List.of(POST, NOBODY)).get(2).posts().get(0);
    assertThat(replaced.gold()).extracting(TypedSpan::type).containsExactly("person", "location");
    TypedSpan person = replaced.gold().get(0);
    TypedSpan place = replaced.gold().get(1);
    List<String> tokens = replaced.tokens();
    assertThat(tokens.subList(0, 2)).containsExactly("I", "met");
    assertThat(person.first()).isEqualTo(2);
    assertThat(tokens.get(person.first())).matches("\\P{javaLowerCase}.*");
    assertThat(tokens.get(person.last() + 1)).isEqualTo("in");
    assertThat(String.join(" ", tokens.subList(place.first(), place.last() + 1))).isUpperCase();
    assertThat(tokens.get(tokens.size() - 1)).isEqualTo("@Kern");
    assertThat(place.last()).isEqualTo(tokens.size() - 2);
  }

  @Test
  void postsWithoutNamesAreNotReplacedAndTheSamePostsGiveTheSameVariants() {
    List<ConllFile.Sentence> posts = List.of(POST, NOBODY, POST);
    assertThat(PostVariants.of(posts).get(2).posts()).hasSize(2);
    assertThat(PostVariants.of(posts)).isEqualTo(PostVariants.of(posts));
  }

  @Test
  void everyRunLearnsFromThePostsAndEachDrawOfNamesIsAnother() {
    List<PostVariants.Variant> variants = PostVariants.of(List.of(POST, NOBODY));
    assertThat(variants.subList(0, 2)).allMatch(PostVariants.Variant::everyRun);
    assertThat(variants.get(0).posts()).containsExactly(POST, NOBODY);
    List<PostVariants.Variant> draws = variants.subList(2, variants.size());
    assertThat(draws).noneMatch(PostVariants.Variant::everyRun);
    assertThat(draws.stream().map(PostVariants.Variant::posts).distinct().count())
        .isGreaterThan(draws.size() / 2);
  }
}
