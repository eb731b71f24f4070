package org.polylogue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AlignedTextTest {

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("a+"),
          Pattern.compile("bc?"),
          Pattern.compile("(?<=c)"),
          Pattern.compile("XX?"),
          Pattern.compile(" +"));
  private static final List<String> REPLACEMENTS = List.of("", "X", "XYZ", " ", "aa");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abcX ").ofMaxLength(25);
  }

  @Provide
  Arbitrary<List<Integer>> steps() {
    return Arbitraries.integers().between(0, 24).list().ofMaxSize(4);
  }

  private static AlignedText apply(AlignedText text, List<Integer> steps) {
    AlignedText derived = text;
    for (int step : steps) {
      String replacement = REPLACEMENTS.get(step / 5);
      derived = derived.replaceAll(PATTERNS.get(step % 5), match -> replacement);
    }
    return derived;
  }

  @Property
  void everySpanComesFromAValidPlaceThatComesBackToItself(
      @ForAll("texts") String original, @ForAll("steps") List<Integer> steps) {
    AlignedText derived = apply(AlignedText.of(original), steps);
    int length = derived.text().length();
    for (int start = 0; start < length; start++) {
      for (int end = start + 1; end <= length; end++) {
        Span span = new Span(start, end);
        Span source = derived.toOriginal(span);
        assertThat(source.end()).isLessThanOrEqualTo(original.length());
        Span back = derived.toText(source);
        if (!source.isEmpty() && !back.isEmpty()) {
          assertThat(derived.toOriginal(back)).isEqualTo(source);
        }
      }
    }
    assertThat(derived.toOriginal(new Span(length, length)).end())
        .isLessThanOrEqualTo(original.length());
  }

  @Property
  void largerSpansComeFromLargerPlaces(
      @ForAll("texts") String original, @ForAll("steps") List<Integer> steps) {
    AlignedText derived = apply(AlignedText.of(original), steps);
    int length = derived.text().length();
    for (int start = 0; start < length; start++) {
      for (int end = start + 1; end < length; end++) {
        Span inner = derived.toOriginal(new Span(start, end));
        Span outer = derived.toOriginal(new Span(start, end + 1));
        assertThat(outer.contains(inner) || inner.isEmpty()).isTrue();
      }
    }
  }

  @Property
  void theComposedAlignmentCoversTheTwoStepsAndAgreesOutsideOfEdits(
      @ForAll("texts") String original,
      @ForAll("steps") List<Integer> first,
      @ForAll("steps") List<Integer> second) {
    AlignedText middle = apply(AlignedText.of(original), first);
    AlignedText last = apply(AlignedText.of(middle.text()), second);
    Alignment composed = middle.alignment().andThen(last.alignment());
    for (int i = 0; i < last.text().length(); i++) {
      Span letter = new Span(i, i + 1);
      Span steps = middle.toOriginal(last.toOriginal(letter));
      Span direct = composed.toOriginal(letter);
      assertThat(direct.contains(steps)).as("%s in %s", steps, direct).isTrue();
    }
    assertThat(Alignment.IDENTITY.andThen(last.alignment())).isEqualTo(last.alignment());
    assertThat(last.alignment().andThen(Alignment.IDENTITY)).isEqualTo(last.alignment());
  }

  @Property
  void lettersThatWereNeverReplacedKeepTheirPlace(@ForAll("texts") String original) {
    AlignedText derived =
        AlignedText.of(original)
            .replaceAll(Pattern.compile("a+"), match -> "YY")
            .replaceAll(Pattern.compile(" +"), match -> " ")
            .replaceAll(Pattern.compile("b"), match -> "");
    int from = 0;
    for (int i = 0; i < derived.text().length(); i++) {
      char c = derived.text().charAt(i);
      Span source = derived.toOriginal(new Span(i, i + 1));
      if (c == 'c' || c == 'X') {
        int expected = Math.max(original.indexOf('c', from) < 0 ? -1 : from, from);
        while (original.charAt(expected) != 'c' && original.charAt(expected) != 'X') {
          expected++;
        }
        assertThat(source).isEqualTo(new Span(expected, expected + 1));
        from = expected + 1;
      }
    }
  }

  @Test
  void replacementsGiveTheirWayBack() {
    AlignedText text =
        AlignedText.of("He  said &amp; left.")
            .replaceAll(Pattern.compile(" +"), match -> " ")
            .replaceAll(Pattern.compile("&amp;"), match -> "and");
    assertThat(text.text()).isEqualTo("He said and left.");
    assertThat(text.toOriginal(new Span(8, 11)).of(text.original())).isEqualTo("&amp;");
    assertThat(text.toOriginal(new Span(9, 10)).of(text.original())).isEqualTo("&amp;");
    assertThat(text.toOriginal(new Span(3, 7)).of(text.original())).isEqualTo("said");
    assertThat(text.toText(new Span(4, 8)).of(text.text())).isEqualTo("said");
  }

  @Test
  void whatWasDeletedLiesInNoRangeBesideIt() {
    AlignedText text = AlignedText.of("ab--cd").replaceAll(Pattern.compile("-+"), match -> "");
    assertThat(text.toOriginal(new Span(0, 2))).isEqualTo(new Span(0, 2));
    assertThat(text.toOriginal(new Span(2, 4))).isEqualTo(new Span(4, 6));
    assertThat(text.toOriginal(new Span(1, 3))).isEqualTo(new Span(1, 5));
    assertThat(text.toText(new Span(2, 4)).isEmpty()).isTrue();
  }

  @Test
  void unicodeFormsKeepTheWayBack() {
    AlignedText text = AlignedText.of("ﬁne café e\u0301t").normalize(Normalizer.Form.NFKC);
    assertThat(text.text()).isEqualTo("fine café ét");
    assertThat(text.toOriginal(new Span(0, 4)).of(text.original())).isEqualTo("ﬁne");
    assertThat(text.toOriginal(new Span(10, 11))).isEqualTo(new Span(9, 11));
    assertThat(text.normalize(Normalizer.Form.NFKC)).isSameAs(text);
  }

  @Test
  void editsOutOfOrderAreRefused() {
    assertThatThrownBy(
            () ->
                Alignment.of(
                    List.of(
                        new Alignment.Edit(new Span(3, 5), 1),
                        new Alignment.Edit(new Span(4, 6), 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
