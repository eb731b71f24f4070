package org.polylogue.samples.command;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.CancelledException;
import org.polylogue.pipeline.Provenance;
import org.polylogue.pipeline.Scope;
import org.polylogue.results.DiscourseJson;
import org.polylogue.samples.serve.DiscourseServer;
import org.polylogue.samples.serve.ServeLimits;
import org.polylogue.text.OffsetUnit;
import picocli.CommandLine;

/** {@code polylogue serve}. */
@CommandLine.Command(
    name = "serve",
    description =
        "Keeps the models loaded and answers over HTTP with the lines of discourse.jsonl,"
            + " until it is stopped.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Requests and answers are described in docs/serve.md.",
      "",
      "Examples:",
      "  polylogue serve",
      "  polylogue serve --port 9000 --judges lean --max-bytes 1000000",
      "  curl --data-binary @page.txt 'localhost:8017/analyze?name=page.txt'",
      "  polylogue analyze pages --out results --server http://localhost:8017"
    })
public final class ServeCommand implements Callable<Integer> {

  /** The property of Java's server for how many seconds a request may take to arrive. */
  private static final String ARRIVAL = "sun.net.httpserver.maxReqTime";

  /** The property that lets it send small answers at once. */
  private static final String AT_ONCE = "sun.net.httpserver.nodelay";

  private static final Duration GRACE = Duration.ofSeconds(30);

  @CommandLine.Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "Address to listen at; default: ${DEFAULT-VALUE}, which other machines do not reach."
              + " Nothing is encrypted, and nobody is asked for a password.")
  private String host = "127.0.0.1";

  @CommandLine.Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen at, 0 for any that is free; default: ${DEFAULT-VALUE}.")
  private int port = 8017;

  @CommandLine.Option(
      names = "--names",
      paramLabel = "NAME",
      split = ",",
      description =
          "What requests may call this server beside localhost and its address; separated by"
              + " commas.")
  private Set<String> names = Set.of();

  @CommandLine.Option(
      names = "--threads",
      paramLabel = "N",
      description = "Requests analysed at once; default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Option(
      names = "--queue",
      paramLabel = "N",
      description =
          "Requests that may wait for their turn, further ones are refused; default:"
              + " ${DEFAULT-VALUE}.")
  private int queue = 16;

  @CommandLine.Option(
      names = "--max-bytes",
      paramLabel = "N",
      description = "Longest body of a request; default: ${DEFAULT-VALUE}.")
  private int bytes = 16_000_000;

  @CommandLine.Option(
      names = "--request-time",
      paramLabel = "SECONDS",
      description = "Wall time that one request may take; default: ${DEFAULT-VALUE}.")
  private int requestTime = 900;

  @CommandLine.Option(
      names = "--offsets",
      paramLabel = "UNIT",
      converter = OffsetUnitConverter.class,
      description = "What offsets in answers count: utf-16 (default) or code-points.")
  private OffsetUnit unit = OffsetUnit.UTF_16;

  @CommandLine.Mixin private AnalysisOptions options;

  @CommandLine.Mixin private LimitOptions limits;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private final IntFunction<DiscourseAnalysis.Builder> loading;

  /** The command on Stanford CoreNLP. */
  public ServeCommand() {
    this(AnalysisOptions::standard);
  }

  /**
   * The command with another analysis.
   *
   * @param loading as {@link AnalyzeCommand#AnalyzeCommand(IntFunction)}
   */
  public ServeCommand(IntFunction<DiscourseAnalysis.Builder> loading) {
    this.loading = Objects.requireNonNull(loading, "loading");
  }

  @Override
  public Integer call() throws IOException {
    limits.check(spec.commandLine());
    LimitOptions.atLeast(spec.commandLine(), "--threads", threads, 1);
    LimitOptions.atLeast(spec.commandLine(), "--queue", queue, 0);
    LimitOptions.atLeast(spec.commandLine(), "--max-bytes", bytes, 1);
    LimitOptions.atLeast(spec.commandLine(), "--request-time", requestTime, 1);
    LimitOptions.atLeast(spec.commandLine(), "--port", port, 0);
    options.check();
    options.readModels();
    Stop stop = Stop.watch();
    try (EncoderJudges encoder = EncoderJudges.shipped()) {
      Analysis<Conversation, Discourse> analysis =
          options.of(loading.apply(limits.wordLength()), options.table(), encoder, false);
      new Scope().get(analysis, greeting());
      try (DiscourseServer server = server(analysis)) {
        announce(server.address());
        untilAsked(server);
      }
    } catch (CancelledException e) {
      return stop.exitCode();
    } finally {
      stop.close();
    }
    return 0;
  }

  private void announce(InetSocketAddress at) {
    String address = at.getAddress().getHostAddress();
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "polylogue %s listens at http://%s:%d%n",
            Provenance.currentVersion(),
            address.contains(":") ? "[" + address + "]" : address,
            at.getPort());
    spec.commandLine().getOut().flush();
  }

  private static void untilAsked(DiscourseServer server) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      try {
        server.drain(GRACE);
      } catch (InterruptedException again) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private DiscourseServer server(Analysis<Conversation, Discourse> analysis) throws IOException {
    System.setProperty(ARRIVAL, Integer.toString(requestTime));
    System.setProperty(AT_ONCE, "true");
    try {
      return new DiscourseServer(
          new InetSocketAddress(InetAddress.getByName(host), port),
          names,
          new ServeLimits(
              threads,
              queue,
              bytes,
              Duration.ofSeconds(requestTime),
              limits.time(),
              limits.reading(),
              limits.documents()),
          new ReadingOptions().reader(),
          analysis,
          options.doubts(limits.wordLength()),
          new DiscourseJson(unit),
          description());
    } catch (UnknownHostException e) {
      throw new CommandFailure(
          "there is no address " + host + "; name one of this machine after --host", e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--port is " + port + ", but goes from 0 to 65535", e);
    } catch (BindException e) {
      throw new CommandFailure(
          "cannot listen at "
              + host
              + ", port "
              + port
              + ": "
              + e.getMessage()
              + "; choose another --port, or stop what uses it",
          e);
    }
  }

  /** What the server is, so that a client knows what its answers depend on. */
  private Map<String, Map<String, String>> description() throws IOException {
    Map<String, String> values = new TreeMap<>();
    Map<String, Object> given = new TreeMap<>(options.values());
    given.putAll(limits.values());
    given.forEach((option, value) -> values.put(option, value.toString()));
    Map<String, Map<String, String>> description = new LinkedHashMap<>();
    description.put(AnalysisOptions.IDENTITY, options.identity());
    description.put(AnalysisOptions.OPTIONS, values);
    return description;
  }

  /** A small page, so that all models are loaded before the first request. */
  private static Conversation greeting() {
    return Conversation.of(
        Article.of(
            "greeting",
            "The bridge stays open",
            "The bridge is safe, Ann Corvin said on Monday. \"We shall mend it,\" she added."),
        List.of(Comment.of("greeting/1", "Corvin is right, the bridge is a good one.")));
  }
}
