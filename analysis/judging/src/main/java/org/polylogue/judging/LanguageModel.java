package org.polylogue.judging;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a language model is and how it is asked.
 *
 * @param address of an interface like OpenAI's, such as {@code http://localhost:11434/v1} of an
 *     Ollama server
 * @param name of the model, as the server knows it
 * @param key sent to the server; empty if it needs none
 * @param timeout of one request
 * @param retries how often a request is sent again after a fault that may pass
 * @param pause before the first retry; twice as long before each further one
 * @param mostTokens how many tokens may be used in all, question and answer; no request is sent
 *     once they are
 */
public record LanguageModel(
    URI address,
    String name,
    Optional<String> key,
    Duration timeout,
    int retries,
    Duration pause,
    long mostTokens) {

  /**
   * Checks address and limits.
   *
   * @throws IllegalArgumentException if the address is none, a key would go over an open line, or a
   *     limit is negative
   */
  public LanguageModel {
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(pause, "pause");
    String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
      throw new IllegalArgumentException(
          "an address begins with http:// or https:// and names a host, not " + address);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("a model needs a name");
    }
    if (key.isPresent() && scheme.equals("http") && !isHere(address.getHost())) {
      throw new IllegalArgumentException(
          "a key would go to " + address.getHost() + " over an open line; give an https address");
    }
    if (retries < 0 || mostTokens < 0 || pause.isNegative() || timeout.isNegative()) {
      throw new IllegalArgumentException("retries, tokens and times are not negative");
    }
  }

  private static boolean isHere(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
