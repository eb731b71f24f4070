package org.polylogue.corpus.webanno;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.exchange.FileNames;
import org.polylogue.corpus.exchange.LayeredOutcome;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.text.Explanation;

/**
 * Reads and writes WebAnno TSV 3 (3.3 is written, 3.0 to 3.3 are read), one document a file, the
 * text in the file with its annotations.
 *
 * <p>A layer is the span layer {@code webanno.custom.LAYER}. That format knows no interrupted
 * spans: pieces of one annotation have the same number in the feature {@code group}; a link is a
 * feature {@code to_ROLE} that holds the number of the other end. Features are strings. Relation,
 * chain and slot columns of other projects are left aside, with a notice. Offsets are UTF-16 code
 * units. As a corpus format it gives the texts as articles. Immutable and thread-safe.
 */
public final class WebAnnoFormat implements CorpusFormat {

  static final String PREFIX = "webanno.custom.";
  static final String GROUP = "group";
  static final String LINK = "to_";

  private static final Pattern HEAD = Pattern.compile("^\\s*#FORMAT=WebAnno TSV 3");

  /** A reader and writer; it has no options. */
  public WebAnnoFormat() {}

  static String escapedName(String name) {
    boolean reserved = name.equals(GROUP) || name.startsWith(LINK) || name.startsWith("x_");
    return reserved ? "x_" + name : name;
  }

  static String plainName(String name) {
    return name.startsWith("x_") ? name.substring(2) : name;
  }

  @Override
  public String name() {
    return "webanno-tsv";
  }

  /** Accepts files that begin with the format's first line. */
  @Override
  public boolean accepts(CorpusSource source) {
    return !source.isFolder() && HEAD.matcher(source.headText()).lookingAt();
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    LayeredOutcome outcome = document(source);
    if (outcome instanceof LayeredOutcome.Read read) {
      List<Notice> notices = new ArrayList<>(read.notices());
      notices.add(
          new Notice(
              Notice.Kind.UNPLACED,
              0,
              read.document().annotations().size() + " annotations",
              "annotations are no part of a conversation and were left aside"));
      Article article = Article.of(read.document().id(), "", read.document().text());
      return Stream.of(
          new ReadOutcome.Read(read.place(), Conversation.of(article, List.of()), notices));
    }
    LayeredOutcome.Failed failed = (LayeredOutcome.Failed) outcome;
    return Stream.of(new ReadOutcome.Failed(failed.place(), failed.reason()));
  }

  /**
   * Reads a document with its annotations; its id is the name of the source.
   *
   * @param source a file
   * @return the document, or the first fault in it
   */
  public static LayeredOutcome document(CorpusSource source) {
    try {
      List<Notice> notices = new ArrayList<>();
      LayeredText document = WebAnnoParser.read(source, FileNames.toId(source.name()), notices);
      return new LayeredOutcome.Read(source.place(), document, notices);
    } catch (CorpusException e) {
      return new LayeredOutcome.Failed(e.place(), e.getMessage());
    } catch (IllegalArgumentException e) {
      return new LayeredOutcome.Failed(source.place(), Explanation.of(e));
    }
  }

  /**
   * A document as the content of a file.
   *
   * @param document the text with its layers
   * @return the file's content
   */
  public static String toFile(LayeredText document) {
    return WebAnnoWriter.write(document);
  }

  /**
   * Writes a document into a folder as {@code ID.tsv}.
   *
   * @param folder the folder, made if missing
   * @param document the text with its layers
   * @throws IOException if the file cannot be written
   * @throws IllegalArgumentException if the id makes no file name
   */
  public static void write(Path folder, LayeredText document) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve(FileNames.of(document.id()) + ".tsv"),
        toFile(document).getBytes(StandardCharsets.UTF_8));
  }
}
