package org.polylogue.samples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The {@code INPUT...} arguments that subcommands share, checked before anything long starts. */
public final class Inputs {

  @CommandLine.Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files or folders; formats are recognised by content.")
  private List<Path> paths = List.of();

  /** No inputs yet; picocli fills them in. */
  public Inputs() {}

  /**
   * The inputs.
   *
   * @return files and folders that exist, can be read and are not empty folders
   * @throws CommandFailure if one does not
   */
  public List<Path> checked() {
    paths.forEach(Inputs::check);
    return List.copyOf(paths);
  }

  /**
   * Checks that results do not land among the inputs, where the next run would read them.
   *
   * @param out the folder for results
   * @throws CommandFailure if it lies in an input folder
   */
  public void checkOutside(Path out) {
    Path place = real(out);
    for (Path path : paths) {
      if (Files.isDirectory(path) && place.startsWith(real(path))) {
        throw new CommandFailure(
            "results in "
                + out
                + " would be inputs of the next run; choose a folder outside "
                + path);
      }
    }
  }

  /** Where a path leads through all links, as far as it is there. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path there = absolute; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(absolute));
      } catch (IOException e) {
        continue;
      }
    }
    return absolute;
  }

  private static void check(Path path) {
    if (!Files.exists(path)) {
      throw new CommandFailure(
          "no such file or folder: " + path + "; name files or folders that exist");
    }
    if (!Files.isReadable(path)) {
      throw new CommandFailure(path + " may not be read; check its owner and mode");
    }
    if (Files.isDirectory(path) && isEmpty(path)) {
      throw new CommandFailure("no file in folder " + path + "; name a folder that holds articles");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.noneMatch(Files::isRegularFile);
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }
}
