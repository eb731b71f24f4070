package org.polylogue.samples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.polylogue.pipeline.Provenance;
import org.polylogue.pipeline.Sha256;
import org.polylogue.results.run.RunManifest;
import picocli.CommandLine;

/** {@code polylogue replicate}. */
@CommandLine.Command(
    name = "replicate",
    description = "Tells whether a run could be repeated: what has changed since.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Compares the hashes in a run.json with the inputs, models and outputs as "
          + "they are now, or, with --with, with those of another run, options included.",
      "",
      "Example: polylogue replicate results"
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing has changed",
      "1:something has changed; each change is a line",
      "2:wrong call or unreadable manifest"
    })
public final class ReplicateCommand implements Callable<Integer> {

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Folder that analyze wrote, or the run.json in it.")
  private Path run;

  @CommandLine.Option(
      names = "--with",
      paramLabel = "RUN",
      description = "Another run to compare with.")
  private Path other;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public ReplicateCommand() {}

  @Override
  public Integer call() throws IOException {
    run = file(run);
    RunManifest before = manifest(run);
    List<String> differences =
        before.differences(other == null ? now(before) : manifest(file(other)));
    PrintWriter out = spec.commandLine().getOut();
    differences.forEach(line -> out.println(line.replaceAll("\\p{Cntrl}+", " ")));
    out.println(differences.isEmpty() ? "nothing has changed" : differences.size() + " changes");
    out.flush();
    return differences.isEmpty() ? 0 : 1;
  }

  private static Path file(Path run) {
    return Files.isDirectory(run) ? run.resolve("run.json") : run;
  }

  private static RunManifest manifest(Path file) {
    try {
      return RunManifest.read(file);
    } catch (IOException e) {
      throw new CommandFailure(
          ErrorLines.explain(e) + "; name the run.json in a folder that analyze wrote", e);
    }
  }

  private RunManifest now(RunManifest before) throws IOException {
    SortedMap<String, String> versions = new TreeMap<>(before.sections().get(RunManifest.VERSIONS));
    versions.replace("polylogue", Provenance.currentVersion());
    versions.replace("java", Runtime.version().toString());
    Path folder = run.toAbsolutePath().getParent();
    SortedMap<String, String> outputs = new TreeMap<>();
    for (String name : before.sections().get(RunManifest.OUTPUTS).keySet()) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        outputs.put(name, Sha256.of(file));
      }
    }
    SortedMap<String, String> provenance = CommandManifest.provenance();
    provenance.keySet().retainAll(before.sections().get(RunManifest.PROVENANCE).keySet());
    return before
        .with(RunManifest.VERSIONS, versions)
        .with(RunManifest.PROVENANCE, provenance)
        .with(RunManifest.INPUTS, inputs(before))
        .with(RunManifest.OUTPUTS, outputs);
  }

  private static SortedMap<String, String> inputs(RunManifest before) throws IOException {
    List<Path> paths = new ArrayList<>();
    before.sections().get(RunManifest.INPUTS).keySet().forEach(name -> paths.add(Path.of(name)));
    paths.addAll(folders(before.sections().get(RunManifest.PARAMETERS).get("inputs")));
    return RunManifest.hashes(paths);
  }

  /** The folders of the call, where new files may stand. */
  private static List<Path> folders(String inputs) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (var input :
        com.fasterxml.jackson.databind.json.JsonMapper.builder().build().readTree(inputs)) {
      folders.add(Path.of(input.asText()));
    }
    return folders;
  }
}
