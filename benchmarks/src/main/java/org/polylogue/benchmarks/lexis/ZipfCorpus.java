package org.polylogue.benchmarks.lexis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.TokenIndexBuilder;
import org.polylogue.text.Span;

/**
 * A corpus of made-up words with the frequencies of language: the word of rank r has a probability
 * in proportion to 1 / (r + 2.7) (Mandelbrot 1953), out of 500,000. Documents have 400 words in
 * sentences of 20, each with a full stop, belong to one of ten outlets, and quote one of fifty
 * speakers of two parties in every fourth sentence. Lemmas and tags are there; the same seed gives
 * the same corpus.
 */
final class ZipfCorpus {

  private static final int TYPES = 500_000;
  private static final int SENTENCE = 20;
  private static final int SENTENCES = 20;

  private ZipfCorpus() {}

  static String word(int rank) {
    return "w" + Integer.toString(rank, 36);
  }

  static TokenIndex of(int tokens, long seed) {
    TokenIndexBuilder builder = TokenIndex.builder().withLayer(Region.QUOTATION);
    texts(tokens, seed).forEach(builder::add);
    return builder.build();
  }

  /** The documents one after the other, without an index. */
  static Stream<IndexedText> texts(int tokens, long seed) {
    double[] cumulative = new double[TYPES];
    double sum = 0;
    for (int r = 0; r < TYPES; r++) {
      sum += 1 / (r + 1 + 2.7);
      cumulative[r] = sum;
    }
    String[] words = new String[TYPES];
    Arrays.setAll(words, ZipfCorpus::word);
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, tokens / ((SENTENCE + 1) * SENTENCES))
        .mapToObj(d -> document(d, words, cumulative, random));
  }

  private static IndexedText document(
      int number, String[] words, double[] cumulative, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    List<Region> regions = new ArrayList<>();
    for (int s = 0; s < SENTENCES; s++) {
      List<Token> tokens = new ArrayList<>();
      int sentenceStart = text.length();
      for (int i = 0; i < SENTENCE; i++) {
        int found =
            Arrays.binarySearch(
                cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        int rank = found < 0 ? Math.min(-found - 1, words.length - 1) : found;
        int start = text.length();
        text.append(words[rank]).append(' ');
        tokens.add(
            new Token(
                start, text.length() - 1, words[rank], "T" + rank % 40, words[rank - rank % 2]));
      }
      text.append(". ");
      tokens.add(new Token(text.length() - 2, text.length() - 1, ".", ".", "."));
      sentences.add(Sentence.of(tokens));
      if (s % 4 == 0) {
        int speaker = random.nextInt(50);
        regions.add(
            new Region(
                Region.QUOTATION,
                new Span(sentenceStart, text.length() - 1),
                Map.of("actor", "p" + speaker, "party", speaker % 2 == 0 ? "A" : "B")));
      }
    }
    AnnotatedText annotated =
        new AnnotatedText(
            text.toString(), sentences, List.of(), EnumSet.of(Capability.TAGS, Capability.LEMMAS));
    return new IndexedText(
        "d" + number,
        Map.of("kind", "article", "outlet", "outlet " + number % 10),
        annotated,
        regions);
  }
}
