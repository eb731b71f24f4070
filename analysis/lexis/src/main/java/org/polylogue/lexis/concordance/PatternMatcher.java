package org.polylogue.lexis.concordance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * A pattern made ready for an index: each test becomes a set of vocabulary entries, so that a token
 * is tested by looking up a bit. Immutable and thread-safe.
 */
public final class PatternMatcher {

  private record Allowed(TokenAttribute attribute, BitSet ids) {}

  private record Step(List<Allowed> allowed, int least, int most) {}

  private final TokenIndex index;
  private final List<Step> steps = new ArrayList<>();

  /**
   * Makes a pattern ready.
   *
   * @param index where it will be looked for
   * @param pattern what is looked for
   * @throws IllegalArgumentException if the pattern asks for lemmas or tags that the index lacks
   */
  public PatternMatcher(TokenIndex index, TokenPattern pattern) {
    this.index = index;
    for (TokenPattern.Element element : pattern.elements()) {
      List<Allowed> allowed = new ArrayList<>();
      for (TokenPattern.Test test : element.tests()) {
        allowed.add(new Allowed(test.attribute(), ids(test)));
      }
      steps.add(new Step(List.copyOf(allowed), element.least(), element.most()));
    }
  }

  private BitSet ids(TokenPattern.Test test) {
    Vocabulary vocabulary = index.vocabulary(test.attribute());
    BitSet ids = new BitSet(vocabulary.size());
    if (test.literal() != null) {
      int id = vocabulary.id(test.literal());
      if (id >= 0) {
        ids.set(id);
      }
    } else {
      for (int id = 0; id < vocabulary.size(); id++) {
        if (test.pattern().matcher(vocabulary.entry(id)).matches()) {
          ids.set(id);
        }
      }
    }
    if (test.negated()) {
      ids.flip(0, vocabulary.size());
    }
    return ids;
  }

  /**
   * The end of the longest match that starts at a token.
   *
   * @param start position of the token
   * @param limit position that the match may not reach beyond
   * @return position after the match, or {@link TokenIndex#NONE}
   */
  public int endOfMatch(int start, int limit) {
    int bound = Math.min(limit, index.sentenceStart(index.sentenceAt(start) + 1));
    if (steps.size() == 1 && steps.get(0).most() == 1) {
      return start < bound && passes(steps.get(0), start) ? start + 1 : TokenIndex.NONE;
    }
    BitSet ends = new BitSet();
    ends.set(0);
    for (Step step : steps) {
      BitSet next = new BitSet();
      for (int e = ends.nextSetBit(0); e >= 0; e = ends.nextSetBit(e + 1)) {
        if (step.least() == 0) {
          next.set(e);
        }
        int run = 0;
        while (run < step.most() && start + e + run < bound && passes(step, start + e + run)) {
          run++;
          if (run >= step.least()) {
            next.set(e + run);
          }
        }
      }
      if (next.isEmpty()) {
        return TokenIndex.NONE;
      }
      ends = next;
    }
    int longest = ends.length() - 1;
    return longest == 0 ? TokenIndex.NONE : start + longest;
  }

  private boolean passes(Step step, int position) {
    for (Allowed allowed : step.allowed()) {
      if (!allowed.ids().get(index.id(allowed.attribute(), position))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The positions of a subcorpus at which matches start, in order. A match lies in the subcorpus as
   * a whole.
   *
   * @param subcorpus where to look
   * @return positions, found as the stream is read
   */
  public IntStream starts(Subcorpus subcorpus) {
    int[] anchors = anchors(subcorpus.size());
    if (anchors == null) {
      return IntStream.range(0, subcorpus.rangeCount())
          .flatMap(
              r ->
                  IntStream.range(subcorpus.from(r), subcorpus.to(r))
                      .filter(i -> endOfMatch(i, subcorpus.to(r)) >= 0));
    }
    return Arrays.stream(anchors)
        .filter(
            i -> {
              int range = subcorpus.rangeAt(i);
              return range >= 0 && endOfMatch(i, subcorpus.to(range)) >= 0;
            });
  }

  /**
   * Matches that do not overlap, the leftmost first.
   *
   * @param subcorpus where to look
   * @return from, to, from, to and so on
   */
  public int[] matches(Subcorpus subcorpus) {
    int[] found = new int[64];
    int n = 0;
    int last = 0;
    PrimitiveIterator.OfInt starts = starts(subcorpus).iterator();
    while (starts.hasNext()) {
      int start = starts.nextInt();
      if (start >= last) {
        if (n + 2 > found.length) {
          found = Arrays.copyOf(found, n * 2);
        }
        last = endOfMatch(start, subcorpus.to(subcorpus.rangeAt(start)));
        found[n++] = start;
        found[n++] = last;
      }
    }
    return Arrays.copyOf(found, n);
  }

  /** Where matches can start, from the rarest word or lemma; null if walking is as good. */
  private int[] anchors(int worth) {
    int offset = 0;
    long least = worth;
    int bestOffset = -1;
    Allowed best = null;
    for (Step step : steps) {
      for (Allowed allowed : step.allowed()) {
        boolean kept =
            allowed.attribute() == TokenAttribute.WORD
                || allowed.attribute() == TokenAttribute.LEMMA;
        if (kept && step.least() > 0) {
          long count = 0;
          for (int id = allowed.ids().nextSetBit(0);
              id >= 0 && count < least;
              id = allowed.ids().nextSetBit(id + 1)) {
            count += index.count(allowed.attribute(), id);
          }
          if (count < least) {
            least = count;
            best = allowed;
            bestOffset = offset;
          }
        }
      }
      if (step.least() != step.most()) {
        break;
      }
      offset += step.least();
    }
    if (best == null) {
      return null;
    }
    int[] anchors = new int[(int) least];
    int n = 0;
    for (int id = best.ids().nextSetBit(0); id >= 0; id = best.ids().nextSetBit(id + 1)) {
      for (int position : index.positions(best.attribute(), id)) {
        if (position >= bestOffset) {
          anchors[n++] = position - bestOffset;
        }
      }
    }
    Arrays.sort(anchors, 0, n);
    return Arrays.copyOf(anchors, n);
  }
}
