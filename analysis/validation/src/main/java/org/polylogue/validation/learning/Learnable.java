package org.polylogue.validation.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.FindingContext;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.layer.Table;
import org.polylogue.model.Actor;
import org.polylogue.model.Finding;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.text.Span;

/**
 * Findings whose label can be learned: where it stands, the words that it is about, and how another
 * label takes its place.
 */
abstract sealed class Learnable<F extends Finding> {

  /** All of them. */
  static final List<Learnable<?>> ALL =
      List.of(new Tones("sentiments"), new Tones("target_sentiments"), new Stances(), new Grades());

  private final String question;
  private final String column;
  private final Layer<F> layer;
  private final Table<F> table;

  private Learnable(String question, String column, Layer<F> layer, String table) {
    this.question = question;
    this.column = column;
    this.layer = layer;
    this.table =
        layer.tables().stream().filter(one -> one.name().equals(table)).findFirst().orElseThrow();
  }

  /** Those in a table. */
  static Optional<Learnable<?>> in(String table) {
    return ALL.stream().filter(one -> one.table().equals(table)).findFirst();
  }

  /** What is asked, in a word for the command. */
  String question() {
    return question;
  }

  String table() {
    return table.name();
  }

  /** The column of the label. */
  String column() {
    return column;
  }

  boolean has(String name) {
    return table.columns().stream().anyMatch(one -> one.name().equals(name));
  }

  /** The labels that a row can have, in schemes of which a row has one. */
  abstract List<List<String>> schemes();

  /** How sure the machine is of the label; empty if it does not tell. */
  abstract OptionalDouble confidence(F finding);

  abstract Context context(Found<F> found);

  abstract F with(F finding, LabelCorrection.Answer answer, JudgeId judge);

  /** A finding that has a row, with its document. */
  record Found<F>(F finding, Map<String, String> cells, String text, Places places) {}

  /** Where in a document actors are meant. */
  static final class Places {

    private final DocumentDiscourse found;
    private Map<String, List<Span>> byActor;

    private Places(DocumentDiscourse found) {
      this.found = found;
    }

    private List<Span> of(String actor) {
      if (byActor == null) {
        byActor = new HashMap<>();
        found
            .mentions()
            .forEach(
                mention ->
                    byActor
                        .computeIfAbsent(mention.meantActorId(), id -> new ArrayList<>())
                        .add(mention.span()));
      }
      return byActor.getOrDefault(actor, List.of());
    }
  }

  /** Puts others in place of the findings that have a row of the table, in its order. */
  Discourse map(Discourse discourse, Function<Found<F>, F> change) {
    Map<String, String> texts = new HashMap<>();
    discourse.conversation().documents().forEach(one -> texts.put(one.id(), one.text()));
    Map<String, Actor> actors = new HashMap<>();
    discourse.actors().forEach(actor -> actors.put(actor.id(), actor));
    String article = discourse.conversation().article().id();
    List<DocumentDiscourse> documents = new ArrayList<>();
    for (DocumentDiscourse found : discourse.documents()) {
      if (!found.findings().containsKey(layer)) {
        documents.add(found);
        continue;
      }
      FindingContext first =
          new FindingContext(article, found.documentId(), texts, actors, found.findings());
      Places places = new Places(found);
      String text = texts.get(found.documentId());
      List<F> changed = new ArrayList<>();
      for (F finding : found.of(layer)) {
        List<List<Object>> rows = table.rows(finding, first.at(changed.size()));
        changed.add(
            rows.isEmpty()
                ? finding
                : change.apply(new Found<>(finding, cells(rows.get(0)), text, places)));
      }
      documents.add(found.with(layer, changed));
    }
    return new Discourse(discourse.conversation(), discourse.actors(), documents);
  }

  private Map<String, String> cells(List<Object> row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cells.put(table.columns().get(i).name(), row.get(i) == null ? "" : row.get(i).toString());
    }
    return cells;
  }

  private static Context within(
      String text, Span extent, List<Span> targets, SortedMap<String, String> facts) {
    List<Span> inside =
        targets.stream().filter(extent::contains).map(span -> span.shift(-extent.start())).toList();
    return new Context(extent.of(text), inside, facts);
  }

  private static SortedMap<String, String> facts(Found<?> found, String... columns) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (String column : columns) {
      facts.put(column, found.cells().get(column).toLowerCase(Locale.ROOT));
    }
    return facts;
  }

  /** The tone of sentences, or towards mentions. */
  static final class Tones extends Learnable<Sentiment> {

    private Tones(String table) {
      super("tone", "label", Layers.SENTIMENTS, table);
    }

    private static String word(Tone tone) {
      return tone.name().toLowerCase(Locale.ROOT);
    }

    @Override
    List<List<String>> schemes() {
      return List.of(Stream.of(Tone.values()).map(Tones::word).toList());
    }

    @Override
    OptionalDouble confidence(Sentiment sentiment) {
      return sentiment.probabilities().isPresent()
          ? OptionalDouble.of(sentiment.confidence())
          : OptionalDouble.empty();
    }

    @Override
    Context context(Found<Sentiment> found) {
      return within(
          found.text(),
          found.finding().span(),
          found.finding().target().map(List::of).orElse(List.of()),
          facts(found, "voice"));
    }

    @Override
    Sentiment with(Sentiment old, LabelCorrection.Answer answer, JudgeId judge) {
      ToneProbabilities likely =
          new ToneProbabilities(
              answer.probabilities().getOrDefault(word(Tone.NEGATIVE), 0.0),
              answer.probabilities().getOrDefault(word(Tone.NEUTRAL), 0.0),
              answer.probabilities().getOrDefault(word(Tone.POSITIVE), 0.0));
      return new Sentiment(
          old.span(),
          likely.score(),
          old.voice(),
          old.target(),
          List.of(),
          Tone.valueOf(answer.label().toUpperCase(Locale.ROOT)),
          Optional.of(likely),
          old.affected(),
          old.evidence(),
          Optional.of(judge));
    }
  }

  /** The sides of stances; a withheld one has none and stays. */
  static final class Stances extends Learnable<Stance> {

    private Stances() {
      super("stance", "label", Layers.STANCES, "stances");
    }

    @Override
    List<List<String>> schemes() {
      return List.of(
          Stream.of(StanceLabel.Favor.values()).map(Enum::name).toList(),
          Stream.of(StanceLabel.Agreement.values()).map(Enum::name).toList());
    }

    @Override
    OptionalDouble confidence(Stance stance) {
      return stance.taken().isPresent()
          ? OptionalDouble.of(stance.taken().get().confidence())
          : OptionalDouble.empty();
    }

    @Override
    Context context(Found<Stance> found) {
      Stance stance = found.finding();
      Span extent = Span.allOf(found.text());
      if (stance.holder().quoted().isPresent()) {
        extent = stance.spans().stream().reduce(Span::cover).orElse(extent);
      }
      return within(
          found.text(),
          extent,
          found.places().of(stance.target().id()),
          facts(found, "holder", "target_type", "target"));
    }

    @Override
    Stance with(Stance stance, LabelCorrection.Answer answer, JudgeId judge) {
      Stance.Taken old = stance.taken().orElseThrow();
      StanceLabel label =
          old.label() instanceof StanceLabel.Favor
              ? StanceLabel.Favor.valueOf(answer.label())
              : StanceLabel.Agreement.valueOf(answer.label());
      return new Stance.Taken(
          old.documentId(),
          old.holder(),
          old.target(),
          label,
          Math.min(1, answer.confidence()),
          old.evidence(),
          Optional.of(judge));
    }
  }

  /** The grades of quotations, whose confidence is of the quotation and not of its grade. */
  static final class Grades extends Learnable<Quotation> {

    private Grades() {
      super("grade", "grade", Layers.QUOTATIONS, "quotations");
    }

    @Override
    List<List<String>> schemes() {
      return List.of(Stream.of(Quotation.Grade.values()).map(Enum::name).toList());
    }

    @Override
    OptionalDouble confidence(Quotation quotation) {
      return OptionalDouble.empty();
    }

    @Override
    Context context(Found<Quotation> found) {
      Quotation quotation = found.finding();
      Span extent = quotation.extent();
      extent = quotation.cue().map(extent::cover).orElse(extent);
      extent = quotation.source().map(extent::cover).orElse(extent);
      return within(
          found.text(),
          extent,
          quotation.source().map(List::of).orElse(List.of()),
          facts(found, "kind", "mode", "cue"));
    }

    @Override
    Quotation with(Quotation old, LabelCorrection.Answer answer, JudgeId judge) {
      return old.graded(Quotation.Grade.valueOf(answer.label()));
    }
  }
}
