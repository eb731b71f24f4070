package org.polylogue.validation.coding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.brat.BratFormat;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.webanno.WebAnnoFormat;
import org.polylogue.results.exchange.Item;
import org.polylogue.results.exchange.Items;

/**
 * A sample as a folder for brat or WebAnno and INCEpTION: each row is an annotation of the layer
 * {@code Coding} with the features {@code row} and {@code code}, which is {@code UNCODED} until
 * somebody changes it. Rows that stand in no text are left out.
 */
public final class CodingAnnotations {

  /** What stands for no code. */
  public static final String UNCODED = "UNCODED";

  private static final String LAYER = "Coding";

  /** The tools. */
  public enum Tool {
    /** A folder of brat. */
    BRAT,
    /** A folder of WebAnno TSV files. */
    WEBANNO
  }

  private CodingAnnotations() {}

  /**
   * Writes a folder.
   *
   * @param folder where to; made if missing
   * @param tool for which tool
   * @param sample what is to be coded
   * @param book the codes
   * @return how many rows were written
   * @throws IOException if it cannot be written
   */
  public static int write(Path folder, Tool tool, CodingSample sample, CodingBook book)
      throws IOException {
    Files.createDirectories(folder);
    List<String> codes = new ArrayList<>(List.of(UNCODED));
    book.codes().forEach(code -> codes.add(code.code()));
    List<AnnotationType> types =
        List.of(new AnnotationType(LAYER, Map.of("code", codes), Map.of()));
    Map<String, List<LayerSpan>> spans = new LinkedHashMap<>();
    int written = 0;
    for (SampledRow row : sample.rows()) {
      if (!row.spans().isEmpty() && sample.texts().containsKey(row.document())) {
        TreeMap<String, String> features = new TreeMap<>();
        features.put("row", row.id());
        features.put("code", UNCODED);
        if (!row.about().isEmpty()) {
          features.put("about", row.about());
        }
        spans
            .computeIfAbsent(row.document(), key -> new ArrayList<>())
            .add(new LayerSpan(LAYER, row.spans(), features));
        written++;
      }
    }
    if (tool == Tool.BRAT) {
      BratFormat.writeConfiguration(folder, types);
    }
    for (Map.Entry<String, List<LayerSpan>> document : spans.entrySet()) {
      String id = document.getKey();
      LayeredText text =
          new LayeredText(id, sample.texts().get(id), document.getValue(), List.of());
      if (tool == Tool.BRAT) {
        BratFormat.write(folder, text, types);
      } else {
        WebAnnoFormat.write(folder, text);
      }
    }
    return written;
  }

  /** The codes by row in a folder of either tool. */
  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> codes = new HashMap<>();
    try (Stream<Item> items = Items.read(folder, CorpusReader.standard())) {
      for (Item item : (Iterable<Item>) items::iterator) {
        if (item instanceof Item.Unreadable fault) {
          throw new IOException(fault.place() + ": " + fault.reason());
        }
        if (item instanceof Item.Layered layered) {
          for (LayerSpan span : layered.document().layer(LAYER)) {
            String code = span.features().getOrDefault("code", UNCODED);
            if (span.features().containsKey("row") && !code.equals(UNCODED)) {
              codes.put(span.features().get("row"), code);
            }
          }
        }
      }
    }
    return codes;
  }
}
