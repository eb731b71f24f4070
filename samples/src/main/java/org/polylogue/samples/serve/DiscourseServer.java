package org.polylogue.samples.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Encoding;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.CancelledException;
import org.polylogue.results.DiscourseJson;
import org.polylogue.results.run.AnalysisRun;
import org.polylogue.results.run.ItemResult;
import org.polylogue.text.Explanation;

/**
 * Answers over HTTP with the lines that {@code polylogue analyze} writes, as {@code docs/serve.md}
 * describes. It opens no connection of its own and writes no file; a body is kept in memory while
 * it is analysed. Thread-safe.
 */
public final class DiscourseServer implements AutoCloseable {

  /** Where documents are sent. */
  static final String ANALYZE = "/analyze";

  /** Threads for requests that are refused or only ask what this server is. */
  private static final int MORE_THREADS = 8;

  private static final int LONGEST_NAME = 200;
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s{0,9}=\\s{0,9}\"?([\\w.:-]{1,40})");
  private static final JsonFactory JSON = new JsonFactory();

  private final HttpServer http;
  private final HostCheck hosts;
  private final ServeLimits limits;
  private final CorpusReader reader;
  private final AnalysisRun run;
  private final DiscourseJson json;
  private final String description;
  private final Semaphore places;
  private final Semaphore turns;
  private final ExecutorService workers;
  private final ScheduledExecutorService clock;
  private volatile boolean stopping;

  /**
   * Starts to listen.
   *
   * @param address where; port 0 for any that is free
   * @param names what {@code Host} may be beside {@code localhost} and the address
   * @param limits what it takes on
   * @param reader reads bodies; its own limits do not hold
   * @param analysis answers
   * @param doubts what is to be noticed of a document, such as its language
   * @param json how answers are written
   * @param description what {@code GET /} tells: values by name in sections
   * @throws IOException if it cannot listen there
   */
  public DiscourseServer(
      InetSocketAddress address,
      Set<String> names,
      ServeLimits limits,
      CorpusReader reader,
      Analysis<Conversation, Discourse> analysis,
      Function<Document, List<Notice>> doubts,
      DiscourseJson json,
      Map<String, Map<String, String>> description)
      throws IOException {
    this.limits = Objects.requireNonNull(limits, "limits");
    this.reader = Objects.requireNonNull(reader, "reader");
    this.run =
        new AnalysisRun(reader, analysis, 1)
            .doubting(doubts)
            .within(limits.article(), limits.documents());
    this.json = Objects.requireNonNull(json, "json");
    this.description = text(description);
    this.hosts = new HostCheck(address.getAddress(), names);
    this.places = new Semaphore(limits.threads() + limits.queue());
    this.turns = new Semaphore(limits.threads(), true);
    this.http = HttpServer.create(address, 0);
    this.workers = Executors.newFixedThreadPool(limits.threads() + limits.queue() + MORE_THREADS);
    this.clock = Executors.newSingleThreadScheduledExecutor(DiscourseServer::daemon);
    http.setExecutor(workers);
    http.createContext("/", this::handle);
    http.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "polylogue-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Where it listens.
   *
   * @return the address with the port that was taken
   */
  public InetSocketAddress address() {
    return http.getAddress();
  }

  /**
   * Takes no further documents and waits for those that are under way.
   *
   * @param most how long to wait
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void drain(Duration most) throws InterruptedException {
    stopping = true;
    places.tryAcquire(limits.threads() + limits.queue(), most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends at once; whoever waits for an answer loses the connection. */
  @Override
  public void close() {
    stopping = true;
    http.stop(0);
    workers.shutdownNow();
    clock.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Deadline deadline = new Deadline(clock, limits.request());
    try (exchange) {
      Refusal refusal = refusal(exchange);
      if (refusal != null) {
        send(exchange, refusal.status, refusal.error.line());
      } else if (!exchange.getRequestURI().getPath().equals(ANALYZE)) {
        send(exchange, 200, description);
      } else if (stopping || !places.tryAcquire()) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        ServedError busy =
            stopping
                ? new ServedError("the server", "it is stopping", "start it again")
                : new ServedError("the server", "too many requests wait", "ask again later");
        send(exchange, 503, busy.line());
      } else {
        try {
          analyze(exchange);
        } finally {
          places.release();
        }
      }
    } finally {
      deadline.close();
    }
  }

  /** Why a request is not looked at, with the status that says so. */
  private record Refusal(int status, ServedError error) {}

  private Refusal refusal(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (!hosts.isOwn(host)) {
      return new Refusal(
          403,
          new ServedError(
              "the header Host",
              "this server is not called " + host,
              "ask localhost, or start the server with --names"));
    }
    if (!hosts.isOwnOrigin(exchange.getRequestHeaders().getFirst("Origin"))) {
      return new Refusal(
          403,
          new ServedError(
              "the header Origin",
              "pages of other sites may not ask",
              "ask from a program, not from a page"));
    }
    String path = exchange.getRequestURI().getPath();
    boolean analyze = path.equals(ANALYZE);
    if (!analyze && !path.equals("/")) {
      return new Refusal(
          404,
          new ServedError(
              path, "there is nothing here", "POST documents to " + ANALYZE + ", or GET /"));
    }
    String method = analyze ? "POST" : "GET";
    if (!exchange.getRequestMethod().equals(method)) {
      exchange.getResponseHeaders().set("Allow", method);
      return new Refusal(
          405, new ServedError(path, "takes no " + exchange.getRequestMethod(), "use " + method));
    }
    return null;
  }

  private void analyze(HttpExchange exchange) throws IOException {
    CorpusSource source;
    boolean notices;
    try {
      Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
      notices = flag(query.getOrDefault("notices", "false"));
      String name = name(query.getOrDefault("name", "document"));
      byte[] body = body(exchange);
      if (body == null) {
        send(
            exchange,
            413,
            new ServedError(
                    name,
                    "the body is longer than " + limits.bytes() + " bytes",
                    "send fewer documents at once, or start the server with --max-bytes")
                .line());
        return;
      }
      source =
          CorpusSource.of(
                  name,
                  () -> new ByteArrayInputStream(body),
                  CorpusSource.nameOf(Path.of(name)),
                  limits.reading())
              .in(charset(exchange.getRequestHeaders().getFirst("Content-Type")));
    } catch (IllegalArgumentException e) {
      send(exchange, 400, ServedError.of("the request", Explanation.of(e), "see the docs").line());
      return;
    }
    try {
      turns.acquire();
    } catch (InterruptedException e) {
      send(exchange, 503, ended(e).line());
      return;
    }
    try (Stream<ItemResult<ReadOutcome>> results =
        run.results(reader.read(source), Function.identity())) {
      answer(exchange, results.iterator(), notices);
    } finally {
      turns.release();
    }
  }

  /** Why an answer ends before its documents do. */
  private ServedError ended(Exception e) {
    boolean late = e instanceof InterruptedException || e instanceof CancelledException;
    if (late && stopping) {
      return new ServedError("the server", "it is stopping", "start it again");
    }
    return late
        ? new ServedError(
            "the request",
            "it takes longer than " + limits.request().toSeconds() + " s",
            "send fewer documents at once, or start the server with --request-time")
        : ServedError.of("the request", Explanation.of(e), "please report it");
  }

  /** Lines as they come; the status waits for the first answer, or for the end without one. */
  private void answer(
      HttpExchange exchange, Iterator<ItemResult<ReadOutcome>> results, boolean notices)
      throws IOException {
    List<String> first = new ArrayList<>();
    boolean analysed = false;
    try {
      while (!analysed && results.hasNext()) {
        ItemResult<ReadOutcome> result = results.next();
        analysed = result instanceof ItemResult.Analysed<ReadOutcome>;
        first.addAll(lines(result, notices));
      }
    } catch (RuntimeException e) {
      Thread.interrupted(); // writing while it is set would close the connection
      send(exchange, e instanceof CancelledException ? 503 : 500, ended(e).line());
      return;
    }
    head(exchange);
    exchange.sendResponseHeaders(analysed ? 200 : 422, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 14)) {
      write(out, first);
      try {
        while (results.hasNext()) {
          write(out, lines(results.next(), notices));
        }
      } catch (RuntimeException e) {
        Thread.interrupted();
        write(out, List.of(ended(e).line()));
      }
    }
  }

  private static void write(OutputStream out, List<String> lines) throws IOException {
    for (String line : lines) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }

  private List<String> lines(ItemResult<ReadOutcome> result, boolean notices) {
    if (result instanceof ItemResult.Analysed<ReadOutcome> analysed) {
      List<String> lines = new ArrayList<>(List.of(json.write(analysed.discourse())));
      if (notices) {
        String article = analysed.discourse().conversation().article().id();
        Stream.concat(analysed.read().notices().stream(), analysed.notices().stream())
            .forEach(notice -> lines.add(line(article, analysed.read(), notice)));
      }
      return lines;
    }
    if (result instanceof ItemResult.Failed<ReadOutcome> failed) {
      String id = failed.read().conversation().article().id();
      String cause = failed.stage() + ": " + failed.cause();
      return List.of(
          ServedError.of(id, cause, "leave the document out, and please report it").line());
    }
    ReadOutcome.Failed unread = ((ItemResult.Unread<ReadOutcome>) result).failure();
    return List.of(
        ServedError.of(
                unread.place().toString(), unread.reason(), "mend the document, or leave it out")
            .line());
  }

  private static String line(String article, ReadOutcome.Read read, Notice notice) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("article_id", article);
    fields.put("place", read.place().toString());
    fields.put("kind", notice.kind().toString());
    fields.put("excerpt", notice.excerpt());
    fields.put("reason", notice.reason());
    return text(Map.of("notice", fields));
  }

  /** The body, or null if it is longer than the limit. */
  private byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      String length = exchange.getRequestHeaders().getFirst("Content-Length");
      if (length != null && Long.parseLong(length) > limits.bytes()) {
        return null;
      }
      byte[] body = in.readNBytes(limits.bytes());
      return in.read() < 0 ? body : null;
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      if (!Set.of("name", "notices").contains(parts[0])) {
        throw new IllegalArgumentException(
            "there is no parameter " + parts[0] + "; use name and notices");
      }
      query.put(
          parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static boolean flag(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException("notices is " + value + "; say true or false");
    }
    return value.equals("true");
  }

  private static String name(String name) {
    boolean plain =
        !name.isBlank()
            && name.length() <= LONGEST_NAME
            && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    try {
      if (plain && Path.of(name).getNameCount() == 1) {
        return name;
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("the name is no file name; leave it out", e);
    }
    throw new IllegalArgumentException(
        "the name is no file name of at most " + LONGEST_NAME + " characters; leave it out");
  }

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType == null ? "" : contentType);
    return named.find()
        ? Encoding.ofWebLabel(named.group(1))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the encoding " + named.group(1) + " is not known; send UTF-8"))
        : StandardCharsets.UTF_8;
  }

  private static void head(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
  }

  private static void send(HttpExchange exchange, int status, String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    head(exchange);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String text(Map<String, Map<String, String>> sections) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      for (Map.Entry<String, Map<String, String>> section : sections.entrySet()) {
        out.writeObjectFieldStart(section.getKey());
        for (Map.Entry<String, String> value : section.getValue().entrySet()) {
          out.writeStringField(value.getKey(), value.getValue());
        }
        out.writeEndObject();
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
