package org.polylogue.results.exchange;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polylogue.corpus.brat.BratFormat;
import org.polylogue.corpus.convokit.ConvokitWriter;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.corpus.table.TableWriter;
import org.polylogue.corpus.webanno.WebAnnoFormat;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.results.DiscourseJson;
import org.polylogue.results.database.ResultsDatabase;
import org.polylogue.text.OffsetUnit;

/** Where items are converted to. It counts what its format cannot hold. For one thread. */
public abstract sealed class Target implements Closeable {

  /** Formats that are written. */
  public enum Format {
    /** A corpus folder of ConvoKit. */
    CONVOKIT,
    /** A folder of brat. */
    BRAT,
    /** A folder of WebAnno TSV files. */
    WEBANNO,
    /** Conversations as JSON Lines. */
    JSONL,
    /** A folder with two tables. */
    CSV,
    /** All tables of results as a DuckDB file. */
    DUCKDB,
    /** All tables of results as an SQLite file. */
    SQLITE,
    /** A folder with all tables of results as Parquet files. */
    PARQUET
  }

  private final Map<String, Long> dropped = new TreeMap<>();

  private Target() {}

  /**
   * Opens a target.
   *
   * @param format its format
   * @param out a folder, or a file for JSON Lines
   * @param unit what offsets count, for JSON Lines and databases
   * @param layers the layers that annotation tools are told of
   * @return the target
   * @throws IOException if it cannot be made
   */
  public static Target open(Format format, Path out, OffsetUnit unit, Layers layers)
      throws IOException {
    return switch (format) {
      case CONVOKIT -> new Convokit(new ConvokitWriter(out));
      case JSONL ->
          new JsonLines(
              new JsonLinesWriter(new BufferedOutputStream(Files.newOutputStream(out)), unit));
      case CSV -> new Tables(new TableWriter(out));
      case BRAT -> new Brat(out, layers);
      case WEBANNO -> new WebAnno(out);
      case DUCKDB, SQLITE, PARQUET ->
          new Database(
              new ResultsDatabase(ResultsDatabase.Kind.valueOf(format.name()), out, layers, unit));
    };
  }

  /**
   * Writes an item.
   *
   * @param item what was read, not {@link Item.Unreadable}
   * @throws IOException if it cannot be written
   */
  public abstract void add(Item item) throws IOException;

  /**
   * Writes what is known only after the last item.
   *
   * @throws IOException if it cannot be written
   */
  public void finish() throws IOException {}

  /**
   * What the format could not hold.
   *
   * @return how many of each kind, sorted by kind
   */
  public Map<String, Long> dropped() {
    return new TreeMap<>(dropped);
  }

  final void drop(String what, long count) {
    if (count > 0) {
      dropped.merge(what, count, Long::sum);
    }
  }

  /** The conversation of an item; its findings are counted as dropped. */
  final Conversation conversation(Item item) {
    if (item instanceof Item.Analysed analysed) {
      for (DocumentDiscourse found : analysed.discourse().documents()) {
        found.findings().forEach((layer, findings) -> drop(layer.label(), findings.size()));
      }
      return counted(analysed.discourse().conversation());
    }
    if (item instanceof Item.Layered layered) {
      drop("annotations", layered.document().annotations().size());
      LayeredText document = layered.document();
      return Conversation.of(Article.of(document.id(), "", document.text()), List.of());
    }
    return counted(((Item.Plain) item).conversation());
  }

  final Conversation counted(Conversation conversation) {
    drop("reports of what was mended in threads", conversation.irregularities().size());
    return conversation;
  }

  /** The layers of an item; what a text file cannot hold is counted as dropped. */
  final List<LayeredText> layers(Item item) {
    Conversation conversation =
        item instanceof Item.Plain plain
            ? plain.conversation()
            : item instanceof Item.Analysed analysed ? analysed.discourse().conversation() : null;
    if (conversation != null) {
      drop("titles", conversation.article().title().isEmpty() ? 0 : 1);
      drop(
          "facts of publication",
          conversation.article().publication().equals(org.polylogue.model.Publication.UNKNOWN)
              ? 0
              : 1);
      drop("authors, times, votes and parents of comments", conversation.comments().size());
      counted(conversation);
    }
    List<FindingAnnotations> annotations = Items.annotations(item);
    annotations.forEach(one -> one.dropped().forEach(this::drop));
    return annotations.stream().map(FindingAnnotations::layers).toList();
  }

  private static final class Convokit extends Target {
    private final DiscourseJson json = new DiscourseJson(OffsetUnit.CODE_POINTS);
    private final ConvokitWriter writer;

    Convokit(ConvokitWriter writer) {
      this.writer = writer;
    }

    @Override
    public void add(Item item) throws IOException {
      if (item instanceof Item.Analysed analysed) {
        Discourse discourse = analysed.discourse();
        writer.write(counted(discourse.conversation()), json.findings(discourse));
      } else {
        writer.write(conversation(item));
      }
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private static final class JsonLines extends Target {
    private final JsonLinesWriter writer;

    JsonLines(JsonLinesWriter writer) {
      this.writer = writer;
    }

    @Override
    public void add(Item item) throws IOException {
      writer.write(conversation(item));
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private static final class Tables extends Target {
    private final TableWriter writer;

    Tables(TableWriter writer) {
      this.writer = writer;
    }

    @Override
    public void add(Item item) throws IOException {
      Conversation conversation = conversation(item);
      drop("attributes of publications", conversation.article().publication().attributes().size());
      writer.write(conversation);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }

  private static final class Database extends Target {
    private final ResultsDatabase database;

    Database(ResultsDatabase database) {
      this.database = database;
    }

    @Override
    public void add(Item item) throws IOException {
      if (item instanceof Item.Analysed analysed) {
        database.add(analysed.discourse());
      } else {
        Conversation conversation = conversation(item);
        List<DocumentDiscourse> nothing =
            conversation.documents().stream()
                .map(document -> new DocumentDiscourse(document.id(), Map.of()))
                .toList();
        database.add(new Discourse(conversation, List.of(), nothing));
      }
    }

    @Override
    public void finish() throws IOException {
      database.finish();
    }

    @Override
    public void close() throws IOException {
      database.close();
    }
  }

  private static final class Brat extends Target {
    private final Path folder;
    private final List<AnnotationType> types;

    Brat(Path folder, Layers layers) throws IOException {
      this.folder = folder;
      this.types = FindingAnnotations.types(layers);
      BratFormat.writeConfiguration(folder, types);
    }

    @Override
    public void add(Item item) throws IOException {
      for (LayeredText document : layers(item)) {
        BratFormat.write(folder, document, types);
      }
    }

    @Override
    public void close() {}
  }

  private static final class WebAnno extends Target {
    private final Path folder;

    WebAnno(Path folder) throws IOException {
      this.folder = folder;
      Files.createDirectories(folder);
    }

    @Override
    public void add(Item item) throws IOException {
      for (LayeredText document : layers(item)) {
        WebAnnoFormat.write(folder, document);
      }
    }

    @Override
    public void close() {}
  }

  /**
   * The place that the target must not overwrite.
   *
   * @param out where the user wants the result
   * @return what stands in the way, empty if nothing does
   * @throws IOException if the place cannot be looked at
   */
  public static Optional<String> obstacle(Path out) throws IOException {
    if (!Files.exists(out)) {
      return Optional.empty();
    }
    if (Files.isDirectory(out)) {
      try (var files = Files.list(out)) {
        return files.findAny().isEmpty()
            ? Optional.empty()
            : Optional.of("the folder " + out + " is not empty");
      }
    }
    return Optional.of("the file " + out + " is there");
  }
}
