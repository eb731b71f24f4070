package org.polylogue.results.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.IdSet;
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
    TokenIndexBuilder builder = builder(inputs);
    List<String> failures = forEachConversation(inputs, engine, builder::addAll);
    return new CorpusIndex(builder.build(), failures);
  }

  /** Takes an index of a part of a corpus. */
  public interface PartTaker {
    /**
     * Takes a part.
     *
     * @param index its index
     * @throws IOException if it cannot be written on
     */
    void take(TokenIndex index) throws IOException;
  }

  /**
   * Reads inputs in parts, of which one is in memory at a time. An article and its comments are in
   * one part.
   *
   * @param inputs either corpora, or results
   * @param engine splits texts into words
   * @param tokens how many tokens a part has before it is handed on, 1 or more
   * @param taker takes the parts, in the order of the inputs; at least one, also if it is empty
   * @return what could not be read, one line each
   * @throws IOException if a folder cannot be looked into, or the taker throws it
   * @throws IllegalArgumentException if some inputs are results and some are not, or two documents
   *     have one id
   */
  public static List<String> readInParts(
      List<Path> inputs, LanguageEngine engine, int tokens, PartTaker taker) throws IOException {
    TokenIndexBuilder[] part = {builder(inputs)};
    IdSet ids = new IdSet();
    try {
      List<String> failures =
          forEachConversation(
              inputs,
              engine,
              texts -> {
                for (IndexedText text : texts) {
                  if (!ids.add(text.id())) {
                    throw new IllegalArgumentException("two documents have the id " + text.id());
                  }
                }
                part[0].addAll(texts);
                if (part[0].size() >= tokens) {
                  hand(part[0], taker);
                  part[0] = builder(inputs);
                }
              });
      hand(part[0], taker);
      return failures;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void hand(TokenIndexBuilder part, PartTaker taker) {
    try {
      taker.take(part.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean areResults(List<Path> inputs) {
    Results results = new Results();
    long analysed = inputs.stream().filter(Files::exists).filter(results::are).count();
    if (analysed > 0 && analysed < inputs.size()) {
      throw new IllegalArgumentException(
          "some inputs are results of analyze and some are not; give one or the other");
    }
    return analysed > 0;
  }

  private static TokenIndexBuilder builder(List<Path> inputs) {
    TokenIndexBuilder builder = TokenIndex.builder();
    return areResults(inputs)
        ? builder.withLayer(Region.QUOTATION).withLayer(Region.MENTION)
        : builder;
  }

  private static List<String> forEachConversation(
      List<Path> inputs, LanguageEngine engine, Consumer<List<IndexedText>> taker)
      throws IOException {
    List<String> failures = new ArrayList<>();
    if (areResults(inputs)) {
      for (Path input : inputs) {
        try (Stream<Discourse> discourses = new Results().read(input)) {
          discourses.forEach(discourse -> taker.accept(texts(discourse, engine)));
        }
      }
      return failures;
    }
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(inputs)) {
      outcomes.forEach(
          outcome -> {
            if (outcome instanceof ReadOutcome.Read read) {
              taker.accept(ConversationTexts.of(read.conversation(), engine));
            } else if (outcome instanceof ReadOutcome.Failed failed) {
              failures.add(failed.place() + ": " + failed.reason());
            }
          });
    }
    return failures;
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
