package org.polylogue.benchmarks.quality.entity;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * Whom "he" and "she" mean in Wikipedia (GAP, Webster et al. 2018): F1 over pairs of a pronoun and
 * one of two names, balanced over the sexes. Names are found, not given.
 */
public final class PronounTask implements QualityTask {

  private static final Set<String> FEMALE = Set.of("she", "her", "hers");
  private static final int COLUMNS = 11;

  private record Name(Span span, boolean meant) {}

  private record Item(String id, String text, Span pronoun, boolean female, List<Name> names) {}

  /** Counts of pairs. */
  private static final class Counts {
    private int right;
    private int wrong;
    private int missed;

    private String line() {
      double precision = right / Math.max(1.0, right + wrong);
      double recall = right / Math.max(1.0, right + missed);
      double f1 = 2 * right / Math.max(1.0, 2.0 * right + wrong + missed);
      return String.format(
          Locale.ROOT,
          "P %.3f  R %.3f  F1 %.3f  (%d pairs)",
          precision,
          recall,
          f1,
          right + missed);
    }
  }

  /** For the list of tasks. */
  public PronounTask() {}

  @Override
  public String name() {
    return "pronouns";
  }

  @Override
  public void quality(Request request, PrintWriter out) throws IOException {
    EntityAnalysis entities =
        new EntityAnalysis(
            new LanguageAnalysis(
                CoreNlpEngine.builder().capabilities(EnumSet.allOf(Capability.class)).build()));
    Counts all = new Counts();
    Counts women = new Counts();
    Counts men = new Counts();
    int open = 0;
    int errors = request.errors();
    List<Item> items = read(request.gold());
    for (Item item : items) {
      Conversation conversation =
          Conversation.of(Article.of(item.id(), "", item.text()), List.of());
      Entities found = new Scope().get(entities, conversation);
      Optional<Mention> pronoun = found.mentions(item.id(), item.pronoun()).stream().findFirst();
      open += pronoun.isEmpty() ? 1 : 0;
      boolean right = true;
      for (Name name : item.names()) {
        boolean meant =
            pronoun.isPresent()
                && found.mentions(item.id(), name.span()).stream()
                    .anyMatch(mention -> mention.actorId().equals(pronoun.get().actorId()));
        right &= meant == name.meant();
        for (Counts counts : List.of(all, item.female() ? women : men)) {
          counts.right += meant && name.meant() ? 1 : 0;
          counts.wrong += meant && !name.meant() ? 1 : 0;
          counts.missed += !meant && name.meant() ? 1 : 0;
        }
      }
      if (!right && errors-- > 0) {
        print(item, found, pronoun, out);
      }
    }
    out.printf(
        Locale.ROOT,
        "pronouns: %s, %d places, %d left open%n",
        request.gold().getFileName(),
        items.size(),
        open);
    out.println("all    " + all.line());
    out.println("women  " + women.line());
    out.println("men    " + men.line());
    out.println(
        "measured elsewhere, test: parallelism .645, end-to-end neural (Lee et al. 2017) .647");
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) {
    throw new IllegalArgumentException("pronouns are read by rules; there is no model to train");
  }

  private static void print(Item item, Entities found, Optional<Mention> pronoun, PrintWriter out) {
    String names =
        item.names().stream()
            .map(
                name ->
                    name.span().of(item.text())
                        + (name.meant() ? "*" : "")
                        + found.mentions(item.id(), name.span()).stream()
                            .map(Mention::actorId)
                            .collect(Collectors.joining(", ", " (", ")")))
            .collect(Collectors.joining(" / "));
    String text = item.text();
    out.println(
        item.id()
            + ": "
            + names
            + " -> "
            + pronoun.map(Mention::actorId).orElse("open")
            + "\n   "
            + text.substring(0, item.pronoun().start())
            + "["
            + item.pronoun().of(text)
            + "]"
            + text.substring(item.pronoun().end()));
  }

  private static List<Item> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(PronounTask::item).toList();
  }

  private static Item item(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("not a row of GAP: " + line);
    }
    String text = cells[1];
    return new Item(
        cells[0],
        text,
        span(text, cells[3], cells[2]),
        FEMALE.contains(cells[2].toLowerCase(Locale.ROOT)),
        List.of(
            new Name(span(text, cells[5], cells[4]), cells[6].equals("TRUE")),
            new Name(span(text, cells[8], cells[7]), cells[9].equals("TRUE"))));
  }

  private static Span span(String text, String offset, String words) {
    int start = text.offsetByCodePoints(0, Integer.parseInt(offset));
    return new Span(start, start + words.length());
  }
}
