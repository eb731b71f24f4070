package org.polylogue.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polylogue.model.Quotation;
import org.polylogue.samples.RealDiscourse;

/**
 * What is found in the articles of the sample corpus, against what a person finds. Shares are those
 * reached, rounded down; they only go up.
 */
class GoldenFindingsTest {

  private static final Map<String, Found> FOUND = new HashMap<>();

  static List<Golden> golden() {
    return Golden.all();
  }

  private static Found found(Golden golden) {
    return FOUND.computeIfAbsent(
        golden.article(), id -> new Found(golden, RealDiscourse.of(golden.conversation())));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void noFigureIsAnActor(Golden golden) {
    assertThat(found(golden).actorNames())
        .noneMatch(name -> name.matches("[+\\-−]?\\d+[.:]?( ?\\d+)?( ?[AP]M)?"));
  }

  @Test
  void blockQuotationsHaveTheExtentsThatAPersonSees() {
    Tally tally = new Tally();
    for (Golden golden : golden()) {
      List<Golden.Extent> found = found(golden).whole(Quotation.Kind.BLOCK);
      List<Golden.Extent> expected =
          golden.blockQuotations().stream().map(Golden.Said::whole).toList();
      expected.forEach(said -> tally.note(golden + " lacks " + said, found.contains(said)));
      found.forEach(said -> tally.note(golden + " has " + said, expected.contains(said)));
    }
    assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(0.94);
  }

  @Test
  void wordsInMarksThatAreSpeechAreQuoted() {
    Tally tally = new Tally();
    for (Golden golden : golden()) {
      List<Golden.Extent> found =
          found(golden).stretches("article").stream()
              .filter(stretch -> stretch.kind() == Quotation.Kind.DIRECT)
              .map(Found.Stretch::extent)
              .toList();
      golden.directQuotations().stream()
          .flatMap(said -> said.segments().stream())
          .forEach(said -> tally.note(golden + " lacks " + said, found.contains(said)));
    }
    assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(0.87);
  }

  @Test
  void marksThatAreNoSpeechAreNoQuotation() {
    Tally tally = new Tally();
    for (Golden golden : golden()) {
      for (Golden.Marked marked : golden.markedExpressions()) {
        boolean quoted =
            found(golden).stretches(marked.where()).stream()
                .anyMatch(
                    stretch ->
                        stretch.kind() != Quotation.Kind.INDIRECT
                            && stretch.text().equals(marked.text()));
        tally.note(golden + " quotes " + marked, !quoted);
      }
    }
    assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void marksThatAreNoSpeechAreMarkedExpressions() {
    Tally tally = new Tally();
    for (Golden golden : golden()) {
      Set<String> found = found(golden).marked();
      for (Golden.Marked marked : golden.markedExpressions()) {
        tally.note(
            golden + " lacks " + marked, found.contains(marked.where() + " " + marked.text()));
      }
    }
    assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(0.84);
  }

  @Test
  void speakersAreNamed() {
    Tally tally = new Tally();
    for (Golden golden : golden()) {
      Map<Golden.Extent, Set<String>> speakers = new HashMap<>();
      found(golden)
          .stretches("article")
          .forEach(stretch -> speakers.put(stretch.extent(), stretch.speaker()));
      Stream.concat(golden.blockQuotations().stream(), golden.directQuotations().stream())
          .forEach(
              said ->
                  said.segments().stream()
                      .filter(speakers::containsKey)
                      .forEach(
                          segment ->
                              tally.note(
                                  golden + " " + said + " by " + speakers.get(segment),
                                  isMeant(golden, said.speaker(), speakers.get(segment)))));
    }
    assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(0.75);
  }

  /** An alias of the one who is meant, or a description with the same last word. */
  private static boolean isMeant(Golden golden, String speaker, Set<String> names) {
    Set<String> aliases = new TreeSet<>(Set.of(speaker));
    golden.aliases().stream().filter(group -> group.contains(speaker)).forEach(aliases::addAll);
    String role = speaker.substring(speaker.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return names.stream()
        .anyMatch(
            name ->
                aliases.contains(name)
                    || Character.isLowerCase(speaker.charAt(0))
                        && name.toLowerCase(Locale.ROOT).contains(role));
  }

  @Test
  void formsOfANameAreOneActor() {
    Tally tally = new Tally();
    for (Golden golden : golden()) {
      for (List<String> group : golden.aliases()) {
        Set<String> ids = new TreeSet<>();
        group.forEach(form -> ids.addAll(found(golden).actorsNamed(form)));
        tally.note(golden + " " + group + " are " + ids, ids.size() == 1);
      }
    }
    assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void whatCommentsRepeatIsFound() {
    Tally tally = new Tally();
    for (Golden golden : golden()) {
      Set<Golden.Repeated> found = found(golden).echoes();
      List<Golden.Repeated> expected =
          golden.echoes().stream().map(Golden.Repeated::unstopped).toList();
      expected.forEach(echo -> tally.note(golden + " lacks " + echo, found.contains(echo)));
      found.forEach(echo -> tally.note(golden + " has " + echo, expected.contains(echo)));
    }
    assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void indirectSpeechIsFound() {
    Tally tally = new Tally();
    for (Golden golden : golden()) {
      List<Golden.Extent> found = new ArrayList<>(found(golden).whole(Quotation.Kind.INDIRECT));
      found.addAll(found(golden).whole(Quotation.Kind.MIXED));
      for (Golden.Said said : golden.indirectQuotations()) {
        tally.note(
            golden + " lacks " + said,
            found.stream().anyMatch(one -> one.sharesAnEndWith(said.whole())));
      }
    }
    assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(0.6);
  }
}
