package org.polylogue.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that was derived from an original by normalisation, with the way back. Immutable and
 * thread-safe.
 *
 * @param original the text that was read, never edited
 * @param text what was made of it
 * @param alignment from the original to {@code text}
 */
public record AlignedText(String original, String text, Alignment alignment) {

  /** A character with the marks that combine with it, or a jamo sequence. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /** Checks that all parts are there. */
  public AlignedText {
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(alignment, "alignment");
  }

  /**
   * A text as it was read.
   *
   * @param original any text
   * @return the text, aligned to itself
   */
  public static AlignedText of(String original) {
    return new AlignedText(original, original, Alignment.IDENTITY);
  }

  /**
   * Replaces what a pattern matches.
   *
   * @param pattern what to replace
   * @param replacement what to put in its place, literally
   * @return the new text with the way back to the same original
   */
  public AlignedText replaceAll(Pattern pattern, Function<MatchResult, String> replacement) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder derived = new StringBuilder(text.length());
    List<Alignment.Edit> edits = new ArrayList<>();
    int last = 0;
    while (matcher.find()) {
      String put = replacement.apply(matcher);
      derived.append(text, last, matcher.start()).append(put);
      last = matcher.end();
      if (!put.contentEquals(text.subSequence(matcher.start(), last))) {
        edits.add(new Alignment.Edit(new Span(matcher.start(), last), put.length()));
      }
    }
    if (edits.isEmpty()) {
      return this;
    }
    derived.append(text, last, text.length());
    return new AlignedText(original, derived.toString(), alignment.andThen(Alignment.of(edits)));
  }

  /**
   * Normalises to a Unicode form, one extended grapheme cluster after the other (Unicode Standard
   * Annex #15 and #29).
   *
   * @param form the form
   * @return the new text with the way back to the same original
   */
  public AlignedText normalize(Normalizer.Form form) {
    return Normalizer.isNormalized(text, form)
        ? this
        : replaceAll(CLUSTER, cluster -> Normalizer.normalize(cluster.group(), form));
  }

  /**
   * Where a range of the text comes from.
   *
   * @param span a range of {@link #text()}
   * @return the range of {@link #original()}
   */
  public Span toOriginal(Span span) {
    return alignment.toOriginal(span);
  }

  /**
   * Where a range of the original went.
   *
   * @param span a range of {@link #original()}
   * @return the range of {@link #text()}
   */
  public Span toText(Span span) {
    return alignment.toDerived(span);
  }
}
