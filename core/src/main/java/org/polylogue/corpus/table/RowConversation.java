package org.polylogue.corpus.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.corpus.table.ColumnMapping.Meaning;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Publication;
import org.polylogue.text.Span;

/** Turns a row into an article or a comment. */
final class RowConversation {

  private static final Pattern SECONDS = Pattern.compile("-?\\d{9,10}(?:\\.\\d+)?");
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}(?:\\.0+)?");

  /** A positional id: a source, an article, and then one number for each level. */
  private static final Pattern POSITIONAL =
      Pattern.compile("^(?!.*__)(?<article>[^_]+_[^_]+)(?<positions>_[0-9_]*[0-9])");

  private final ColumnMapping mapping;

  RowConversation(ColumnMapping mapping) {
    this.mapping = mapping;
  }

  Article article(Map<String, String> row, String fallbackId, Place place) {
    String id = value(row, Meaning.ARTICLE).orElse(fallbackId);
    String text = text(row, Meaning.TEXT);
    Map<String, String> attributes = new TreeMap<>();
    row.forEach(
        (column, value) -> {
          if (!mapping.columns().containsValue(column) && !column.isBlank() && !value.isBlank()) {
            attributes.put(column, value);
          }
        });
    Publication publication =
        new Publication(
            value(row, Meaning.OUTLET),
            value(row, Meaning.BYLINE),
            value(row, Meaning.DATE).flatMap(WrittenTime::moment),
            value(row, Meaning.URL),
            value(row, Meaning.SECTION),
            attributes);
    Article plain = Article.of(id, value(row, Meaning.TITLE).orElse(""), text);
    return new Article(
        id, plain.title(), publication, text, blocks(row, text, plain.blocks(), place));
  }

  /** The article that a comment stands under. */
  String articleId(Map<String, String> row, Place place) {
    Optional<String> id = value(row, Meaning.ARTICLE);
    if (id.isPresent()) {
      return id.get();
    }
    var positional = POSITIONAL.matcher(value(row, Meaning.COMMENT).orElse(""));
    if (positional.matches()) {
      return positional.group("article");
    }
    throw new CorpusException(place, "the row names no article");
  }

  Comment comment(Map<String, String> row, int number, String articleId, Place place) {
    String id = value(row, Meaning.COMMENT).orElse(articleId + "#" + number);
    String text = text(row, Meaning.COMMENT_TEXT);
    Optional<String> parent =
        mapping.columns().containsKey(Meaning.PARENT)
            ? value(row, Meaning.PARENT).filter(to -> !to.equals(articleId))
            : positionalParent(id);
    Comment plain =
        new Comment(
            id,
            value(row, Meaning.COMMENTER),
            value(row, Meaning.TIME).flatMap(WrittenTime::moment),
            score(row),
            text,
            parent);
    return new Comment(
        id,
        plain.author(),
        plain.time(),
        plain.score(),
        text,
        parent,
        blocks(row, text, plain.blocks(), place));
  }

  private static Optional<String> positionalParent(String id) {
    var positional = POSITIONAL.matcher(id);
    return positional.matches() && positional.group("positions").lastIndexOf('_') > 0
        ? Optional.of(id.substring(0, id.lastIndexOf('_')))
        : Optional.empty();
  }

  private Optional<String> value(Map<String, String> row, Meaning meaning) {
    return mapping.value(row, meaning);
  }

  private String text(Map<String, String> row, Meaning meaning) {
    String column = mapping.columns().get(meaning);
    return column == null ? "" : row.getOrDefault(column, "");
  }

  private OptionalInt score(Map<String, String> row) {
    OptionalInt score = number(row, Meaning.SCORE);
    OptionalInt up = number(row, Meaning.UP);
    OptionalInt down = number(row, Meaning.DOWN);
    if (score.isPresent() || up.isEmpty() && down.isEmpty()) {
      return score;
    }
    return OptionalInt.of(up.orElse(0) - Math.abs(down.orElse(0)));
  }

  private OptionalInt number(Map<String, String> row, Meaning meaning) {
    String value = value(row, meaning).orElse("").strip().replace('−', '-');
    return INTEGER.matcher(value).matches()
        ? OptionalInt.of((int) Double.parseDouble(value))
        : OptionalInt.empty();
  }

  private List<Block> blocks(
      Map<String, String> row, String text, List<Block> otherwise, Place place) {
    String column = mapping.columns().get(Meaning.BLOCKS);
    String written = column == null ? null : row.get(column);
    if (written == null) {
      return otherwise;
    }
    List<Block> blocks = new ArrayList<>();
    try {
      for (String block : written.isBlank() ? new String[0] : written.split(";")) {
        String[] parts = block.strip().split("[ -]", 3);
        Span span = new Span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        blocks.add(new Block(Block.Kind.valueOf(parts[0]), span));
      }
      return blocks;
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new CorpusException(
          place, "the blocks \"" + written + "\" are not KIND start-end; …: " + e.getMessage());
    }
  }
}
