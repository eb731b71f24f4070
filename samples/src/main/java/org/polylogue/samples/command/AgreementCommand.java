package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.results.exchange.FindingAnnotations;
import org.polylogue.results.exchange.Item;
import org.polylogue.results.exchange.Items;
import org.polylogue.results.exchange.LayerAgreement;
import picocli.CommandLine;

/** {@code polylogue agreement}. */
@CommandLine.Command(
    name = "agreement",
    description = "Compares two annotations of the same documents, layer by layer.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A and B are folders of brat or of WebAnno TSV files, or what analyze wrote. "
          + "Documents are matched by id. Spans: F1 of exact, overlapping and "
          + "Jaccard-weighted pairs, and Krippendorff's alpha for unitising. Features: "
          + "nominal alpha and Cohen's kappa on pairs that overlap. The measures are "
          + "described in docs/formats/annotation.md.",
      "",
      "Example: polylogue agreement coder1 coder2"
    })
public final class AgreementCommand implements Callable<Integer> {

  private static final Set<String> NUMBERS =
      Set.of("confidence", "score", "similarity", "start", "end", "words", "rule");

  @CommandLine.Parameters(index = "0", paramLabel = "A", description = "One annotation.")
  private Path first;

  @CommandLine.Parameters(index = "1", paramLabel = "B", description = "The other annotation.")
  private Path second;

  @CommandLine.Mixin private TableOptions output;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private int failed;

  /** The command. */
  public AgreementCommand() {}

  @Override
  public Integer call() throws IOException {
    Map<String, LayeredText> ours = read(first);
    Map<String, LayeredText> theirs = read(second);
    Map<String, LayerAgreement> layers = new TreeMap<>();
    List<String[]> shared = new ArrayList<>();
    for (String id : ours.keySet()) {
      if (theirs.containsKey(id)) {
        shared.add(new String[] {id});
        names(ours.get(id), layers);
        names(theirs.get(id), layers);
      } else {
        missing(id, first);
      }
    }
    theirs.keySet().stream().filter(id -> !ours.containsKey(id)).forEach(id -> missing(id, second));
    if (shared.isEmpty()) {
      throw new CommandFailure("no document is in both " + first + " and " + second);
    }
    for (String[] id : shared) {
      LayeredText one = ours.get(id[0]);
      LayeredText other = theirs.get(id[0]);
      if (one.text().equals(other.text())) {
        layers.forEach((layer, agreement) -> agreement.add(layer, one, other));
      } else {
        failed++;
        spec.commandLine()
            .getErr()
            .println(ErrorLines.oneLine(id[0] + ": the texts differ; left out"));
      }
    }
    List<List<Object>> rows = new ArrayList<>();
    layers.forEach((layer, agreement) -> rows(layer, agreement, rows));
    output.print(
        spec,
        List.of(
            "layer",
            "of",
            "a",
            "b",
            "strict",
            "overlap",
            "jaccard",
            "alpha_unitising",
            "same",
            "alpha",
            "kappa"),
        TableOptions.of(rows),
        "neither has an annotation");
    return failed == 0 ? 0 : 1;
  }

  private static void rows(String layer, LayerAgreement agreement, List<List<Object>> rows) {
    rows.add(
        List.of(
            layer,
            "spans",
            agreement.first(),
            agreement.second(),
            number(agreement.strict()),
            number(agreement.overlap()),
            number(agreement.jaccard()),
            number(agreement.alphaUnitising()),
            "",
            "",
            ""));
    for (String name : agreement.features()) {
      if (!NUMBERS.contains(name)) {
        LayerAgreement.Feature feature = agreement.feature(name);
        rows.add(
            List.of(
                layer,
                name,
                feature.pairs(),
                feature.pairs(),
                "",
                "",
                "",
                "",
                number(feature.same()),
                number(feature.alpha()),
                number(feature.kappa())));
      }
    }
  }

  private static Object number(OptionalDouble value) {
    return value.isPresent() ? (Object) (Math.round(value.getAsDouble() * 1e4) / 1e4) : "";
  }

  private static void names(LayeredText document, Map<String, LayerAgreement> layers) {
    for (LayerSpan annotation : document.annotations()) {
      layers.computeIfAbsent(annotation.layer(), layer -> new LayerAgreement());
    }
  }

  private void missing(String id, Path in) {
    spec.commandLine().getErr().println(ErrorLines.oneLine(id + ": only in " + in + "; left out"));
  }

  private Map<String, LayeredText> read(Path input) {
    if (!Files.exists(input)) {
      throw new CommandFailure("no such file or folder: " + input + "; name one that exists");
    }
    Map<String, LayeredText> documents = new TreeMap<>();
    try (Stream<Item> items = Items.read(input, CorpusReader.standard())) {
      for (Item item : (Iterable<Item>) items::iterator) {
        if (item instanceof Item.Unreadable fault) {
          failed++;
          spec.commandLine()
              .getErr()
              .println(ErrorLines.oneLine(fault.place() + ": " + fault.reason()));
        } else if (item instanceof Item.Plain) {
          throw new CommandFailure(
              input + " holds no annotations; name a folder of brat, WebAnno TSV or analyze");
        } else {
          for (FindingAnnotations found : Items.annotations(item)) {
            documents.put(found.layers().id(), found.layers());
          }
        }
      }
    }
    return documents;
  }
}
