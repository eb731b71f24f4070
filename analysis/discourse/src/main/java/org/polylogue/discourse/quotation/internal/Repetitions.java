package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * The words of an article and the comments under it, to look up what a comment puts into quotation
 * marks or behind the mark of a quoted line. Words are compared without case and marks. Pairs of
 * words are looked up in an index, so that time is linear in the conversation; of a pair that
 * occurs often the first places are searched, and single words are not looked for. Immutable once
 * built and thread-safe.
 */
public final class Repetitions {

  /** Places that are searched for one pair of words. */
  private static final int PLACES = 64;

  /** So few words have to be quoted where they stand, or they are anybody's. */
  private static final int FEW = 2;

  /**
   * A text that comments may quote.
   *
   * @param documentId of the document it belongs to
   * @param writer who wrote it, as words
   * @param text the text
   * @param quotations what it quotes itself
   * @param expressions what it only marks
   */
  public record Source(
      String documentId,
      String writer,
      String text,
      List<Quotation> quotations,
      List<MarkedExpression> expressions) {}

  private record Place(int source, int word) {}

  private record Words(int[] hashes, int[] starts, int[] ends, String text) {}

  private final List<Source> sources;
  private final List<Words> words = new ArrayList<>();
  private final Map<Long, List<Place>> pairs = new HashMap<>();

  /**
   * An index.
   *
   * @param sources the article's texts first, then the comments in source order
   */
  public Repetitions(List<Source> sources) {
    this.sources = List.copyOf(sources);
    for (int s = 0; s < sources.size(); s++) {
      Words w = words(sources.get(s).text(), 0, sources.get(s).text().length());
      words.add(w);
      for (int i = 0; i < w.hashes.length; i++) {
        if (i + 1 < w.hashes.length) {
          List<Place> places =
              pairs.computeIfAbsent(pair(w.hashes[i], w.hashes[i + 1]), k -> new ArrayList<>(1));
          if (places.size() < PLACES) {
            places.add(new Place(s, i));
          }
        }
      }
    }
  }

  private static long pair(int first, int second) {
    return (long) first << 32 | second & 0xFFFFFFFFL;
  }

  private static Words words(String text, int from, int to) {
    int[] hashes = new int[16];
    int[] starts = new int[16];
    int[] ends = new int[16];
    int n = 0;
    int i = from;
    while (i < to) {
      int start = i;
      while (i < to && Character.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      if (i > start) {
        if (n == hashes.length) {
          hashes = Arrays.copyOf(hashes, 2 * n);
          starts = Arrays.copyOf(starts, 2 * n);
          ends = Arrays.copyOf(ends, 2 * n);
        }
        hashes[n] = text.substring(start, i).toLowerCase(Locale.ROOT).hashCode();
        starts[n] = start;
        ends[n++] = i;
      } else {
        i++;
      }
    }
    return new Words(
        Arrays.copyOf(hashes, n), Arrays.copyOf(starts, n), Arrays.copyOf(ends, n), text);
  }

  /**
   * Who is quoted by words of a comment that stand in another text: whoever is quoted there,
   * otherwise its writer.
   *
   * @param documentId of the comment
   * @param text the comment's text
   * @param span the words in it
   * @return null if they stand nowhere else, or are only marked there too
   */
  Speaker speaker(String documentId, String text, Span span) {
    int end = span.end();
    for (int i = span.start(); i + 2 < span.end(); i++) {
      boolean cut = text.charAt(i) == '\u2026' || text.startsWith("...", i);
      if (cut && i > span.start() + 2) {
        end = i;
        break;
      }
    }
    Words sought = words(text, span.start(), end);
    Place place = place(documentId, sought);
    if (place == null) {
      return null;
    }
    Words found = words.get(place.source);
    Source source = sources.get(place.source);
    int last = Math.min(found.hashes.length, place.word + sought.hashes.length) - 1;
    Span there = new Span(found.starts[place.word], found.ends[last]);
    if (source.expressions().stream().anyMatch(e -> e.span().overlaps(there))) {
      return null;
    }
    Quotation innermost = null;
    for (Quotation quotation : source.quotations()) {
      boolean inside = quotation.content().stream().anyMatch(part -> part.contains(there));
      if (inside && quotation.grade() == Quotation.Grade.SAID) {
        innermost = quotation;
      }
    }
    if (innermost == null && sought.hashes.length <= FEW) {
      return null;
    }
    boolean told =
        innermost != null && List.of("actor", "described").contains(innermost.speaker().type());
    return told ? innermost.speaker() : new Speaker.Described(source.writer(), span);
  }

  private Place place(String documentId, Words sought) {
    int n = sought.hashes.length;
    if (n < 2) {
      return null;
    }
    for (Place place : pairs.getOrDefault(pair(sought.hashes[0], sought.hashes[1]), List.of())) {
      int[] there = words.get(place.source).hashes;
      if (!sources.get(place.source).documentId().equals(documentId)
          && place.word + n <= there.length
          && Arrays.equals(there, place.word, place.word + n, sought.hashes, 0, n)) {
        return place;
      }
    }
    return null;
  }
}
