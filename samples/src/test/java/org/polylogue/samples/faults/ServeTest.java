package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.language.EnglishGuard;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.CancelledException;
import org.polylogue.pipeline.DocumentLimits;
import org.polylogue.results.DiscourseJson;
import org.polylogue.samples.command.ErrorLines;
import org.polylogue.samples.command.ServeCommand;
import org.polylogue.samples.serve.DiscourseServer;
import org.polylogue.samples.serve.ServeLimits;
import picocli.CommandLine;

/** What {@code polylogue serve} answers, refuses and survives, on the loopback device. */
class ServeTest {

  private static final String PAGE =
      "The bridge\n\n\"The bridge is not safe,\" said Ann Corvin on Monday.\n\nIt stays shut.\n";
  private static final String LINE =
      "{\"schema\":\"polylogue-conversation/1\",\"article\":{\"id\":\"ID\",\"title\":\"T\","
          + "\"text\":\"The bridge is shut.\"}}";
  private static final int BYTES = 10_000;

  private static final Analysis<Conversation, Discourse> PLAIN =
      PlainAnalyze.discourse(DiscourseModels.shipped()).build();

  @TempDir Path temp;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void theAnswerToAPageIsTheLineThatAnalyzeWrites() throws Exception {
    Path page = Files.writeString(temp.resolve("bridge.txt"), PAGE);
    assertThat(analyze(page, temp.resolve("out"))).isZero();
    try (DiscourseServer server = server(PLAIN, 1, 0)) {
      HttpResponse<String> answer = post(server, "?name=bridge.txt", PAGE);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .isEqualTo(Files.readString(temp.resolve("out/discourse.jsonl")))
          .contains("not safe");
    }
  }

  @Test
  void linesAreAnsweredInTheirOrderAndADamagedOneTellsPlaceCauseAndCure() throws Exception {
    String lines = LINE.replace("ID", "a1") + "\n{\"art\n" + LINE.replace("ID", "a2") + "\n";
    try (DiscourseServer server = server(PLAIN, 1, 0)) {
      List<String> answers = post(server, "?name=some.jsonl", lines).body().lines().toList();
      assertThat(answers).hasSize(3);
      assertThat(answers.get(0)).contains("\"id\":\"a1\"");
      assertThat(answers.get(1))
          .startsWith("{\"error\":{\"place\":\"some.jsonl:2\",\"cause\":\"")
          .contains("\"cure\":\"");
      assertThat(answers.get(2)).contains("\"id\":\"a2\"");
    }
  }

  @Test
  void whatCannotBeReadAtAllIsNoSuccess() throws Exception {
    try (DiscourseServer server = server(PLAIN, 1, 0)) {
      assertThat(post(server, "?name=x.jsonl", "{\"art").statusCode()).isEqualTo(422);
      assertThat(post(server, "", "").statusCode()).isEqualTo(422);
    }
  }

  @Test
  void noticesComeWhereTheyAreAskedFor() throws Exception {
    String page =
        "Die Brücke\n\nDie Brücke ist seit Montag zu, und niemand weiß, wie lange noch.\n";
    Charset latin = StandardCharsets.ISO_8859_1;
    try (DiscourseServer server = server(PLAIN, 1, 0)) {
      HttpRequest request =
          request(server, "/analyze?notices=true")
              .header("Content-Type", "text/plain; charset=iso-8859-1")
              .POST(HttpRequest.BodyPublishers.ofByteArray(page.getBytes(latin)))
              .build();
      List<String> answers = send(request).body().lines().toList();
      assertThat(answers.get(0)).contains("Brücke");
      assertThat(answers.get(1)).startsWith("{\"notice\":{").contains("not in English");
    }
  }

  @Test
  void aPageThatLeadsItsOwnNameHereIsRefused() throws Exception {
    try (DiscourseServer server = server(PLAIN, 1, 0)) {
      for (String host : List.of("pages.example", "localhost.pages.example:80", "")) {
        assertThat(raw(server, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
            .startsWith("HTTP/1.1 403")
            .contains("\"cause\":\"this server is not called ");
      }
      for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:80", "desk")) {
        assertThat(raw(server, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
            .as(host)
            .startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void aPageOfAnotherSiteIsRefused() throws Exception {
    try (DiscourseServer server = server(PLAIN, 1, 0)) {
      for (String origin : List.of("http://pages.example", "null")) {
        HttpRequest request =
            request(server, "/analyze")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(PAGE))
                .build();
        assertThat(send(request).statusCode()).isEqualTo(403);
      }
    }
  }

  @Test
  void aBodyOverTheLimitIsRefusedWhetherItTellsItsLengthOrNot() throws Exception {
    byte[] body = "x".repeat(BYTES + 1).getBytes(StandardCharsets.US_ASCII);
    try (DiscourseServer server = server(PLAIN, 1, 0)) {
      for (HttpRequest.BodyPublisher publisher :
          List.of(
              HttpRequest.BodyPublishers.ofByteArray(body),
              HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
        HttpResponse<String> answer = send(request(server, "/analyze").POST(publisher).build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("longer than 10000 bytes").contains("--max-bytes");
      }
    }
  }

  @Test
  void otherPathsMethodsParametersAndNamesAreRefused() throws Exception {
    try (DiscourseServer server = server(PLAIN, 1, 0)) {
      assertThat(send(request(server, "/else").build()).statusCode()).isEqualTo(404);
      HttpResponse<String> method = send(request(server, "/analyze").build());
      assertThat(method.statusCode()).isEqualTo(405);
      assertThat(method.headers().firstValue("Allow")).contains("POST");
      for (String query : List.of("?nam=x", "?notices=1", "?name=..%2Fx", "?name=", "?name=%00")) {
        HttpResponse<String> answer = post(server, query, PAGE);
        assertThat(answer.statusCode()).as(query).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":{\"place\":\"the request\"");
      }
    }
  }

  @Test
  void whoFindsNoPlaceIsToldToComeBackAndWhoIsInsideIsAnswered() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    try (DiscourseServer server = server(waiting(inside, open), 1, 0)) {
      CompletableFuture<HttpResponse<String>> first =
          client.sendAsync(
              request(server, "/analyze").POST(HttpRequest.BodyPublishers.ofString(PAGE)).build(),
              HttpResponse.BodyHandlers.ofString());
      inside.await();
      HttpResponse<String> second = post(server, "", PAGE);
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).isPresent();
      FutureTask<Void> drained =
          new FutureTask<>(
              () -> {
                server.drain(Duration.ofMinutes(1));
                return null;
              });
      new Thread(drained).start();
      open.countDown();
      assertThat(first.get().statusCode()).isEqualTo(200);
      drained.get();
      assertThat(post(server, "", PAGE).body()).contains("it is stopping");
    }
  }

  @Test
  void anArticleOverItsTimeIsAnErrorAndTheServerGoesOn() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Analysis<Conversation, Discourse> slow =
        (conversation, scope) -> {
          if (conversation.article().id().equals("slow")) {
            await(never);
          }
          return PLAIN.analyze(conversation, scope);
        };
    try (DiscourseServer server = server(slow, Duration.ofMinutes(5), Duration.ofMillis(300))) {
      HttpResponse<String> late = post(server, "?name=slow.txt", PAGE);
      assertThat(late.statusCode()).isEqualTo(422);
      assertThat(late.body()).contains("\"place\":\"slow\"").contains("\"cure\":");
    }
    try (DiscourseServer server = server(slow, Duration.ofSeconds(4), Duration.ofMinutes(5))) {
      HttpResponse<String> late = post(server, "?name=slow.txt", PAGE);
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.body()).contains("longer than 4 s").contains("--request-time");
    }
  }

  @Test
  void analyzeWithAServerWritesTheSameFilesAndTheServerStopsWell() throws Exception {
    Path input = Files.writeString(temp.resolve("in.txt"), PAGE);
    assertThat(analyze(input, temp.resolve("here"))).isZero();
    PipedReader printed = new PipedReader();
    PrintWriter out = new PrintWriter(new PipedWriter(printed), true);
    CommandLine command =
        ErrorLines.in(
                new CommandLine(
                    new ServeCommand(length -> PlainAnalyze.discourse(DiscourseModels.shipped()))))
            .setOut(out);
    FutureTask<Integer> serving =
        new FutureTask<>(() -> command.execute("--port", "0", "--judges", "lean"));
    Thread thread = new Thread(serving);
    thread.start();
    String line = new BufferedReader(printed).readLine();
    String url = line.substring(line.indexOf("http://"));

    assertThat(analyze(input, temp.resolve("there"), "--server", url)).isZero();
    Map<String, String> here = OutputFiles.of(temp.resolve("here"));
    Map<String, String> there = OutputFiles.of(temp.resolve("there"));
    assertThat(there.remove("run.json")).contains("\"server\" : \"" + url + "\"");
    here.remove("run.json");
    assertThat(there).isEqualTo(here);

    StringWriter errors = new StringWriter();
    int code =
        PlainAnalyze.run(
            new PrintWriter(errors),
            new PrintWriter(errors),
            input.toString(),
            "--out",
            temp.resolve("no").toString(),
            "--server",
            url,
            "--only",
            "quotations");
    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("--only is for the server");

    thread.interrupt();
    assertThat(serving.get()).isZero();
    assertThat(analyze(input, temp.resolve("late"), "--server", url)).isEqualTo(2);
  }

  private static int analyze(Path input, Path out, String... options) {
    List<String> args = new ArrayList<>(List.of(input.toString(), "--out"));
    args.add(out.toString());
    args.addAll(List.of(options));
    PrintWriter err = new PrintWriter(System.err, true);
    return PlainAnalyze.run(new PrintWriter(new StringWriter()), err, args.toArray(new String[0]));
  }

  private static Analysis<Conversation, Discourse> waiting(
      CountDownLatch inside, CountDownLatch open) {
    return (conversation, scope) -> {
      inside.countDown();
      await(open);
      return PLAIN.analyze(conversation, scope);
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new CancelledException("interrupted");
    }
  }

  private static DiscourseServer server(
      Analysis<Conversation, Discourse> analysis, int threads, int queue) throws IOException {
    return server(analysis, threads, queue, Duration.ofMinutes(5), Duration.ofMinutes(5));
  }

  private static DiscourseServer server(
      Analysis<Conversation, Discourse> analysis, Duration request, Duration article)
      throws IOException {
    return server(analysis, 1, 0, request, article);
  }

  private static DiscourseServer server(
      Analysis<Conversation, Discourse> analysis,
      int threads,
      int queue,
      Duration request,
      Duration article)
      throws IOException {
    return new DiscourseServer(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Set.of("Desk"),
        new ServeLimits(
            threads, queue, BYTES, request, article, ReadLimits.DEFAULT, DocumentLimits.DEFAULT),
        CorpusReader.standard(),
        analysis,
        document ->
            EnglishGuard.isEnglish(document.text())
                ? List.of()
                : List.of(new Notice(Notice.Kind.DOUBTFUL, 0, "", "not in English")),
        new DiscourseJson(),
        Map.of("options", Map.of()));
  }

  private static HttpRequest.Builder request(DiscourseServer server, String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.address().getPort() + path));
  }

  private HttpResponse<String> post(DiscourseServer server, String query, String body)
      throws IOException, InterruptedException {
    return send(
        request(server, "/analyze" + query)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** An answer to a request that Java's client would not send. */
  private static String raw(DiscourseServer server, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
