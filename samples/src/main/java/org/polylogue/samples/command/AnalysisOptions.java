package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.encoder.EncoderJudges;
import org.polylogue.language.WordLists;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Provenance;
import org.polylogue.pipeline.Sha256;
import org.polylogue.results.run.RunManifest;
import picocli.CommandLine;

/** Options that say what is looked for, with what knowledge and by which judges. */
final class AnalysisOptions {

  /** Options that a client leaves to its server. */
  static final List<String> OF_THE_SERVER =
      List.of(
          "--actors",
          "--words",
          "--only",
          "--any-language",
          "--judges",
          "--min-confidence",
          "--models",
          "--max-word-length",
          "--traces");

  /** The section of a server's description with hashes and versions. */
  static final String IDENTITY = "identity";

  /** The section of a server's description with its options. */
  static final String OPTIONS = "options";

  private static final int REMEMBERED_SENTENCES = 20_000;
  private static final String VERSION = "version";

  /** Who judges tone and stance. */
  enum Judging {
    LEAN,
    ENCODER
  }

  @CommandLine.Option(
      names = "--actors",
      paramLabel = "FILE",
      description = "CSV table of actors that you know: canonical, alias, type and any attributes.")
  private Path actors;

  @CommandLine.Option(
      names = "--words",
      paramLabel = "DIR",
      description = "Folder with tables of words in place of those that come with Polylogue.")
  private Path words;

  @CommandLine.Option(
      names = "--only",
      paramLabel = "LAYER",
      split = ",",
      description =
          "Look for some layers only, with no more models than they need: actors (or mentions), "
              + "quotations, expressions, sentiments, stances, echoes; separated by commas.")
  private List<String> only = List.of();

  @CommandLine.Option(
      names = "--any-language",
      description =
          "Read what is not in English as if it were. Without it such a document gives no "
              + "rows, and the notices list it.")
  private boolean anyLanguage;

  @CommandLine.Option(
      names = "--judges",
      paramLabel = "WHO",
      converter = JudgingConverter.class,
      description =
          "Who judges tone and stance: encoder (default), a pretrained reader, or lean, "
              + "the linear models, which are faster.")
  private Judging judges = Judging.ENCODER;

  @CommandLine.Option(
      names = "--min-confidence",
      paramLabel = "C",
      description = "Leave out quotations less sure than this, from 0 to 1.")
  private Double minimumConfidence;

  @CommandLine.Mixin private ModelOptions models;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  /** What a server says its results depend on; null without one. */
  private Map<String, String> served;

  private String servedModels;

  /** No options yet; picocli fills them in. */
  AnalysisOptions() {}

  /** The standard engine, which starts to load when it is asked for. */
  static DiscourseAnalysis.Builder standard(int maxWordLength) {
    return DiscourseAnalysis.builder(
        CoreNlpEngine.builder()
            .maxWordLength(maxWordLength)
            .rememberedSentences(REMEMBERED_SENTENCES)
            .build());
  }

  /**
   * Refuses what cannot be, and takes the tables of words.
   *
   * @throws CommandLine.ParameterException if an option is wrong
   * @throws IOException if the tables cannot be read
   */
  void check() throws IOException {
    if (minimumConfidence != null && !(minimumConfidence >= 0 && minimumConfidence <= 1)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--min-confidence is " + minimumConfidence + ", but goes from 0 to 1");
    }
    if (words != null) {
      System.setProperty(WordLists.OWN, words.toString());
      WordLists.own();
    }
    layers();
  }

  /** The layers that are looked for. */
  Layers layers() {
    if (only.isEmpty()) {
      return Layers.STANDARD;
    }
    try {
      return Layers.STANDARD.only(
          only.stream().map(name -> name.equals("actors") ? "mentions" : name).toList());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--only: " + e.getMessage() + ", and actors for mentions", e);
    }
  }

  /** The table of {@code --actors}; null if none was given. */
  Path actors() {
    return actors;
  }

  /**
   * The actors that the user knows.
   *
   * @throws IOException if the table cannot be read
   */
  ActorTable table() throws IOException {
    return actors == null ? ActorTable.EMPTY : ActorTable.read(actors);
  }

  /**
   * Reads the models of {@code --models}, so that a fault is told before anything is analysed.
   *
   * @throws IOException if one cannot be read
   */
  void readModels() throws IOException {
    models.read();
  }

  /** The analysis that was asked for; the encoder loads with the first question only. */
  Analysis<Conversation, Discourse> of(
      DiscourseAnalysis.Builder builder, ActorTable table, EncoderJudges encoder, boolean traces) {
    builder.actors(table).only(layers());
    if (minimumConfidence != null) {
      builder.minimumConfidence(minimumConfidence);
    }
    if (judges == Judging.ENCODER) {
      builder.judges(traces ? encoder.traced() : encoder);
    }
    return models.correct(
        (anyLanguage ? builder.anyLanguage() : builder).build(),
        judges == Judging.ENCODER ? encoder : DiscourseModels.shipped());
  }

  /** Says of a document what is not read, or not as it stands there. */
  Doubts doubts(int wordLength) {
    return new Doubts(anyLanguage, wordLength);
  }

  /** The files of {@code --models}. */
  List<Path> models() {
    return models.files();
  }

  /** What was given, or is the default, by option; what names a file is not among it. */
  Map<String, Object> values() {
    Map<String, Object> values = new TreeMap<>();
    values.put("any-language", anyLanguage);
    values.put("min-confidence", minimumConfidence == null ? "" : minimumConfidence.toString());
    values.put("judges", EnumConverter.word(judges));
    values.put("models", served == null ? models.ids() : servedModels);
    values.put("only", String.join(",", only));
    return values;
  }

  /**
   * What results depend on beside texts and {@link #values}: hashes of code, models and tables.
   *
   * @throws IOException if a table cannot be read
   */
  SortedMap<String, String> identity() throws IOException {
    if (served != null) {
      return new TreeMap<>(served);
    }
    SortedMap<String, String> identity = new TreeMap<>(AnalyzeCommand.provenance());
    identity.put(VERSION, Provenance.currentVersion());
    identity.put("table of --actors", actors == null ? "none" : Sha256.of(actors));
    identity.put("tables of --words", RunManifest.hashes(WordLists.own()).toString());
    return identity;
  }

  /** Hashes of code and models that answer. */
  SortedMap<String, String> provenance() throws IOException {
    if (served == null) {
      return AnalyzeCommand.provenance();
    }
    SortedMap<String, String> hashes = identity();
    hashes.remove(VERSION);
    return hashes;
  }

  /**
   * Makes these the options of a server.
   *
   * @param description what it says of itself
   * @throws IllegalArgumentException if it is none, or of another version
   */
  void takeOver(Map<String, Map<String, String>> description) {
    Map<String, String> identity = description.get(IDENTITY);
    Map<String, String> values = description.get(OPTIONS);
    if (identity == null || values == null || !values.keySet().containsAll(values().keySet())) {
      throw new IllegalArgumentException("it is no polylogue serve of this version");
    }
    if (!Provenance.currentVersion().equals(identity.get(VERSION))) {
      throw new IllegalArgumentException(
          "it is version " + identity.get(VERSION) + ", this is " + Provenance.currentVersion());
    }
    served = Map.copyOf(identity);
    servedModels = values.get("models");
    anyLanguage = Boolean.parseBoolean(values.get("any-language"));
    String confidence = values.get("min-confidence");
    minimumConfidence = confidence.isEmpty() ? null : Double.valueOf(confidence);
    judges = new JudgingConverter().convert(values.get("judges"));
    only = values.get("only").isEmpty() ? List.of() : List.of(values.get("only").split(","));
  }

  static final class JudgingConverter extends EnumConverter<Judging> {
    JudgingConverter() {
      super(Judging.values());
    }
  }
}
