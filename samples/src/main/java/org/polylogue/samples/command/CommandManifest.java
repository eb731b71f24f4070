package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.polylogue.pipeline.Provenance;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.results.run.RunJson;
import org.polylogue.results.run.RunManifest;

/** The {@code run.json} of a command that works on results, as {@code replicate} reads it. */
final class CommandManifest {

  private final RunJson json = new RunJson();

  /** Of a run that starts now and reads files. */
  CommandManifest(String command, List<Path> inputs) throws IOException {
    json.version("polylogue", Provenance.currentVersion());
    json.version("java", Runtime.version().toString());
    json.parameter("command", command);
    json.parameter("inputs", inputs.stream().map(Path::toString).toList());
    json.hashes(RunManifest.PROVENANCE, AnalyzeCommand.provenance());
    json.hashes(RunManifest.INPUTS, RunManifest.hashes(inputs));
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
