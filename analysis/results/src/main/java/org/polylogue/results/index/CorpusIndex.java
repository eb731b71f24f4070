package org.polylogue.results.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.language.LanguageEngine;
import org.polylogue.lexis.index.ConversationTexts;
import org.polylogue.lexis.index.IndexedText;
import org.polylogue.lexis.index.PlainEngine;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.TokenIndexBuilder;
import org.polylogue.model.Actor;
import org.polylogue.model.Document;
import org.polylogue.model.Stance;
import org.polylogue.results.Results;

/**
 * A token index of a corpus, or of results of {@code polylogue analyze}; only results know
 * quotations and mentions. A comment's stance towards the article is its attribute {@code stance},
 * that towards the comment it answers {@code reply}.
 *
 * @param index the index
 * @param failures what could not be read, one line each
 */
public record CorpusIndex(TokenIndex index, List<String> failures) {

  /** By the type of a stance's target, the attribute of a comment that holds its side. */
  private static final Map<String, String> STANCE_FACTS =
      Map.of("article", "stance", "parent", "reply");

  /** Copies the failures. */
  public CorpusIndex {
    failures = List.copyOf(failures);
  }

  /**
   * Reads inputs, splitting texts into words without a model.
   *
   * @param inputs either corpora, or results
   * @return their index
   * @throws IOException if a folder cannot be looked into
   * @throws IllegalArgumentException if some inputs are results and some are not
   */
  public static CorpusIndex read(List<Path> inputs) throws IOException {
    return read(inputs, new PlainEngine());
  }

  /**
   * Reads inputs.
   *
   * @param inputs either corpora, or results
   * @param engine splits texts into words
   * @return their index
   * @throws IOException if a folder cannot be looked into
   * @throws IllegalArgumentException if some inputs are results and some are not
   */
  public static CorpusIndex read(List<Path> inputs, LanguageEngine engine) throws IOException {
    Results results = new Results();
    long analysed = inputs.stream().filter(Files::exists).filter(results::are).count();
    if (analysed > 0 && analysed < inputs.size()) {
      throw new IllegalArgumentException(
          "some inputs are results of analyze and some are not; give one or the other");
    }
    List<String> failures = new ArrayList<>();
    TokenIndexBuilder builder = TokenIndex.builder();
    if (analysed > 0) {
      builder.withLayer(Region.QUOTATION).withLayer(Region.MENTION);
      for (Path input : inputs) {
        try (Stream<Discourse> discourses = results.read(input)) {
          discourses.forEach(discourse -> builder.addAll(texts(discourse, engine)));
        }
      }
    } else {
      try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(inputs)) {
        outcomes.forEach(
            outcome -> {
              if (outcome instanceof ReadOutcome.Read read) {
                builder.addAll(ConversationTexts.of(read.conversation(), engine));
              } else if (outcome instanceof ReadOutcome.Failed failed) {
                failures.add(failed.place() + ": " + failed.reason());
              }
            });
      }
    }
    return new CorpusIndex(builder.build(), failures);
  }

  /**
   * The documents of a discourse as texts to index, with quotations and mentions as regions.
   *
   * @param discourse what was found in an article and its comments
   * @param engine splits texts into words
   * @return the article's text and then the comments'
   */
  public static List<IndexedText> texts(Discourse discourse, LanguageEngine engine) {
    Map<String, Actor> actors = new HashMap<>();
    discourse.actors().forEach(actor -> actors.put(actor.id(), actor));
    Map<String, DocumentDiscourse> found = new HashMap<>();
    discourse.documents().forEach(d -> found.put(d.documentId(), d));
    Map<String, Map<String, String>> stances = stances(discourse);
    return ConversationTexts.of(
        discourse.conversation(),
        engine,
        document -> stances.getOrDefault(document.id(), Map.of()),
        document -> regions(document, found.get(document.id()), actors));
  }

  private static List<Region> regions(
      Document document, DocumentDiscourse found, Map<String, Actor> actors) {
    List<Region> regions =
        new ArrayList<>(
            ConversationTexts.quotations(
                found.quotations(), id -> Optional.ofNullable(actors.get(id))));
    regions.addAll(
        ConversationTexts.mentions(found.mentions(), id -> Optional.ofNullable(actors.get(id))));
    return regions;
  }

  private static Map<String, Map<String, String>> stances(Discourse discourse) {
    Map<String, Map<String, String>> stances = new HashMap<>();
    for (Stance stance : discourse.stances()) {
      String name = STANCE_FACTS.get(stance.target().type());
      if (name != null && stance.holder().type().equals("commenter")) {
        stance
            .taken()
            .ifPresent(
                taken ->
                    stances
                        .computeIfAbsent(taken.documentId(), id -> new TreeMap<>())
                        .put(name, taken.label().name()));
      }
    }
    return stances;
  }
}
