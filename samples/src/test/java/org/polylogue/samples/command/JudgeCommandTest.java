package org.polylogue.samples.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.samples.Main;

class JudgeCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private SimulatedResults results;
  private final StringWriter printed = new StringWriter();

  @BeforeEach
  void thereIsASample() throws IOException {
    results = new SimulatedResults(folder.resolve("results"), 30);
    assertThat(
            run("sample", at("results"), "--table", "sentiments", "--rows", "50", "--out", at("c")))
        .isZero();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... args) {
    printed.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(printed, true);
    return Main.run(out, out, args);
  }

  @Test
  void theModelsOfAnotherRunAreAJudge() {
    assertThat(run("judge", at("c/sample.csv"), "--judge", at("results"), "--out", at("j")))
        .as(printed.toString())
        .isZero();
    assertThat(printed.toString()).startsWith("50 rows, coded by polylogue");
    assertThat(run("validate", at("results"), at("j/coded.csv"), "--out", at("v"))).isZero();
    assertThat(printed.toString()).contains("50 coded rows; right: 1.00");
    assertThat(run("replicate", at("j"))).isZero();
  }

  @Test
  void aLanguageModelCodesOnceAndItsRecordAnswersByteForByteWithoutIt() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", LongWords::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    String[] judge = {
      "judge", at("c/sample.csv"), "--judge", address, "--model", "small", "--record", at("r.jsonl")
    };
    try {
      assertThat(run(with(judge, "--price=2,10", "--out", at("first"))))
          .as(printed.toString())
          .isZero();
    } finally {
      server.stop(0);
    }
    assertThat(printed.toString())
        .contains("50 answers asked for, 0 from the record; 5000 tokens in, 500 out")
        .contains("cost 0.0150");
    byte[] record = Files.readAllBytes(folder.resolve("r.jsonl"));
    assertThat(run(with(judge, "--offline", "--out", at("again")))).isZero();
    assertThat(printed.toString()).contains("0 answers asked for, 50 from the record");
    assertThat(folder.resolve("again/coded.csv"))
        .hasSameBinaryContentAs(folder.resolve("first/coded.csv"));
    assertThat(Files.readAllBytes(folder.resolve("r.jsonl"))).isEqualTo(record);
    assertThat(run("validate", at("results"), at("again/coded.csv"), "--out", at("v"))).isZero();
    assertThat(run("learn", at("results"), at("again/coded.csv"), "--force", "--out", at("m")))
        .as(printed.toString())
        .isZero();
  }

  private static String[] with(String[] args, String... more) {
    return Stream.of(args, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void whatIsMissingInACallIsNamed() {
    assertThat(
            run("judge", at("c/sample.csv"), "--judge", "http://localhost:1/v1", "--out", at("j")))
        .isEqualTo(2);
    assertThat(printed.toString()).contains("--model NAME and --record FILE");
    assertThat(run("judge", at("c/sample.csv"), "--judge", at("no.csv"), "--out", at("j")))
        .isEqualTo(2);
    assertThat(printed.toString()).contains("no such file");
    assertThat(folder.resolve("j/coded.csv")).doesNotExist();
  }

  /** A model that sees a tone in how long a passage is. */
  private static final class LongWords {

    static void answer(HttpExchange exchange) throws IOException {
      JsonNode messages = JSON.readTree(exchange.getRequestBody()).get("messages");
      String text = JSON.readTree(messages.get(1).get("content").asText()).get("text").asText();
      String code = List.of("negative", "neutral", "positive").get(text.hashCode() & 1);
      String content = JSON.writeValueAsString(Map.of("code", code, "evidence", text));
      byte[] body =
          JSON.writeValueAsBytes(
              Map.of(
                  "choices",
                  List.of(
                      Map.of(
                          "index", 0, "message", Map.of("role", "assistant", "content", content))),
                  "usage",
                  Map.of("prompt_tokens", 100, "completion_tokens", 10, "total_tokens", 110)));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }
  }
}
