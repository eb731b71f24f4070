package org.polylogue.benchmarks.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;

/** {@code speed}: runs the JMH benchmarks and prints what they took as ratios. */
@CommandLine.Command(
    name = "speed",
    description = "Measures throughput beside CoreNLP's, as ratios within one run.",
    footer = {
      "",
      "Further options and names of benchmarks are handed to JMH; -h there: speed -- -h",
      "Benchmarks: PairBenchmark, StageBenchmark, GrowthBenchmark, LoadBenchmark, FormatBenchmark."
    },
    mixinStandardHelpOptions = true)
public final class Speed implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Option(
      names = "--corpus",
      defaultValue = "samples/corpus",
      description = "Articles to run over; default: ${DEFAULT-VALUE}.")
  private Path corpus;

  @CommandLine.Option(
      names = "--articles",
      defaultValue = "12",
      description = "How many of them, 0 for all; default: ${DEFAULT-VALUE}.")
  private int articles;

  @CommandLine.Option(names = "--json", description = "Where to write the figures as JSON.")
  private Path json;

  @CommandLine.Unmatched private List<String> jmh = new ArrayList<>();

  /** For the command line. */
  public Speed() {}

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(corpus)) {
      throw new IllegalArgumentException("no corpus at " + corpus + "; give --corpus DIR");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Laps> laps = new ArrayList<>();
    try {
      CommandLineOptions given = new CommandLineOptions(jmh.toArray(String[]::new));
      if (given.shouldHelp()) {
        given.showHelp();
        return 0;
      }
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .parent(given)
              .param("corpus", corpus.toString())
              .shouldFailOnError(true);
      if (given.getIncludes().isEmpty()) {
        options.include("org.polylogue.benchmarks.speed");
      }
      options.param("articles", Integer.toString(articles));
      Collection<RunResult> results = new Runner(options.build()).run();
      laps.addAll(Laps.of(results));
    } catch (RunnerException | CommandLineOptionException e) {
      throw new IllegalArgumentException("speed: " + e.getMessage(), e);
    }
    List<Ratio> ratios = new ArrayList<>();
    for (Laps lap : laps) {
      print(lap, out);
      ratios.addAll(Ratio.of(lap));
    }
    out.printf("%n%-58s %8s %8s %8s   %s%n", "ratio", "lowest", "median", "highest", "to reach");
    for (Ratio ratio : ratios) {
      out.printf(
          Locale.ROOT,
          "%-58s %8.2f %8.2f %8.2f   %s%n",
          ratio.name(),
          ratio.lowest(),
          ratio.median(),
          ratio.highest(),
          ratio.goal());
    }
    out.flush();
    write(laps, ratios);
    return 0;
  }

  private static void print(Laps lap, PrintWriter out) {
    out.printf("%n%s%n", lap.benchmark());
    Map<String, Double> medians = lap.medians();
    medians.forEach(
        (name, value) -> {
          switch (name) {
            case "tokens", "characters" ->
                out.printf(Locale.ROOT, "  %-24s %,12.0f%n", name, value);
            case "heap" -> out.printf(Locale.ROOT, "  %-24s %,12.1f MB%n", name, value / 1e6);
            default ->
                out.printf(
                    Locale.ROOT,
                    "  %-24s %,12.1f ms%s%n",
                    name,
                    value / 1e6,
                    throughput(medians, value));
          }
        });
  }

  private static String throughput(Map<String, Double> medians, double nanoseconds) {
    if (medians.containsKey("tokens")) {
      double tokens = medians.get("tokens");
      return String.format(
          Locale.ROOT,
          "   %,10.0f tokens/s  %,8.1f µs/token",
          tokens / nanoseconds * 1e9,
          nanoseconds / tokens / 1e3);
    }
    if (medians.containsKey("characters")) {
      double perSecond = medians.get("characters") / nanoseconds * 1e3;
      return String.format(Locale.ROOT, "   %,10.1f million characters/s", perSecond);
    }
    return "";
  }

  private void write(List<Laps> laps, List<Ratio> ratios) throws IOException {
    if (json != null) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("machine", System.getProperty("os.arch") + ", " + processors() + " processors");
      all.put("java", Runtime.version().toString());
      all.put("corpus", corpus.getFileName().toString());
      all.put("articles", articles);
      all.put("laps", laps);
      all.put("ratios", ratios);
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), all);
    }
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
