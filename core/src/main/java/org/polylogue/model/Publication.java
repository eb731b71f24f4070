package org.polylogue.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of an article's publication; what the source does not say is empty.
 *
 * @param outlet newspaper, agency or site
 * @param author byline
 * @param date day of publication
 * @param url address
 * @param section section or desk
 * @param attributes further facts by name, sorted
 */
public record Publication(
    Optional<String> outlet,
    Optional<String> author,
    Optional<Moment> date,
    Optional<String> url,
    Optional<String> section,
    Map<String, String> attributes) {

  /** Nothing known. */
  public static final Publication UNKNOWN =
      new Publication(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  /** Checks that all parts are there and copies the attributes. */
  public Publication {
    Objects.requireNonNull(outlet, "outlet");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(section, "section");
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }
}
