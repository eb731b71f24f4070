package org.polylogue.results.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The text of {@code run.json}. Not thread-safe. */
public final class RunJson {

  private final Instant started = Instant.now();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> hashes = new LinkedHashMap<>();

  /** Of a run that starts now. */
  public RunJson() {}

  /**
   * Notes a version of something that results depend on.
   *
   * @param name what has the version
   * @param version the version or hash
   */
  public void version(String name, String version) {
    versions.put(name, version);
  }

  /**
   * Notes a parameter of the run.
   *
   * @param name the option
   * @param value a string, number, boolean or list of these
   */
  public void parameter(String name, Object value) {
    parameters.put(name, value);
  }

  /**
   * Notes hashes that tell whether something has changed.
   *
   * @param section what they are of, such as {@code inputs}
   * @param values SHA-256 by name
   */
  public void hashes(String section, Map<String, String> values) {
    hashes.put(section, new TreeMap<>(values));
  }

  /**
   * The text for a run that ends now.
   *
   * @param counts what was found: numbers, or maps of these
   * @param resumed what was taken over from a run that was killed; empty for nothing
   * @return JSON with a line feed at its end
   */
  public String text(Map<String, Object> counts, String resumed) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("schema", "polylogue-run/1");
    report.put("versions", versions);
    report.put("parameters", parameters);
    report.put("counts", counts);
    report.putAll(hashes);
    report.put("resumed", resumed);
    report.put("started", started.toString());
    report.put("seconds", Duration.between(started, Instant.now()).toMillis() / 1000.0);
    try {
      return JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(report)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("what the run was asked cannot be written as JSON", e);
    }
  }
}
