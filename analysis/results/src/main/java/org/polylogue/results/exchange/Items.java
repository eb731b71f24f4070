package org.polylogue.results.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.brat.BratFormat;
import org.polylogue.corpus.exchange.DocumentFindings;
import org.polylogue.corpus.exchange.FindingLayers;
import org.polylogue.corpus.exchange.LayeredOutcome;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.webanno.WebAnnoFormat;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Document;
import org.polylogue.results.Results;

/**
 * Reads inputs with whatever they hold: results of {@code analyze} with findings, folders of brat
 * and files of WebAnno with layers, everything else as conversations.
 */
public final class Items {

  private static final Results RESULTS = new Results();

  private Items() {}

  /**
   * Reads a file or folder as the result is consumed.
   *
   * @param input the file or folder
   * @param reader reads what is no annotation
   * @return its items in order; close it to close the files
   */
  public static Stream<Item> read(Path input, CorpusReader reader) {
    try {
      CorpusSource given = CorpusSource.of(input);
      if (RESULTS.accepts(given)) {
        return RESULTS.read(
            input,
            (place, discourse) -> new Item.Analysed(discourse),
            damage -> new Item.Unreadable(damage.place(), damage.getMessage()));
      }
      if (new BratFormat().accepts(given)) {
        return new BratFormat().documents(input, ReadLimits.DEFAULT).map(Items::item);
      }
      List<Path> tables = tables(input);
      if (!tables.isEmpty()) {
        return tables.stream().map(file -> item(WebAnnoFormat.document(CorpusSource.of(file))));
      }
    } catch (CorpusException e) {
      return Stream.of(new Item.Unreadable(e.place(), e.getMessage()));
    }
    return reader.read(input).map(Items::item);
  }

  private static List<Path> tables(Path input) {
    WebAnnoFormat format = new WebAnnoFormat();
    if (Files.isRegularFile(input)) {
      return format.accepts(CorpusSource.of(input)) ? List.of(input) : List.of();
    }
    List<Path> tables = new ArrayList<>();
    try (Stream<Path> files = Files.list(input)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (file.toString().endsWith(".tsv") && format.accepts(CorpusSource.of(file))) {
          tables.add(file);
        }
      }
    } catch (IOException e) {
      throw new CorpusException(
          CorpusSource.of(input).place(), "cannot be listed: " + e.getMessage());
    }
    return tables;
  }

  private static Item item(LayeredOutcome outcome) {
    if (outcome instanceof LayeredOutcome.Read read) {
      return new Item.Layered(read.document());
    }
    LayeredOutcome.Failed failed = (LayeredOutcome.Failed) outcome;
    return new Item.Unreadable(failed.place(), failed.reason());
  }

  private static Item item(ReadOutcome outcome) {
    if (outcome instanceof ReadOutcome.Read read) {
      return new Item.Plain(read.conversation());
    }
    ReadOutcome.Failed failed = (ReadOutcome.Failed) outcome;
    return new Item.Unreadable(failed.place(), failed.reason());
  }

  /**
   * The layers of an item's documents.
   *
   * @param item what was read
   * @return the layers of each document with what they leave out; without layers if nothing was
   *     found or looked for
   */
  public static List<FindingLayers.Result> layers(Item item) {
    List<FindingLayers.Result> layers = new ArrayList<>();
    if (item instanceof Item.Layered layered) {
      layers.add(new FindingLayers.Result(layered.document(), List.of()));
    } else if (item instanceof Item.Plain plain) {
      for (Document document : plain.conversation().documents()) {
        LayeredText text = new LayeredText(document.id(), document.text(), List.of(), List.of());
        layers.add(new FindingLayers.Result(text, List.of()));
      }
    } else if (item instanceof Item.Analysed analysed) {
      Discourse discourse = analysed.discourse();
      List<Document> documents = discourse.conversation().documents();
      for (int i = 0; i < documents.size(); i++) {
        DocumentDiscourse found = discourse.documents().get(i);
        String id = documents.get(i).id();
        layers.add(
            FindingLayers.toLayers(
                new DocumentFindings(
                    id,
                    documents.get(i).text(),
                    found.quotations(),
                    found.mentions(),
                    found.expressions(),
                    found.sentiments(),
                    discourse.stances().stream()
                        .filter(stance -> stance.documentId().equals(id))
                        .toList(),
                    found.echoes())));
      }
    }
    return layers;
  }
}
