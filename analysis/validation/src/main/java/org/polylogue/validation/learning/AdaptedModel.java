package org.polylogue.validation.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.discourse.learning.ModelFile;
import org.polylogue.model.JudgeId;
import org.polylogue.validation.coding.CodingTask;

/**
 * A correction in a file, with where it comes from. Immutable and thread-safe; equal models give
 * equal bytes.
 *
 * <p>File: the bytes {@code PLAM}, a format version, the hash, the length of the origin, the origin
 * as JSON, and a {@link LinearModel} file.
 */
public final class AdaptedModel {

  private static final ModelFile FILE = new ModelFile("PLAM", 1, false, "adapted model");
  private static final int LONGEST_ORIGIN = 1 << 24;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Origin origin;
  private final LabelCorrection correction;
  private final String hash;

  /**
   * Where a model comes from.
   *
   * @param task what was coded; the model is for rows that the task asks about
   * @param machine labels of the machine that occur in coded rows; others stay as they are
   * @param judges who judged the coded rows; what others judged stays as it is; empty if rows do
   *     not tell
   * @param coded SHA-256 of the coded files, sorted
   * @param coders their names
   * @param codes coded rows by code
   * @param date when it was learned, as the caller told
   * @param scores how good it was on rows held out, and the machine on the same
   */
  public record Origin(
      CodingTask task,
      List<String> machine,
      List<String> judges,
      List<String> coded,
      List<String> coders,
      SortedMap<String, Integer> codes,
      String date,
      HeldOut scores) {

    /** Checks that all parts are there and copies them. */
    public Origin {
      Objects.requireNonNull(task, "task");
      machine = List.copyOf(machine);
      judges = List.copyOf(judges);
      coded = List.copyOf(coded);
      coders = List.copyOf(coders);
      codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(scores, "scores");
    }
  }

  private AdaptedModel(Origin origin, LabelCorrection correction, String hash) {
    this.origin = origin;
    this.correction = correction;
    this.hash = hash;
  }

  /**
   * A model that was learned just now.
   *
   * @param origin where it comes from
   * @param correction what was learned
   * @return the model
   */
  public static AdaptedModel of(Origin origin, LabelCorrection correction) {
    try {
      String hash = FILE.hash(out -> write(origin, correction, out));
      return new AdaptedModel(origin, correction, hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model.
   *
   * @param file its file
   * @return the model
   * @throws IOException if it is no such file, or damaged; the message names it
   */
  public static AdaptedModel read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return FILE.read(in, file.toString(), (data, hash) -> read(data, hash, file));
    }
  }

  private static AdaptedModel read(DataInputStream data, String hash, Path file)
      throws IOException {
    int length = data.readInt();
    if (length < 0 || length > LONGEST_ORIGIN) {
      throw new IllegalArgumentException("an origin of " + length + " bytes");
    }
    byte[] json = data.readNBytes(length);
    if (json.length < length) {
      throw new EOFException();
    }
    Origin origin;
    try {
      origin = JSON.readValue(json, Origin.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("its origin is no JSON of this version", e);
    }
    CodedExamples.learnable(origin.task());
    return new AdaptedModel(
        origin, new LabelCorrection(LinearModel.read(data, file.toString())), hash);
  }

  /**
   * Writes a model that was learned just now.
   *
   * @param out takes the bytes, is not closed
   * @throws IOException if it cannot take them
   * @throws IllegalStateException if the model was read; copy its file
   */
  public void write(OutputStream out) throws IOException {
    FILE.write(out, data -> write(origin, correction, data));
  }

  private static void write(Origin origin, LabelCorrection correction, DataOutputStream data)
      throws IOException {
    byte[] json = JSON.writeValueAsString(origin).getBytes(StandardCharsets.UTF_8);
    data.writeInt(json.length);
    data.write(json);
    correction.weights().write(data);
  }

  /**
   * Where it comes from.
   *
   * @return question, coders and scores
   */
  public Origin origin() {
    return origin;
  }

  /**
   * What it does.
   *
   * @return the correction
   */
  public LabelCorrection correction() {
    return correction;
  }

  /**
   * Names it in results.
   *
   * @return {@code adapted} and the hash of its file
   */
  public JudgeId id() {
    return new JudgeId("adapted", hash);
  }
}
