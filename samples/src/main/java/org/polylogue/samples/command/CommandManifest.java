package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.pipeline.Fingerprint;
import org.polylogue.pipeline.Provenance;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.results.run.RunJson;
import org.polylogue.results.run.RunManifest;
import picocli.CommandLine;

/** The {@code run.json} of a command that works on results, as {@code replicate} reads it. */
final class CommandManifest {

  /** Options that change no row. */
  private static final Set<String> PRINTING =
      Set.of("out", "format", "rows", "page", "manifest", "threads", "raw-cells", "plot");

  private static final String CORENLP = "CoreNLP models";

  private final RunJson json = new RunJson();

  /** Of a run that starts now and reads files. */
  CommandManifest(String command, List<Path> inputs) throws IOException {
    this(command, inputs, AnalyzeCommand.provenance());
  }

  private CommandManifest(String command, List<Path> inputs, Map<String, String> provenance)
      throws IOException {
    json.version("polylogue", Provenance.currentVersion());
    json.version("java", Runtime.version().toString());
    json.parameter("command", command);
    json.parameter("inputs", inputs.stream().map(Path::toString).toList());
    json.hashes(RunManifest.PROVENANCE, new TreeMap<>(provenance));
    json.hashes(RunManifest.INPUTS, RunManifest.hashes(inputs));
  }

  /**
   * Of a command as it was called: its inputs, the files that its options name, and all that its
   * options say, but for where and how it prints. It names the models of CoreNLP if words were
   * tagged or sentences parsed, and no others.
   */
  static CommandManifest of(CommandLine.Model.CommandSpec spec) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    spec.positionalParameters().forEach(inputs -> addPaths(inputs.getValue(), files));
    Map<String, Object> said = new TreeMap<>();
    for (CommandLine.Model.OptionSpec option : spec.options()) {
      String name = option.names()[0].substring(2);
      Object value = option.getValue();
      if (option.usageHelp() || option.versionHelp() || value == null || PRINTING.contains(name)) {
        continue;
      }
      addPaths(value, files);
      said.put(name, plain(value));
    }
    SortedMap<String, String> code = provenance();
    code.keySet().removeIf(name -> name.endsWith("models") || name.equals("encoder"));
    if (usesCoreNlp(spec)) {
      code.put(CORENLP, CoreNlpEngine.modelFingerprint());
    }
    CommandManifest manifest = new CommandManifest(spec.name(), List.copyOf(files), code);
    said.forEach(manifest::parameter);
    return manifest;
  }

  /** Hashes of all code and models that a command may use. */
  static SortedMap<String, String> provenance() {
    SortedMap<String, String> hashes = AnalyzeCommand.provenance();
    hashes.put("code of the word statistics", Fingerprint.of(TokenIndex.class, name -> true));
    return hashes;
  }

  private static boolean usesCoreNlp(CommandLine.Model.CommandSpec spec) {
    return spec.mixins().values().stream()
        .anyMatch(
            mixin ->
                mixin.userObject() instanceof LexisInputs inputs
                    ? inputs.usesCoreNlp()
                    : usesCoreNlp(mixin));
  }

  private static void addPaths(Object value, Set<Path> files) {
    if (value instanceof Path path) {
      files.add(path);
    } else if (value instanceof Collection<?> all) {
      all.forEach(one -> addPaths(one, files));
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Collection<?> all) {
      return all.stream().map(String::valueOf).toList();
    }
    return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
  }

  void parameter(String name, Object value) {
    json.parameter(name, value);
  }

  /** Writes it as the last file of a folder, with the hashes of the others. */
  void write(OutputFolder folder, Map<String, Object> counts) throws IOException {
    write(folder, "run.json", counts);
  }

  /** The same under another name. */
  void write(OutputFolder folder, String name, Map<String, Object> counts) throws IOException {
    json.hashes(RunManifest.OUTPUTS, folder.hashes());
    folder.file(name).append(json.text(counts, ""));
  }

  /** The files of results that a command on a table reads. */
  static List<Path> files(Path results, String table, List<Path> others) {
    List<Path> files = new ArrayList<>();
    for (String name : List.of(table + ".csv", "articles.csv", "comments.csv", "discourse.jsonl")) {
      files.add(results.resolve(name));
    }
    files.addAll(others);
    return files;
  }
}
