package org.polylogue.benchmarks.lexis;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.lexis.count.CountRows;
import org.polylogue.lexis.topic.Coherence;
import org.polylogue.lexis.topic.Lda;
import org.polylogue.lexis.topic.TopicModel;

/**
 * Topics of a folder of texts by this library and by MALLET, beside each other: coherence of the
 * ten most frequent words of each topic, and tokens a second on one thread. MALLET is no dependency
 * (its licence is the CPL); its jars are fetched by
 *
 * <pre>
 * mvn dependency:copy-dependencies -DoutputDirectory=lib   (of a pom with cc.mallet:mallet:2.0.8)
 * java -cp benchmarks/target/benchmarks.jar org.polylogue.benchmarks.lexis.TopicsBesideMallet \
 *     lib ../shared/gold/polnear/train/text 20,50 1000 5
 * </pre>
 *
 * The last numbers are topics, sweeps and how many seeds. Words are runs of letters in lower case,
 * of three letters or more, in five texts or more and in no more than a quarter of them. MALLET
 * learns its priors as we do, every ten sweeps after the first fifty. Both run on one thread of
 * this process; times are its processor seconds, compilation and collection included.
 */
public final class TopicsBesideMallet {

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final int TOP = 10;

  private TopicsBesideMallet() {}

  /**
   * Measures.
   *
   * @param args folder of MALLET's jars, folder of texts, topics, sweeps, seeds
   * @throws Exception if a file cannot be read or MALLET cannot be run
   */
  public static void main(String[] args) throws Exception {
    List<List<String>> texts = read(Path.of(args[1]));
    List<String> words = vocabulary(texts);
    CountRows rows = rows(texts, words);
    int tokens = 0;
    for (int cell = 0; cell < rows.start(rows.rows()); cell++) {
      tokens += rows.count(cell);
    }
    System.out.printf("%d texts, %d words, %d tokens%n", rows.rows(), words.size(), tokens);
    Path folder = Files.createTempDirectory("topics");
    Path corpus = mallet(args[0], folder, texts, words);
    int sweeps = Integer.parseInt(args[3]);
    Coherence coherence = Coherence.of(rows);
    for (String topics : args[2].split(",")) {
      int k = Integer.parseInt(topics);
      double[] ours = new double[Integer.parseInt(args[4])];
      double[] theirs = new double[ours.length];
      double time = 0;
      double malletTime = 0;
      for (int seed = 1; seed <= ours.length; seed++) {
        double start = cpu();
        TopicModel model = Lda.of(k).withSweeps(sweeps, 10).withSeed(seed).fit(rows);
        time += cpu() - start;
        List<int[]> top = new ArrayList<>();
        for (int topic = 0; topic < k; topic++) {
          top.add(model.topWords(topic, TOP));
        }
        ours[seed - 1] = mean(coherence, top);
        Path counts = folder.resolve("counts-" + k + "-" + seed);
        malletTime += train(args[0], corpus, counts, k, sweeps, seed);
        theirs[seed - 1] = mean(coherence, top(counts, words, k));
        System.out.printf(
            Locale.ROOT,
            "K %d, seed %d: NPMI %.4f, MALLET %.4f%n",
            k,
            seed,
            ours[seed - 1],
            theirs[seed - 1]);
      }
      double all = (double) tokens * sweeps * ours.length;
      System.out.printf(
          Locale.ROOT,
          "K %d: NPMI %.4f (sd %.4f), MALLET %.4f (sd %.4f); tokens a second %.0f, MALLET %.0f, ratio %.2f%n",
          k,
          mean(ours),
          deviation(ours),
          mean(theirs),
          deviation(theirs),
          all / time,
          all / malletTime,
          malletTime / time);
    }
  }

  private static double mean(Coherence coherence, List<int[]> topics) {
    return topics.stream().mapToDouble(coherence::npmi).average().orElseThrow();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum()
            / Math.max(1, values.length - 1));
  }

  static List<List<String>> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    List<List<String>> texts = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      texts.add(WORD.matcher(text).results().map(MatchResult::group).toList());
    }
    return texts;
  }

  static List<String> vocabulary(List<List<String>> texts) {
    Map<String, Integer> ranges = new TreeMap<>();
    for (List<String> text : texts) {
      text.stream().distinct().forEach(word -> ranges.merge(word, 1, Integer::sum));
    }
    ranges.values().removeIf(range -> range < 5 || range > texts.size() / 4);
    return List.copyOf(ranges.keySet());
  }

  static CountRows rows(List<List<String>> texts, List<String> words) {
    Map<String, Integer> columns = new HashMap<>();
    words.forEach(word -> columns.put(word, columns.size()));
    CountRows.Builder rows = CountRows.builder(words.size());
    for (List<String> text : texts) {
      TreeMap<Integer, Integer> counts = new TreeMap<>();
      text.stream()
          .map(columns::get)
          .filter(Objects::nonNull)
          .forEach(column -> counts.merge(column, 1, Integer::sum));
      rows.add(ints(counts.keySet()), ints(counts.values()));
    }
    return rows.build();
  }

  private static int[] ints(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Path mallet(String lib, Path folder, List<List<String>> texts, List<String> words)
      throws Exception {
    Set<String> known = new HashSet<>(words);
    Path file = folder.resolve("corpus.txt");
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
      for (int row = 0; row < texts.size(); row++) {
        writer.println(
            row
                + "\tx\t"
                + String.join(" ", texts.get(row).stream().filter(known::contains).toList()));
      }
    }
    Path vectors = folder.resolve("corpus.mallet");
    run(
        lib,
        "cc.mallet.classify.tui.Csv2Vectors",
        "--input",
        file.toString(),
        "--output",
        vectors.toString(),
        "--keep-sequence",
        "--token-regex",
        "\\p{L}+",
        "--line-regex",
        "^(\\S*)\\t(\\S*)\\t(.*)$");
    return vectors;
  }

  /** Trains in this process, so that both are timed alike; returns processor seconds. */
  private static double train(String lib, Path corpus, Path counts, int k, int sweeps, int seed)
      throws Exception {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(lib))) {
      for (Path jar : files.sorted().toList()) {
        jars.add(jar.toUri().toURL());
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass("cc.mallet.topics.ParallelTopicModel");
      Class<?> lists = loader.loadClass("cc.mallet.types.InstanceList");
      Object instances = lists.getMethod("load", File.class).invoke(null, corpus.toFile());
      Object model =
          type.getConstructor(int.class, double.class, double.class).newInstance(k, 5.0, 0.01);
      type.getMethod("setRandomSeed", int.class).invoke(model, seed);
      type.getMethod("setNumThreads", int.class).invoke(model, 1);
      type.getMethod("setNumIterations", int.class).invoke(model, sweeps);
      type.getMethod("setOptimizeInterval", int.class).invoke(model, 10);
      type.getMethod("setBurninPeriod", int.class).invoke(model, 50);
      type.getMethod("setTopicDisplay", int.class, int.class).invoke(model, sweeps + 1, 0);
      double start = cpu();
      type.getMethod("addInstances", lists).invoke(model, instances);
      type.getMethod("estimate").invoke(model);
      double time = cpu() - start;
      type.getMethod("printTypeTopicCounts", File.class).invoke(model, counts.toFile());
      return time;
    }
  }

  /** Seconds of all processors that this process has used. */
  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private static List<int[]> top(Path counts, List<String> words, int k) throws IOException {
    List<List<int[]>> topics = new ArrayList<>();
    for (int topic = 0; topic < k; topic++) {
      topics.add(new ArrayList<>());
    }
    for (String line : Files.readAllLines(counts)) {
      String[] fields = line.split(" ");
      int word = Collections.binarySearch(words, fields[1]);
      for (int i = 2; i < fields.length; i++) {
        String[] pair = fields[i].split(":");
        topics.get(Integer.parseInt(pair[0])).add(new int[] {word, Integer.parseInt(pair[1])});
      }
    }
    return topics.stream()
        .map(
            topic ->
                topic.stream()
                    .sorted(
                        Comparator.comparingInt((int[] pair) -> -pair[1])
                            .thenComparing(pair -> pair[0]))
                    .limit(TOP)
                    .mapToInt(pair -> pair[0])
                    .toArray())
        .toList();
  }

  private static String run(String lib, String type, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("java", "-Xmx4g", "-cp", lib + "/*", type));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(type + " failed: " + printed);
    }
    return printed;
  }
}
