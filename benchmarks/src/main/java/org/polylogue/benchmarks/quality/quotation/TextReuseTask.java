package org.polylogue.benchmarks.quality.quotation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.discourse.echo.ReuseFinder;
import org.polylogue.discourse.quotation.PolnearArticle;
import org.polylogue.discourse.quotation.PolnearReader;
import org.polylogue.text.Span;
import org.polylogue.text.WordCount;

/**
 * How well edited copies of a quotation are found to be one utterance: contents of PolNeAR (Newell
 * et al. 2018), of each two edited copies ({@link EditedQuotations}). Precision and recall count
 * pairs. First the contents as they are: groups across articles, which {@code --errors N} lists to
 * be looked at; only the first of such a group is copied, since its others are copies already.
 */
public final class TextReuseTask implements QualityTask {

  private static final int COPIES = 2;
  private static final long SEED = 20231111L;
  private static final int[] LEAST_WORDS = {10, 15, 20, 30};

  private record Content(String article, String text) {}

  /** For the list of tasks. */
  public TextReuseTask() {}

  @Override
  public String name() {
    return "text-reuse";
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) {
    throw new IllegalArgumentException("text reuse has no model; nothing to train");
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    List<Content> contents = new ArrayList<>();
    List<String> vocabulary = new ArrayList<>();
    for (PolnearArticle article : PolnearReader.read(request.gold())) {
      String text = article.article().text();
      vocabulary.addAll(List.of(text.strip().split("\\s+")));
      article
          .attributions()
          .forEach(
              attribution -> {
                StringBuilder words = new StringBuilder();
                for (Span segment : attribution.content()) {
                  words.append(segment.of(text)).append(" … ");
                }
                contents.add(new Content(article.file(), words.toString().replace('\n', ' ')));
              });
    }
    ReuseFinder asTheyAre = new ReuseFinder();
    contents.forEach(content -> asTheyAre.add(content.text()));
    List<int[]> groups = asTheyAre.groups();
    Set<Integer> repeated = new HashSet<>();
    int across = 0;
    int listed = 0;
    for (int[] group : groups) {
      Set<String> articles = new HashSet<>();
      for (int i = 0; i < group.length; i++) {
        articles.add(contents.get(group[i]).article());
        if (i > 0) {
          repeated.add(group[i]);
        }
      }
      if (articles.size() > 1) {
        across++;
        if (listed++ < request.errors()) {
          out.println();
          for (int i : group) {
            out.println(contents.get(i).article() + "\t" + contents.get(i).text());
          }
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "%d contents: %d groups, %d of them across articles%n",
        contents.size(),
        groups.size(),
        across);
    EditedQuotations edits = new EditedQuotations(SEED, vocabulary);
    ReuseFinder finder = new ReuseFinder();
    List<Integer> originals = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      if (repeated.contains(i)) {
        continue;
      }
      String text = contents.get(i).text();
      finder.add(text);
      for (int copy = 0; copy < COPIES; copy++) {
        finder.add(edits.of(text));
      }
      for (int copy = 0; copy <= COPIES; copy++) {
        originals.add(i);
        lengths.add(WordCount.of(text));
      }
    }
    List<int[]> found = finder.groups();
    for (int least : LEAST_WORDS) {
      print(found, originals, lengths, least, out);
    }
  }

  private static void print(
      List<int[]> found,
      List<Integer> originals,
      List<Integer> lengths,
      int least,
      PrintWriter out) {
    long right = 0;
    long wrong = 0;
    for (int[] group : found) {
      for (int i = 0; i < group.length; i++) {
        for (int j = 0; j < i; j++) {
          if (lengths.get(group[i]) >= least && lengths.get(group[j]) >= least) {
            if (originals.get(group[i]).equals(originals.get(group[j]))) {
              right++;
            } else {
              wrong++;
            }
          }
        }
      }
    }
    long originalsLong = lengths.stream().filter(length -> length >= least).count() / (COPIES + 1);
    long pairs = originalsLong * (COPIES + 1) * COPIES / 2;
    out.printf(
        Locale.ROOT,
        "originals of at least %d words: %d; precision %.3f, recall %.3f%n",
        least,
        originalsLong,
        right / Math.max(1.0, right + wrong),
        right / Math.max(1.0, pairs));
  }
}
