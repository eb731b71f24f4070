package org.polylogue.benchmarks.lexis;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.lexis.collocation.Collocations;
import org.polylogue.lexis.concordance.Concordance;
import org.polylogue.lexis.concordance.SortKey;
import org.polylogue.lexis.concordance.TokenPattern;
import org.polylogue.lexis.dictionary.Dictionary;
import org.polylogue.lexis.dictionary.DictionaryMatches;
import org.polylogue.lexis.dispersion.Dispersion;
import org.polylogue.lexis.dispersion.Parts;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.keyness.Keyness;
import org.polylogue.lexis.matrix.FeatureMatrix;
import org.polylogue.lexis.matrix.Features;
import org.polylogue.lexis.matrix.TextUnits;
import org.polylogue.lexis.ngram.NGrams;
import org.polylogue.lexis.slice.Slice;
import org.polylogue.lexis.slice.Subcorpus;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.text.OffsetUnit;

/**
 * Asks every corpus statistic of a made-up corpus and of one twice its size, and prints seconds,
 * memory and growth. Run it with
 *
 * <pre>
 * java -Xmx2g -cp benchmarks/target/benchmarks.jar org.polylogue.benchmarks.lexis.LexisScale 5000000
 * </pre>
 *
 * which measures 5 and 10 million tokens; with the name of a file after the number it writes the
 * smaller corpus there as JSON Lines and measures nothing. Each question is asked three times, on
 * one thread; the fastest counts, in seconds of processor time.
 */
public final class LexisScale {

  private static final int TIMES = 3;

  private LexisScale() {}

  /**
   * Measures.
   *
   * @param args the number of tokens of the smaller corpus, 5,000,000 if missing, and a file
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    int tokens = args.length > 0 ? Integer.parseInt(args[0]) : 5_000_000;
    if (args.length > 1) {
      write(tokens, Path.of(args[1]));
      return;
    }
    measure(Math.min(tokens, 500_000));
    Map<String, Double> once = measure(tokens);
    Map<String, Double> twice = measure(2 * tokens);
    System.out.printf(
        Locale.ROOT, "%-44s %12d %12d %8s%n", "seconds at tokens", tokens, 2 * tokens, "growth");
    twice.forEach(
        (question, seconds) ->
            System.out.printf(
                Locale.ROOT,
                "%-44s %12.3f %12.3f %8.2f%n",
                question,
                once.get(question),
                seconds,
                seconds / once.get(question)));
    System.out.printf(
        Locale.ROOT,
        "greatest heap in use %d MiB of %d MiB%n",
        peak() >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static void write(int tokens, Path file) throws IOException {
    try (JsonLinesWriter writer =
        new JsonLinesWriter(Files.newOutputStream(file), OffsetUnit.UTF_16)) {
      for (IndexedText text : (Iterable<IndexedText>) ZipfCorpus.texts(tokens, 17)::iterator) {
        writer.write(Conversation.of(Article.of(text.id(), "", text.text().text()), List.of()));
      }
    }
  }

  /** Processor seconds of this thread, which other programs on the machine do not stretch. */
  private static double cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static long peak() {
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      peak += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return peak;
  }

  private static Map<String, Double> measure(int tokens) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    double start = cpu();
    TokenIndex index = ZipfCorpus.of(tokens, 17);
    seconds.put("make the corpus and its index", cpu() - start);
    Subcorpus all = Subcorpus.all(index);
    Subcorpus partyA = Subcorpus.of(index, Slice.saidByActorsWith("party", "A"));
    Subcorpus partyB = Subcorpus.of(index, Slice.saidByActorsWith("party", "B"));
    Subcorpus half = Subcorpus.of(index, Slice.parse("outlet=outlet 1|outlet=outlet 2"));
    Subcorpus rest = Subcorpus.of(index, Slice.parse("!(outlet=outlet 1|outlet=outlet 2)"));
    time(seconds, "slice by speakers' party", () -> slice(index));
    time(seconds, "keyness of all words, two outlets v. rest", () -> keyness(half, rest, false));
    time(seconds, "the same by Fisher's test", () -> keyness(half, rest, true));
    time(seconds, "keyness of quotations, party v. party", () -> keyness(partyA, partyB, false));
    time(seconds, "collocations of a frequent word", () -> collocations(all, 20));
    time(seconds, "collocations of a rare word", () -> collocations(all, 20_000));
    time(seconds, "dispersion of all words over documents", () -> dispersion(all));
    time(seconds, "two-word sequences, 10 times or more", () -> sequences(all));
    time(seconds, "matrix of words by document", () -> matrix(all, "document", 1));
    time(seconds, "matrix of words by speaker", () -> matrix(all, "actor", 1));
    time(seconds, "matrix of pairs by outlet", () -> matrix(all, "outlet", 2));
    Dictionary dictionary = dictionary();
    time(
        seconds,
        "a dictionary of 3,000 entries",
        () -> DictionaryMatches.of(all, TokenAttribute.WORD, dictionary).size());
    time(seconds, "concordance of a frequent word, page 1", () -> page(all, 20, ""));
    time(seconds, "the same sorted by 1R, 2R, 1L", () -> page(all, 20, "1R,2R,1L"));
    time(seconds, "concordance of a rare word", () -> page(all, 20_000, "1L"));
    time(
        seconds,
        "concordance of a regular expression",
        () -> Concordance.of(all, TokenPattern.regex("w1[a-f].*z")).page(1, 20).total());
    time(
        seconds,
        "concordance of a token pattern",
        () ->
            Concordance.of(
                    all, TokenPattern.parse("[lemma=\"wk\"] []{0,3} [tag=\"T7\" & word!=\"w7\"]"))
                .page(1, 20)
                .total());
    return seconds;
  }

  private static void time(Map<String, Double> seconds, String name, Supplier<Integer> question) {
    double best = Double.MAX_VALUE;
    int size = 0;
    for (int i = 0; i < TIMES; i++) {
      double start = cpu();
      size = question.get();
      best = Math.min(best, cpu() - start);
    }
    if (size == 0) {
      throw new IllegalStateException(name + " found nothing");
    }
    seconds.put(name, best);
  }

  private static int slice(TokenIndex index) {
    return Subcorpus.of(index, Slice.parse("voice=source,party=A")).size();
  }

  private static int keyness(Subcorpus target, Subcorpus reference, boolean fisher) {
    Keyness keyness = Keyness.standard();
    return (fisher ? keyness.withTest(Keyness.Test.FISHER) : keyness)
        .compare(
            target.frequencies(TokenAttribute.WORD, true),
            reference.frequencies(TokenAttribute.WORD, true))
        .size();
  }

  private static int collocations(Subcorpus all, int rank) {
    return Collocations.standard()
        .withMinimumCount(1)
        .of(all, TokenPattern.words(ZipfCorpus.word(rank)))
        .size();
  }

  private static int dispersion(Subcorpus all) {
    return Dispersion.over(Parts.documents(all), TokenAttribute.WORD).all(5).size();
  }

  private static int sequences(Subcorpus all) {
    return NGrams.ofLength(2).withMinimumCount(10).of(all).size();
  }

  private static int matrix(Subcorpus all, String units, int words) {
    return FeatureMatrix.of(all, TextUnits.parse(units), Features.words().sequences(words, words))
        .features()
        .size();
  }

  /** Words, beginnings, ends and pairs of words. */
  private static Dictionary dictionary() {
    List<Dictionary.Category> categories = new ArrayList<>();
    for (int c = 0; c < 10; c++) {
      List<Dictionary.Entry> entries = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        String word = ZipfCorpus.word(11 + 13 * (300 * c + i));
        entries.add(
            new Dictionary.Entry(
                switch (i % 10) {
                  case 0 -> List.of(word + "*");
                  case 1 -> List.of("*" + word.substring(1));
                  case 2 -> List.of(word, "*");
                  default -> List.of(word);
                },
                1));
      }
      categories.add(new Dictionary.Category("c" + c, entries));
    }
    return new Dictionary(categories, List.of());
  }

  private static int page(Subcorpus all, int rank, String order) {
    List<SortKey> keys = order.isEmpty() ? List.of() : SortKey.parse(order);
    return Concordance.of(all, TokenPattern.words(ZipfCorpus.word(rank)))
        .sortedBy(keys)
        .page(1, 20)
        .total();
  }
}
