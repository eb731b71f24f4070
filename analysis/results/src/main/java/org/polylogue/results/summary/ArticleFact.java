package org.polylogue.results.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polylogue.model.Article;
import org.polylogue.model.Publication;

/** A fact about articles by which they are told apart. Immutable and thread-safe. */
public final class ArticleFact {

  /** Articles are not told apart. */
  public static final ArticleFact NONE = new ArticleFact("");

  private final String name;

  private ArticleFact(String name) {
    this.name = name;
  }

  /**
   * A fact by name.
   *
   * @param name {@code article} (its id), {@code outlet}, {@code section}, {@code author}, {@code
   *     day}, {@code week}, {@code month}, {@code year}, or else an attribute of the publication;
   *     several with commas between them, such as {@code outlet,month}, are one fact whose parts
   *     are joined by {@code " | "}
   * @return the fact
   */
  public static ArticleFact of(String name) {
    return new ArticleFact(Objects.requireNonNull(name, "name"));
  }

  /**
   * The fact about an article.
   *
   * @param article an article
   * @return empty if its source does not say
   */
  public Optional<String> of(Article article) {
    List<Optional<String>> parts =
        Arrays.stream(name.split(",", -1)).map(part -> part(part.strip(), article)).toList();
    return parts.stream().allMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            parts.stream().map(part -> part.orElse("")).collect(Collectors.joining(" | ")));
  }

  private static Optional<String> part(String name, Article article) {
    Publication known = article.publication();
    return switch (name) {
      case "" -> Optional.of("");
      case "article" -> Optional.of(article.id());
      case "outlet" -> known.outlet();
      case "section" -> known.section();
      case "author" -> known.author();
      case "day", "week", "month", "year" -> {
        Period period = Period.valueOf(name.toUpperCase(Locale.ROOT));
        yield known.date().map(moment -> period.label(moment.date()));
      }
      default -> Optional.ofNullable(known.attributes().get(name));
    };
  }
}
