package org.polylogue.samples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.results.exchange.Item;
import org.polylogue.results.exchange.Items;
import org.polylogue.results.exchange.Target;
import org.polylogue.text.OffsetUnit;
import picocli.CommandLine;

/** {@code polylogue convert}. */
@CommandLine.Command(
    name = "convert",
    description = "Reads any format and writes another; says what the other cannot hold.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "INPUT is a file or folder in any format that analyze reads, a folder that "
          + "analyze wrote, a folder of brat, or WebAnno TSV. OUT is a folder, for jsonl, "
          + "duckdb and sqlite a file; it must not exist yet. Formats are described in "
          + "docs/formats.",
      "",
      "Example: polylogue convert results results.duckdb --to duckdb"
    })
public final class ConvertCommand implements Callable<Integer> {

  @CommandLine.Parameters(index = "0", paramLabel = "INPUT", description = "File or folder.")
  private Path input;

  @CommandLine.Parameters(index = "1", paramLabel = "OUT", description = "File or folder to make.")
  private Path out;

  @CommandLine.Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "convokit, brat, webanno, jsonl, csv, duckdb, sqlite or parquet.")
  private Target.Format format;

  @CommandLine.Mixin private ReadingOptions reading;

  @CommandLine.Option(
      names = "--offsets",
      paramLabel = "UNIT",
      description =
          "What offsets in jsonl, duckdb, sqlite and parquet count: utf-16 (default) or"
              + " code-points.")
  private String offsets = OffsetUnit.UTF_16.label();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public ConvertCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(input)) {
      throw new CommandFailure("no such file or folder: " + input + "; name one that exists");
    }
    Optional<String> obstacle = Target.obstacle(out);
    if (obstacle.isPresent()) {
      throw new CommandFailure(obstacle.get() + "; name a place that does not exist yet");
    }
    OffsetUnit unit;
    try {
      unit = OffsetUnit.ofLabel(offsets);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    CorpusReader reader = reading.reader();
    Path place = out.toAbsolutePath().normalize();
    Path partial = place.resolveSibling("." + place.getFileName() + ".partial");
    Files.createDirectories(place.getParent());
    delete(partial);
    try {
      int code = convert(reader, partial, unit);
      if (Files.isDirectory(place)) {
        Files.delete(place);
      }
      Files.move(partial, place);
      return code;
    } finally {
      delete(partial);
    }
  }

  private int convert(CorpusReader reader, Path partial, OffsetUnit unit) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    long converted = 0;
    long failed = 0;
    Map<String, Long> dropped;
    try (Stream<Item> items = Items.read(input, reader);
        Target target = Target.open(format, partial, unit, Layers.STANDARD)) {
      for (Item item : (Iterable<Item>) items::iterator) {
        if (item instanceof Item.Unreadable fault) {
          failed++;
          err.println(ErrorLines.oneLine(fault.place() + ": " + fault.reason()));
        } else {
          try {
            target.add(item);
            converted++;
          } catch (IllegalArgumentException e) {
            failed++;
            err.println(ErrorLines.oneLine(input + ": " + e.getMessage()));
          }
        }
      }
      target.finish();
      dropped = target.dropped();
    }
    if (converted == 0) {
      throw new CommandFailure("nothing could be converted from " + input);
    }
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        Locale.ROOT,
        "%d items converted to %s in %s, %d failed%n",
        converted,
        format.name().toLowerCase(Locale.ROOT),
        out,
        failed);
    dropped.forEach((what, count) -> print.printf(Locale.ROOT, "dropped: %s (%d)%n", what, count));
    print.flush();
    return failed == 0 ? 0 : 1;
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }
}
