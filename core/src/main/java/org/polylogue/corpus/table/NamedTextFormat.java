package org.polylogue.corpus.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;

/**
 * Reads plain texts whose file names hold their facts, such as {@code herald_2024-03-01_budget.txt}
 * with the pattern {@code (?<outlet>[^_]+)_(?<date>[^_]+)_(?<title>.+)}. The groups {@code id,
 * title, outlet, author, date, url} and {@code section} are facts of publication, others become
 * attributes. The pattern is the caller's, not the corpus's, and is matched against file names
 * only. Immutable and thread-safe.
 */
public final class NamedTextFormat implements CorpusFormat {

  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  private final Pattern pattern;
  private final List<String> groups;

  /**
   * A reader.
   *
   * @param pattern matches a whole file name without extension; its named groups are facts
   */
  public NamedTextFormat(Pattern pattern) {
    this.pattern = Objects.requireNonNull(pattern, "pattern");
    this.groups = GROUP.matcher(pattern.pattern()).results().map(m -> m.group(1)).toList();
  }

  @Override
  public String name() {
    return "named-text";
  }

  /** Accepts {@code .txt} files. */
  @Override
  public boolean accepts(CorpusSource source) {
    String name = source.path().toString();
    return !source.isFolder() && (name.endsWith(".txt") || name.endsWith(".txt.gz"));
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    String name = source.path().getFileName().toString().replaceFirst("\\.txt(?:\\.gz)?$", "");
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      throw new CorpusException(
          source.place(), "the file name " + name + " does not match " + pattern.pattern());
    }
    Map<String, String> facts = new TreeMap<>();
    for (String group : groups) {
      String value = matcher.group(group);
      if (value != null && !value.isBlank()) {
        facts.put(group, value.strip());
      }
    }
    String text = source.text();
    if (text.isBlank()) {
      throw new CorpusException(source.place(), "the file holds no text");
    }
    Optional<String> id = take(facts, "id");
    Optional<String> title = take(facts, "title");
    Optional<String> date = take(facts, "date");
    Optional<Moment> day = date.flatMap(WrittenTime::moment);
    List<Notice> notices =
        date.isPresent() && day.isEmpty()
            ? List.of(new Notice(Notice.Kind.DOUBTFUL, 0, date.get(), "a date that cannot be told"))
            : List.of();
    Publication publication =
        new Publication(
            take(facts, "outlet"),
            take(facts, "author"),
            day,
            take(facts, "url"),
            take(facts, "section"),
            facts);
    Article plain = Article.of(id.orElse(source.name()), title.orElse(""), text);
    Article article = new Article(plain.id(), plain.title(), publication, text, plain.blocks());
    return Stream.of(
        new ReadOutcome.Read(source.place(), Conversation.of(article, List.of()), notices));
  }

  private static Optional<String> take(Map<String, String> facts, String name) {
    return Optional.ofNullable(facts.remove(name));
  }
}
