package org.polylogue.corpus.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Publication;
import org.polylogue.text.SpreadsheetText;

/**
 * Writes a folder with {@code articles.csv} and {@code comments.csv} that {@link TableFormat} reads
 * back. Cells that a spreadsheet would run as formulas are guarded, see {@link SpreadsheetText};
 * the column {@code blocks} tells who reads that they are. Not kept: further attributes of a
 * publication (one column each is not known before the last article) and what was mended in the
 * comment list. For one thread.
 */
public final class TableWriter implements Closeable {

  /** The column that only tables written here have. */
  static final String BLOCKS = "blocks";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final Path folder;
  private final CSVPrinter articles;
  private final CSVPrinter comments;
  private int attributes;

  /**
   * Starts the tables.
   *
   * @param folder where they go, made if missing
   * @throws IOException if they cannot be made
   */
  public TableWriter(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    this.articles = printer("articles.csv.part");
    this.comments = printer("comments.csv.part");
    articles.printRecord(
        "article_id",
        "title",
        "outlet",
        "byline",
        "date",
        "url",
        "section",
        "article_text",
        BLOCKS);
    comments.printRecord(
        "article_id",
        "comment_id",
        "parent",
        "comment_author",
        "time",
        "score",
        "comment_text",
        BLOCKS);
  }

  private CSVPrinter printer(String name) throws IOException {
    return new CSVPrinter(
        Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8), FORMAT);
  }

  /**
   * Writes a conversation.
   *
   * @param conversation an article with its comments
   * @throws IOException if it cannot be written
   */
  public void write(Conversation conversation) throws IOException {
    Article article = conversation.article();
    Publication facts = article.publication();
    attributes += facts.attributes().size();
    print(
        articles,
        article.id(),
        article.title(),
        facts.outlet().orElse(""),
        facts.author().orElse(""),
        facts.date().map(Object::toString).orElse(""),
        facts.url().orElse(""),
        facts.section().orElse(""),
        article.text(),
        blocks(article.blocks()));
    for (Comment comment : conversation.comments()) {
      attributes += comment.attributes().size();
      print(
          comments,
          article.id(),
          comment.id(),
          comment.replyTo().orElse(""),
          comment.author().orElse(""),
          comment.time().map(Object::toString).orElse(""),
          comment.score().isPresent() ? comment.score().getAsInt() : "",
          comment.text(),
          blocks(comment.blocks()));
    }
  }

  private static void print(CSVPrinter table, Object... cells) throws IOException {
    for (Object cell : cells) {
      table.print(cell instanceof String text ? SpreadsheetText.guarded(text) : cell);
    }
    table.println();
  }

  private static String blocks(List<Block> blocks) {
    return blocks.stream()
        .map(block -> block.kind() + " " + block.span())
        .collect(Collectors.joining(";"));
  }

  /**
   * What the tables could not hold so far.
   *
   * @return one line for each kind, empty if nothing
   */
  public List<String> dropped() {
    return attributes == 0 ? List.of() : List.of("attributes: " + attributes);
  }

  /** Finishes the tables and gives them their names. */
  @Override
  public void close() throws IOException {
    articles.close();
    comments.close();
    for (String name : List.of("articles.csv", "comments.csv")) {
      Files.move(
          folder.resolve(name + ".part"),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
