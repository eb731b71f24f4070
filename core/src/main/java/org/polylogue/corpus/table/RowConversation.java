package org.polylogue.corpus.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.html.MarkedText;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.Removed;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.corpus.table.ColumnMapping.Meaning;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.Explanation;
import org.polylogue.text.Span;

/** Turns a row into an article or a comment. */
final class RowConversation {

  private static final Pattern INTEGER =
      Pattern.compile("[+-]?(?:\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})(?:\\.0+)?");

  /** Large numbers as pages round them: {@code 1.2K}. */
  private static final Pattern ROUNDED = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,2})?)\\h?([kKmM])");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

  private static final Set<String> TRUE = Set.of("true", "1", "yes", "t", "y");

  /** A positional id: a source, an article, and then one number for each level. */
  private static final Pattern POSITIONAL =
      Pattern.compile("^(?!.*__)(?<article>[^_]+_[^_]+)(?<positions>_[0-9_]*[0-9])");

  private static final Pattern WHOLE = Pattern.compile("^t[1-6]_(?=\\w)|(?<=\\d)\\.0$");

  private final ColumnMapping mapping;
  private final WrittenTime.DayOrder order;

  RowConversation(ColumnMapping mapping) {
    this(mapping, WrittenTime.DayOrder.UNKNOWN);
  }

  RowConversation(ColumnMapping mapping, WrittenTime.DayOrder order) {
    this.mapping = mapping;
    this.order = order;
  }

  Article article(Map<String, String> row, String fallbackId, Place place) {
    String id = id(row, Meaning.ARTICLE).orElse(fallbackId);
    MarkedText text = text(row, Meaning.TEXT);
    Optional<String> outlet = value(row, Meaning.OUTLET);
    Optional<String> source = outlet.filter(RowConversation::isAddress);
    Publication publication =
        new Publication(
            outlet.filter(named -> source.isEmpty()),
            value(row, Meaning.BYLINE).filter(name -> !NUMBER.matcher(name).matches()),
            value(row, Meaning.DATE).flatMap(this::moment),
            value(row, Meaning.URL)
                .or(() -> source)
                .or(() -> Removed.known(row.get("source")).filter(RowConversation::isAddress)),
            value(row, Meaning.SECTION),
            mapping.isComments() ? Map.of() : attributes(row, Meaning.DATE));
    String title = value(row, Meaning.TITLE).map(MarkedText::plain).orElse("");
    return new Article(
        id, title, publication, text.text(), blocks(row, text.text(), text.blocks(), place));
  }

  private static boolean isAddress(String value) {
    return value.startsWith("http://") || value.startsWith("https://");
  }

  /** Columns without a meaning, and what a meaning does not hold. */
  private Map<String, String> attributes(Map<String, String> row, Meaning dated) {
    Map<String, String> attributes = new TreeMap<>();
    row.forEach(
        (column, value) -> {
          if (!mapping.columns().containsValue(column) && !column.isBlank()) {
            Removed.known(value).ifPresent(known -> attributes.put(column, known));
          }
        });
    if (mapping.isComments()) {
      keep(Meaning.UP, row, attributes);
      keep(Meaning.DOWN, row, attributes);
      if (number(row, Meaning.SCORE).isEmpty()) {
        keep(Meaning.SCORE, row, attributes);
      }
    }
    if (value(row, dated).filter(written -> moment(written).isEmpty()).isPresent()) {
      keep(dated, row, attributes);
    }
    return attributes;
  }

  private void keep(Meaning meaning, Map<String, String> row, Map<String, String> attributes) {
    value(row, meaning).ifPresent(known -> attributes.put(mapping.columns().get(meaning), known));
  }

  /** Says that an article has no text. */
  static Notice textless(Article article, Place place) {
    return new Notice(
        Notice.Kind.DOUBTFUL,
        place.line().orElse(0),
        article.title(),
        "there is no text of this article");
  }

  /** Says that what is read as the text of articles is called a part of it. */
  static Notice excerpt(ColumnMapping mapping) {
    String column = mapping.columns().get(Meaning.TEXT);
    return new Notice(
        Notice.Kind.DOUBTFUL,
        0,
        column,
        "the text is what " + column + " holds, which may be the beginning only");
  }

  /**
   * Whether a row of a table of comments is what the others answer: the first post of a thread,
   * with the id of the thread or a title of its own.
   */
  boolean isFirstPost(Map<String, String> row) {
    Optional<String> id = id(row, Meaning.COMMENT);
    String title = mapping.columns().getOrDefault(Meaning.TITLE, "article");
    return id.isPresent()
        && !mapping.columns().containsKey(Meaning.TEXT)
        && (mapping.isThread()
            || !title.toLowerCase(Locale.ROOT).startsWith("article")
                && value(row, Meaning.TITLE).isPresent())
        && id.equals(id(row, Meaning.ARTICLE))
        && id(row, Meaning.PARENT).filter(to -> !to.equals(id.get())).isEmpty();
  }

  /** The article that a comment stands under. */
  String articleId(Map<String, String> row, String fallbackId) {
    Optional<String> id = id(row, Meaning.ARTICLE);
    if (id.isPresent()) {
      return id.get();
    }
    var positional = POSITIONAL.matcher(value(row, Meaning.COMMENT).orElse(""));
    return positional.matches() ? positional.group("article") : fallbackId;
  }

  /**
   * Reads a comment. What it answers may have the id of the article; who knows all comments tells
   * whether a comment is meant.
   */
  Comment comment(Map<String, String> row, int number, String articleId, Place place) {
    String id = id(row, Meaning.COMMENT).orElse(articleId + "#" + number);
    MarkedText text = text(row, Meaning.COMMENT_TEXT);
    String written = row.getOrDefault(mapping.columns().get(Meaning.COMMENT_TEXT), "");
    boolean deleted =
        value(row, Meaning.DELETED)
            .filter(flag -> TRUE.contains(flag.strip().toLowerCase(Locale.ROOT)))
            .isPresent();
    boolean removed = deleted || Removed.isText(written) || Removed.isText(text.text());
    Optional<String> parent =
        mapping.columns().containsKey(Meaning.PARENT)
            ? value(row, Meaning.PARENT)
                .filter(to -> !to.startsWith("t3_"))
                .map(RowConversation::bare)
                .filter(to -> !to.equals("0") && !to.equals("-1"))
            : positionalParent(id);
    return new Comment(
        id,
        removed ? Optional.empty() : value(row, Meaning.COMMENTER),
        value(row, Meaning.TIME).flatMap(this::moment),
        score(row),
        removed ? "" : text.text(),
        parent,
        removed ? List.of() : blocks(row, text.text(), text.blocks(), place),
        attributes(row, Meaning.TIME));
  }

  /** An id without what spreadsheets and Reddit put around it. */
  private Optional<String> id(Map<String, String> row, Meaning meaning) {
    return value(row, meaning).map(RowConversation::bare);
  }

  private static String bare(String id) {
    return WHOLE.matcher(id.strip()).replaceFirst("");
  }

  private static Optional<String> positionalParent(String id) {
    var positional = POSITIONAL.matcher(id);
    return positional.matches() && positional.group("positions").lastIndexOf('_') > 0
        ? Optional.of(id.substring(0, id.lastIndexOf('_')))
        : Optional.empty();
  }

  private Optional<Moment> moment(String written) {
    return WrittenTime.moment(written, order);
  }

  private Optional<String> value(Map<String, String> row, Meaning meaning) {
    return mapping.value(row, meaning);
  }

  private MarkedText text(Map<String, String> row, Meaning meaning) {
    String column = mapping.columns().get(meaning);
    String value = column == null ? "" : row.getOrDefault(column, "");
    if (mapping.columns().containsKey(Meaning.BLOCKS)) {
      return MarkedText.asIs(value);
    }
    boolean missing = Removed.known(value).isEmpty() && !value.isBlank();
    return missing || Removed.isText(value) ? MarkedText.asIs("") : MarkedText.of(value);
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
    if (INTEGER.matcher(value).matches()) {
      return OptionalInt.of((int) Double.parseDouble(value.replace(",", "")));
    }
    Matcher rounded = ROUNDED.matcher(value);
    if (rounded.matches()) {
      int unit = rounded.group(2).equalsIgnoreCase("k") ? 1_000 : 1_000_000;
      return OptionalInt.of((int) Math.round(Double.parseDouble(rounded.group(1)) * unit));
    }
    return OptionalInt.empty();
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
          place, "the blocks \"" + written + "\" are not KIND start-end; …: " + Explanation.of(e));
    }
  }
}
