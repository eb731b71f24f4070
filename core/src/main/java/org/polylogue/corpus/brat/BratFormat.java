package org.polylogue.corpus.brat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.FileNames;
import org.polylogue.corpus.exchange.LayeredOutcome;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.text.Explanation;

/**
 * Reads and writes folders of brat: {@code NAME.txt} beside {@code NAME.ann}. A folder with the
 * sub-folders {@code text} and {@code attributions} is read too, as PolNeAR is published: there the
 * annotations of {@code NAME.txt} are {@code NAME_ANNOTATOR.ann}, and the first annotator by name
 * counts. Offsets in files are code points, as brat counts them, which takes a byte order mark for
 * the first character of a text; so does this class.
 *
 * <p>As a corpus format it gives the texts as articles. Immutable and thread-safe.
 */
public final class BratFormat implements CorpusFormat {

  private static final int UTF_8_MARK = 3;

  private record Pair(String id, Path text, Path annotations) {}

  /** A reader and writer; it has no options. */
  public BratFormat() {}

  @Override
  public String name() {
    return "brat";
  }

  /** Accepts folders that hold an {@code .ann} file beside its text. */
  @Override
  public boolean accepts(CorpusSource source) {
    if (!source.isFolder()) {
      return false;
    }
    try {
      return !pairs(source.path()).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Covers pairs of texts and annotations, and what brat keeps beside them. */
  @Override
  public boolean covers(CorpusSource folder, Path entry) {
    String name = entry.getFileName().toString();
    if (name.endsWith(".conf")) {
      return true;
    }
    boolean text = name.endsWith(".txt");
    if (!text && !name.endsWith(".ann")) {
      return Files.isDirectory(entry) && (name.equals("text") || name.equals("attributions"));
    }
    String other = name.substring(0, name.length() - 4) + (text ? ".ann" : ".txt");
    return Files.isRegularFile(entry.resolveSibling(other));
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    return documents(source.path(), source.limits())
        .map(
            outcome -> {
              if (outcome instanceof LayeredOutcome.Read read) {
                Article article = Article.of(read.document().id(), "", read.document().text());
                Notice notice =
                    new Notice(
                        Notice.Kind.UNPLACED,
                        0,
                        read.document().annotations().size() + " annotations",
                        "annotations are no part of a conversation and were left aside");
                return new ReadOutcome.Read(
                    read.place(), Conversation.of(article, List.of()), List.of(notice));
              }
              return new ReadOutcome.Failed(
                  outcome.place(), ((LayeredOutcome.Failed) outcome).reason());
            });
  }

  /**
   * Reads the annotated texts of a folder, one at a time.
   *
   * @param folder the folder
   * @param limits what is read at most
   * @return the documents in the order of their names; a damaged one is a failure
   * @throws CorpusException if the folder cannot be listed or holds no annotated text
   */
  public Stream<LayeredOutcome> documents(Path folder, ReadLimits limits) {
    List<Pair> pairs;
    try {
      pairs = pairs(folder);
    } catch (IOException e) {
      throw new CorpusException(
          CorpusSource.of(folder).place(), "the folder cannot be listed: " + Explanation.of(e));
    }
    if (pairs.isEmpty()) {
      throw new CorpusException(
          CorpusSource.of(folder).place(), "holds no .txt file with an .ann file beside it");
    }
    return pairs.stream().map(pair -> document(pair, limits));
  }

  private static LayeredOutcome document(Pair pair, ReadLimits limits) {
    CorpusSource annotations = CorpusSource.of(pair.annotations(), pair.id(), limits);
    try {
      String text = text(CorpusSource.of(pair.text(), pair.id(), limits));
      BratAnnotations brat = BratParser.read(annotations, text);
      List<Notice> notices = new ArrayList<>();
      LayeredText layers = BratLayers.toLayers(pair.id(), text, brat, notices);
      return new LayeredOutcome.Read(annotations.place(), layers, notices);
    } catch (CorpusException e) {
      return new LayeredOutcome.Failed(e.place(), e.getMessage());
    } catch (IllegalArgumentException e) {
      return new LayeredOutcome.Failed(annotations.place(), Explanation.of(e));
    }
  }

  private static String text(CorpusSource source) {
    boolean marked = source.encoding().markLength() == UTF_8_MARK;
    return (marked ? "\uFEFF" : "") + source.text();
  }

  /**
   * Reads the annotation file of a text as brat has it.
   *
   * @param annotations the file
   * @param text the text it belongs to
   * @return its content
   * @throws CorpusException if a line is wrong
   */
  public static BratAnnotations annotations(CorpusSource annotations, String text) {
    return BratParser.read(annotations, Objects.requireNonNull(text, "text"));
  }

  private static List<Pair> pairs(Path folder) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    NavigableMap<String, Path> annotations = byStem(folder, ".ann");
    for (Map.Entry<String, Path> text : byStem(folder, ".txt").entrySet()) {
      Path own = annotations.get(text.getKey());
      if (own != null) {
        pairs.add(new Pair(FileNames.toId(text.getKey()), text.getValue(), own));
      }
    }
    Path texts = folder.resolve("text");
    Path attributions = folder.resolve("attributions");
    if (pairs.isEmpty() && Files.isDirectory(texts) && Files.isDirectory(attributions)) {
      NavigableMap<String, Path> annotators = byStem(attributions, ".ann");
      for (Map.Entry<String, Path> text : byStem(texts, ".txt").entrySet()) {
        String prefix = text.getKey() + "_";
        Map.Entry<String, Path> first = annotators.ceilingEntry(prefix);
        if (first != null && first.getKey().startsWith(prefix)) {
          pairs.add(new Pair(text.getKey(), text.getValue(), first.getValue()));
        }
      }
    }
    return pairs;
  }

  private static NavigableMap<String, Path> byStem(Path folder, String extension)
      throws IOException {
    NavigableMap<String, Path> byStem = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(extension) && !name.startsWith(".")) {
          byStem.put(name.substring(0, name.length() - extension.length()), file);
        }
      }
    }
    return byStem;
  }

  /**
   * Writes a text and its annotations into a folder.
   *
   * @param folder the folder, made if missing
   * @param layers the text with its layers
   * @param types what the configuration declares: other features are notes, since brat's verifier
   *     refuses attributes that are not declared
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if the id makes no file name
   */
  public static void write(Path folder, LayeredText layers, List<AnnotationType> types)
      throws IOException {
    Files.createDirectories(folder);
    String stem = FileNames.of(layers.id());
    String annotations = BratLayers.toBrat(layers, types).toFile(layers.text());
    Files.write(folder.resolve(stem + ".txt"), layers.text().getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve(stem + ".ann"), annotations.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the configuration that brat needs to show and edit annotations.
   *
   * @param folder the folder, made if missing
   * @param types the types of annotations
   * @throws IOException if the file cannot be written
   */
  public static void writeConfiguration(Path folder, List<AnnotationType> types)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("annotation.conf"), BratConfiguration.of(types));
  }
}
