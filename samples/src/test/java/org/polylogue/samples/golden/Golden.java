package org.polylogue.samples.golden;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Conversation;

/** What a person reads from an article of the sample corpus; texts without quotation marks. */
record Golden(
    String page,
    String article,
    String title,
    String published,
    String outlet,
    String byline,
    List<String> headings,
    List<Posted> comments,
    List<Said> blockQuotations,
    List<Said> directQuotations,
    List<Said> mixedQuotations,
    List<Said> indirectQuotations,
    List<Marked> markedExpressions,
    List<List<String>> aliases,
    List<Repeated> echoes) {

  /** Where a text begins and ends, in up to six words each. */
  record Extent(String begins, String ends) {
    static Extent of(String text) {
      List<String> words = Arrays.asList(bare(text).split("\\s+"));
      return new Extent(
          String.join(" ", words.subList(0, Math.min(6, words.size()))),
          String.join(" ", words.subList(Math.max(0, words.size() - 6), words.size())));
    }

    boolean sharesAnEndWith(Extent other) {
      return begins.equals(other.begins) || withoutStop(ends).equals(withoutStop(other.ends));
    }
  }

  record Posted(
      String number,
      String parent,
      String author,
      String time,
      Integer score,
      String begins,
      String ends) {}

  record Said(String speaker, boolean nested, List<Extent> segments) {
    Extent whole() {
      return new Extent(segments.get(0).begins(), segments.get(segments.size() - 1).ends());
    }
  }

  record Marked(String where, String kind, String text) {}

  record Repeated(String comment, String of, String begins, String ends) {
    /** Without the stop at the end, which an echo may or may not take along. */
    Repeated unstopped() {
      return new Repeated(comment, of, withoutStop(begins), withoutStop(ends));
    }
  }

  static String withoutStop(String words) {
    return words.replaceAll("[.!?,]+$", "");
  }

  static final Path ROOT = Path.of(System.getProperty("polylogue.root"));
  static final Path CORPUS = ROOT.resolve("samples/corpus");

  /** A text without the quotation marks and dialogue dashes around it. */
  static String bare(String text) {
    return text.replaceAll("^[\\s“”\"‘’'«»—]+|[\\s“”\"‘’'«»]+$", "");
  }

  /** Golden files of pages in a format that this build reads. */
  static List<Golden> all() {
    boolean html =
        CorpusReader.standardFormats().stream().anyMatch(format -> format.name().contains("html"));
    return files().stream()
        .filter(golden -> html || !golden.page().endsWith(".html"))
        .collect(Collectors.toList());
  }

  static List<Golden> files() {
    Path folder = ROOT.resolve("samples/src/test/resources/golden");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Golden::read).collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Golden read(Path file) {
    try {
      return JsonMapper.builder().build().readValue(file.toFile(), Golden.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Conversation conversation() {
    return ((ReadOutcome.Read) outcome()).conversation();
  }

  ReadOutcome outcome() {
    try (Stream<ReadOutcome> read = CorpusReader.standard().read(CORPUS.resolve(page))) {
      List<ReadOutcome> outcomes = read.toList();
      return outcomes.stream()
          .filter(
              outcome ->
                  outcome instanceof ReadOutcome.Read one
                      && one.conversation().article().id().equals(article))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + article + " in " + outcomes));
    }
  }

  @Override
  public String toString() {
    return article;
  }
}
