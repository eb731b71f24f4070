package org.polylogue.samples.serve;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.corpus.spi.StrictJson;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.CancelledException;
import org.polylogue.pipeline.Scope;
import org.polylogue.results.DiscourseJson;
import org.polylogue.text.OffsetUnit;

/**
 * Asks a {@link DiscourseServer} instead of finding things itself. What fails there fails here,
 * with the same place, cause and cure; a server that has no room is asked again as long as the
 * caller's time limit lets it. Immutable and thread-safe.
 */
public final class RemoteAnalysis implements Analysis<Conversation, Discourse> {

  private static final int DEEPEST = 20;
  private static final int LONGEST = 50_000_000;
  private static final int BUSY = 503;

  private final URI server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final DiscourseJson json = new DiscourseJson(OffsetUnit.UTF_16, Layers.STANDARD);
  private final ObjectMapper errors = StrictJson.mapper(DEEPEST, LONGEST).build();

  /**
   * A client.
   *
   * @param server where the server is, such as {@code http://localhost:8017}
   */
  public RemoteAnalysis(URI server) {
    this.server = Objects.requireNonNull(server, "server");
  }

  /**
   * Asks what the server is.
   *
   * @return values by name in sections
   * @throws IOException if nobody answers there or it is no such server
   */
  public Map<String, Map<String, String>> description() throws IOException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve("/")).GET());
    if (answer.statusCode() != 200) {
      throw new IOException(told(answer));
    }
    return errors.readValue(answer.body(), new TypeReference<>() {});
  }

  @Override
  public Discourse analyze(Conversation conversation, Scope scope) {
    HttpRequest.BodyPublisher line =
        HttpRequest.BodyPublishers.ofString(JsonLinesWriter.line(conversation, OffsetUnit.UTF_16));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(DiscourseServer.ANALYZE)).POST(line);
    try {
      HttpResponse<String> answer = send(request);
      while (answer.statusCode() == BUSY) {
        TimeUnit.SECONDS.sleep(1);
        answer = send(request);
      }
      if (answer.statusCode() != 200) {
        throw new IllegalArgumentException(told(answer));
      }
      Discourse found = json.read(answer.body());
      if (!found.conversation().equals(conversation)) {
        throw new IllegalArgumentException(
            server + " answers with another conversation; use the same version there and here");
      }
      return found;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          server + " does not answer: " + e.getMessage() + "; see whether it is running", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("interrupted while " + server + " was asked");
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("interrupted while " + server + " was asked");
    }
  }

  private String told(HttpResponse<String> answer) throws IOException {
    JsonNode error = errors.readTree(answer.body()).path("error");
    return error.path("place").asText(server.toString())
        + ": "
        + error.path("cause").asText("status " + answer.statusCode())
        + "; "
        + error.path("cure").asText("see whether polylogue serve runs there");
  }
}
