package org.polylogue.results.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.brat.BratFormat;
import org.polylogue.corpus.exchange.LayeredOutcome;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.webanno.WebAnnoFormat;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Document;
import org.polylogue.results.Results;

/**
 * Reads inputs with whatever they hold: results of {@code analyze} with findings, folders of brat
 * and files of WebAnno with layers, everything else as conversations.
 */
public final class Items {

  private Items() {}

  /**
   * Reads a file or folder as the result is consumed.
   *
   * @param input the file or folder
   * @param reader reads what is no annotation
   * @return its items in order; close it to close the files
   */
  public static Stream<Item> read(Path input, CorpusReader reader) {
    return read(input, reader, Layers.STANDARD);
  }

  /**
   * Reads a file or folder as the result is consumed.
   *
   * @param input the file or folder
   * @param reader reads what is no annotation
   * @param layers the layers that results may have
   * @return its items in order; close it to close the files
   */
  public static Stream<Item> read(Path input, CorpusReader reader, Layers layers) {
    Results results = new Results(layers);
    try {
      CorpusSource given = CorpusSource.of(input);
      if (results.accepts(given)) {
        return results.read(
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
   * The annotations of an item's documents.
   *
   * @param item what was read
   * @return the annotations of each document with what they leave out; none if nothing was found or
   *     looked for
   */
  public static List<FindingAnnotations> annotations(Item item) {
    List<FindingAnnotations> annotations = new ArrayList<>();
    if (item instanceof Item.Layered layered) {
      annotations.add(new FindingAnnotations(layered.document(), new TreeMap<>()));
    } else if (item instanceof Item.Plain plain) {
      for (Document document : plain.conversation().documents()) {
        annotations.add(
            FindingAnnotations.of(document, new DocumentDiscourse(document.id(), Map.of())));
      }
    } else if (item instanceof Item.Analysed analysed) {
      Discourse discourse = analysed.discourse();
      List<Document> documents = discourse.conversation().documents();
      for (int i = 0; i < documents.size(); i++) {
        annotations.add(FindingAnnotations.of(documents.get(i), discourse.documents().get(i)));
      }
    }
    return annotations;
  }
}
