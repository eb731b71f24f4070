package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.polylogue.results.run.RunManifest;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.coding.ResultTable;
import picocli.CommandLine;

/** The {@code RESULTS CODED...} arguments of subcommands that hold results against codes. */
public final class CodedInputs {

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "RESULTS",
      description = "Folder that analyze wrote.")
  private Path results;

  @CommandLine.Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "CODED",
      description = "Coded samples.")
  private List<Path> coded = List.of();

  /** No inputs yet; picocli fills them in. */
  public CodedInputs() {}

  Path results() {
    return results;
  }

  CodedSample sample() throws IOException {
    return CodedSample.read(coded);
  }

  /** The table of the results that a sample was drawn from. */
  ResultTable table(CodedSample sample) throws IOException {
    return ResultTable.of(results, sample.task().table());
  }

  /** SHA-256 of the coded files, sorted; of a folder that of each file in it. */
  List<String> hashes() throws IOException {
    return RunManifest.hashes(coded).values().stream().sorted().toList();
  }

  CommandManifest manifest(String command, CodedSample sample) throws IOException {
    return new CommandManifest(
        command, CommandManifest.files(results, sample.task().table(), coded));
  }
}
