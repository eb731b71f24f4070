package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredOutcome;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.webanno.WebAnnoFormat;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.samples.Main;
import org.polylogue.text.OffsetUnit;
import org.polylogue.text.Span;

/**
 * Inputs that are larger than anyone has, and heaps that are too small: a fiftieth of what {@code
 * -Dpolylogue.full=true} tries.
 */
class LargeInputsTest {

  private static final int SHARE = Boolean.getBoolean("polylogue.full") ? 1 : 50;

  @TempDir Path temp;

  @Test
  void aThreadOf200000CommentsHalfOfThemInOneChainIsAnalysedWhereTheLimitsAllowIt()
      throws Exception {
    int all = 200_000 / SHARE;
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      Comment comment = Comment.of("c" + i, "Number " + i + " is good, said Anna Berg.");
      boolean chained = i > 0 && i < all / 2;
      comments.add(chained ? comment.withReplyTo(Optional.of("c" + (i - 1))) : comment);
    }
    Conversation one = Conversation.of(Article.of("a", "T", "Anna Berg said no."), comments);
    Path input =
        Files.writeString(
            temp.resolve("in.jsonl"), JsonLinesWriter.line(one, OffsetUnit.UTF_16) + "\n");
    Ended refused = plain("-Xmx4g", input, "--max-comments", "" + (all - 1));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.file("failures.jsonl")).contains("raise the limit on comments");
    Ended read = plain("-Xmx4g", input, "--max-comments", "" + all, "--max-depth", "" + (all / 2));
    assertThat(read.code()).as(read.printed()).isZero();
    assertThat(read.file("comments.csv").lines()).hasSize(all + 1);
    System.out.printf("%d comments, %d deep: %d s%n", all, all / 2, read.seconds());
  }

  @Test
  void aDocumentThatFillsTheMemoryIsAFailureAmongOthersThatAreAnalysed() throws Exception {
    Path input = temp.resolve("in.jsonl");
    try (Writer out = Files.newBufferedWriter(input)) {
      for (String text : List.of("Anna Berg said yes.", "word ".repeat(2_000_000), "He left.")) {
        Article article = Article.of("a" + text.length(), "T", text);
        out.write(
            JsonLinesWriter.line(Conversation.of(article, List.of()), OffsetUnit.UTF_16) + "\n");
      }
    }
    Ended ended =
        plain("-Xmx150m", input, "--max-characters", "30000000", "--max-word-length", "300");
    assertThat(ended.code()).as(ended.printed()).isEqualTo(1);
    assertThat(ended.file("failures.jsonl").lines()).hasSize(1);
    assertThat(ended.file("failures.jsonl")).contains("a10000000", "memory");
    assertThat(ended.file("discourse.jsonl").lines()).hasSize(2);
  }

  @Test
  void aHeapThatTheModelsDoNotFitIntoIsSaidInOneLine() throws Exception {
    Path page = Files.writeString(temp.resolve("p.txt"), "Title\n\nAnna Berg said no.\n");
    Ended ended =
        run(Main.class, "-Xmx64m", List.of("analyze", page.toString(), "--judges", "lean"));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.printed().lines()).hasSize(1);
    assertThat(ended.printed()).contains("memory ran out at 6", "-Xmx");
  }

  @Test
  void aCellOf60MegabytesIsAFailureOfItsRow() throws IOException {
    Path table = temp.resolve("articles.csv");
    try (Writer out = Files.newBufferedWriter(table)) {
      out.write("article_id,title,article_text\n1,A,First.\n2,B,\"");
      for (int i = 0; i < 1_000_000; i++) {
        out.write("Sixty characters of a cell that does not end where it should\n");
      }
      out.write("\"\n3,C,Third.\n");
    }
    List<ReadOutcome> read = new ArrayList<>();
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(table)) {
      outcomes.forEach(read::add);
    }
    assertThat(read).hasSize(3);
    assertThat(read.get(0)).isInstanceOf(ReadOutcome.Read.class);
    assertThat(((ReadOutcome.Failed) read.get(1)).reason()).contains("limit on");
    assertThat(read.get(2)).isInstanceOf(ReadOutcome.Read.class);
  }

  @Test
  void anAnnotatedTextOf500000TokensIsWrittenAndReadBackInLinearMemory() throws IOException {
    webAnno(125_000 / SHARE);
    long quarter = webAnno(125_000 / SHARE);
    long whole = webAnno(500_000 / SHARE);
    assertThat(whole).as("bytes allocated, a quarter took %d", quarter).isLessThan(6 * quarter);
  }

  /** Returns the bytes that this thread allocates while it writes and reads so many tokens. */
  private long webAnno(int tokens) throws IOException {
    StringBuilder text = new StringBuilder();
    List<LayerSpan> spans = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      int start = text.length();
      text.append("word").append(i % 10 == 9 ? ".\n" : " ");
      if (i % 5 == 0) {
        spans.add(LayerSpan.of("Mention", new Span(start, start + 4), Map.of("form", "NAME")));
      }
    }
    LayeredText document = new LayeredText("w" + tokens, text.toString(), spans, List.of());
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    WebAnnoFormat.write(temp, document);
    LayeredOutcome read =
        WebAnnoFormat.document(CorpusSource.of(temp.resolve("w" + tokens + ".tsv")));
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertThat(((LayeredOutcome.Read) read).document().equals(document)).isTrue();
    return allocated;
  }

  private record Ended(int code, String printed, Path out, long seconds) {
    String file(String name) throws IOException {
      return Files.readString(out.resolve(name));
    }
  }

  private Ended plain(String heap, Path input, String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of(input.toString()));
    args.addAll(List.of(more));
    return run(PlainAnalyze.class, heap, args);
  }

  private Ended run(Class<?> main, String heap, List<String> args) throws Exception {
    Path out = Files.createTempDirectory(temp, "out");
    Path printed = Files.createTempFile(temp, "printed", ".txt");
    List<String> all = new ArrayList<>(args);
    all.addAll(List.of("--out", out.toString(), "--threads", "1"));
    long start = System.nanoTime();
    Process process =
        ChildProcess.of(main, List.of(heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), all)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(printed.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.MINUTES)).as("it ends").isTrue();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    return new Ended(process.exitValue(), Files.readString(printed), out, seconds);
  }
}
