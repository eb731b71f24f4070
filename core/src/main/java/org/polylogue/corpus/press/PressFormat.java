package org.polylogue.corpus.press;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.FileKind;
import org.polylogue.corpus.spi.ReadOutcome;

/**
 * Reads what Nexis and Factiva download: many articles in one text, Rich Text or Word document, in
 * their older and newer layouts. Known are the English names of fields, and the German, French and
 * Dutch ones of Nexis. A document of that kind that is no download is a failure. Immutable and
 * thread-safe.
 */
public final class PressFormat implements CorpusFormat {

  /** A reader; it has no options. */
  public PressFormat() {}

  @Override
  public String name() {
    return "press-download";
  }

  /** Accepts Rich Text and Word documents, and texts that have the fields of a download. */
  @Override
  public boolean accepts(CorpusSource source) {
    if (source.isFolder()) {
      return false;
    }
    return isRichText(source)
        || FileKind.isWordDocument(source.head())
        || isDownload(source.headText().lines().map(String::strip).toList());
  }

  private static boolean isRichText(CorpusSource source) {
    byte[] head = source.head();
    return new String(head, 0, Math.min(5, head.length), StandardCharsets.ISO_8859_1)
        .equals("{\\rtf");
  }

  private static boolean isDownload(List<String> lines) {
    return NexisArticles.isDownload(lines) || FactivaArticles.isDownload(lines);
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    int most = source.limits().documentCharacters();
    boolean rich = isRichText(source);
    boolean word = !rich && FileKind.isWordDocument(source.head());
    String text = rich ? richText(source, most) : word ? WordText.of(source, most) : source.text();
    List<String> lines = text.lines().map(line -> line.replace('\u00A0', ' ')).toList();
    List<String> stripped = lines.stream().map(String::strip).toList();
    List<ReadOutcome> outcomes = new ArrayList<>();
    if (NexisArticles.isDownload(stripped)) {
      new NexisArticles(source, stripped).addTo(outcomes);
    } else if (FactivaArticles.isDownload(stripped)) {
      new FactivaArticles(source, stripped).addTo(outcomes);
    }
    if (outcomes.isEmpty()) {
      throw new CorpusException(
          source.place(),
          "looks like "
              + (rich ? "Rich Text" : word ? "a Word document" : "a text")
              + " and no download of Nexis or Factiva; save it as text or HTML");
    }
    return outcomes.stream();
  }

  private static String richText(CorpusSource source, int most) {
    byte[] bytes;
    long largest = 8L * most;
    try (InputStream in = source.open()) {
      bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, largest + 1));
    } catch (IOException e) {
      throw new CorpusException(source.place(), "cannot be read to its end; get the file again");
    }
    if (bytes.length > largest) {
      throw new CorpusException(
          source.place(),
          "the document is larger than "
              + largest
              + " bytes; split it or raise the limit on document characters");
    }
    return RichText.of(bytes);
  }
}
