package org.polylogue.benchmarks.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.polylogue.model.Block;
import org.polylogue.model.Conversation;
import org.polylogue.text.Span;
import picocli.CommandLine;

/**
 * How long {@code polylogue serve} takes for a page, one request after the other: it is started as
 * users start it and asked for pages that are made of a corpus's paragraphs, none of them twice.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar org.polylogue.benchmarks.speed.ServeLatency --corpus DIR -- --judges lean
 * </pre>
 */
@CommandLine.Command(
    name = "ServeLatency",
    description = "Measures what a page costs a server that is warm.",
    mixinStandardHelpOptions = true)
public final class ServeLatency implements Callable<Integer> {

  @CommandLine.Option(
      names = "--corpus",
      required = true,
      description = "Whose paragraphs to take; it needs words for all pages.")
  private Path corpus;

  @CommandLine.Option(
      names = "--words",
      defaultValue = "800",
      description = "Words of a page; default: ${DEFAULT-VALUE}.")
  private int words;

  @CommandLine.Option(
      names = "--warm-up",
      defaultValue = "200",
      description = "Pages before the first that counts; default: ${DEFAULT-VALUE}.")
  private int warmUp;

  @CommandLine.Option(
      names = "--pages",
      defaultValue = "200",
      description = "Pages that count; default: ${DEFAULT-VALUE}.")
  private int pages;

  @CommandLine.Option(
      names = "--launcher",
      defaultValue = "bin/polylogue",
      description = "The command; default: ${DEFAULT-VALUE}.")
  private Path launcher;

  @CommandLine.Parameters(paramLabel = "OPTION", description = "Options of serve.")
  private List<String> options = List.of();

  private final HttpClient client = HttpClient.newHttpClient();

  private ServeLatency() {}

  /**
   * Measures.
   *
   * @param args options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ServeLatency()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> made = made();
    if (made.size() < warmUp + pages) {
      throw new IllegalArgumentException(
          corpus
              + " has words for "
              + made.size()
              + " pages; give another corpus or lower --pages");
    }
    List<String> command = new ArrayList<>(List.of(launcher.toString(), "serve", "--port", "0"));
    command.addAll(options);
    Process server =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader printed = server.inputReader(StandardCharsets.UTF_8)) {
      String line = printed.readLine();
      if (line == null) {
        return 1;
      }
      URI url = URI.create(line.substring(line.indexOf("http://")) + "/analyze");
      for (int i = 0; i < warmUp; i++) {
        nanoseconds(url, made.get(i));
      }
      long processor = processorTime(server);
      double[] times = new double[pages];
      for (int i = 0; i < pages; i++) {
        times[i] = nanoseconds(url, made.get(warmUp + i)) / 1e6;
      }
      double each = (processorTime(server) - processor) / 1e6 / pages;
      Arrays.sort(times);
      System.out.printf(
          Locale.ROOT,
          "%d pages of %d words: median %.0f ms, p95 %.0f ms, longest %.0f ms, "
              + "processor %.0f ms a page%n",
          pages,
          words,
          times[pages / 2],
          times[(int) Math.ceil(pages * .95) - 1],
          times[pages - 1],
          each);
    } finally {
      server.destroy();
    }
    return server.waitFor();
  }

  /** Pages of whole paragraphs until they have the words. */
  private List<String> made() {
    List<String> made = new ArrayList<>();
    StringBuilder page = new StringBuilder("Page\n");
    int counted = 0;
    for (Conversation conversation : Articles.read(corpus.toString(), 0)) {
      for (Block block : conversation.article().blocks()) {
        Span span = block.span();
        String paragraph = span.of(conversation.article().text());
        page.append('\n').append(paragraph).append('\n');
        counted += paragraph.split("\\s+").length;
        if (counted >= words) {
          made.add(page.toString());
          page = new StringBuilder("Page\n");
          counted = 0;
        }
      }
    }
    return made;
  }

  private long nanoseconds(URI url, String page) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(page)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the server answers " + answer.statusCode() + ": " + answer.body());
    }
    return System.nanoTime() - start;
  }

  private static long processorTime(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
