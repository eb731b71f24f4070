package org.polylogue.discourse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.polylogue.discourse.echo.EchoFinder;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.discourse.marker.MarkerAnalysis;
import org.polylogue.discourse.quotation.QuotationAnalysis;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.discourse.sentiment.SentimentAnalysis;
import org.polylogue.discourse.stance.Codebook;
import org.polylogue.discourse.stance.StanceAnalysis;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.EnglishGuard;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.language.LanguageEngine;
import org.polylogue.model.CommentMarker;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;

/**
 * Everything this library finds in a conversation: actors, quotations, marked expressions, tone,
 * echoes and stances. It only puts together what its parts find; each part is an analysis of its
 * own, can be asked for alone, and can be replaced.
 *
 * <p>Immutable and thread-safe.
 */
public final class DiscourseAnalysis implements Analysis<Conversation, Discourse> {

  private final Analysis<Conversation, Entities> entities;
  private final Analysis<Conversation, Map<String, Quotations>> quotations;
  private final Analysis<Conversation, Map<String, List<Echo>>> echoes;
  private final Analysis<Conversation, Map<String, List<Sentiment>>> sentiment;
  private final Analysis<Conversation, List<Stance>> stance;
  private final Analysis<Conversation, Map<String, List<CommentMarker>>> markers;
  private final Layers layers;

  private DiscourseAnalysis(
      Analysis<Conversation, Entities> entities,
      Analysis<Conversation, Map<String, Quotations>> quotations,
      Analysis<Conversation, Map<String, List<Echo>>> echoes,
      Analysis<Conversation, Map<String, List<Sentiment>>> sentiment,
      Analysis<Conversation, List<Stance>> stance,
      Analysis<Conversation, Map<String, List<CommentMarker>>> markers,
      Layers layers) {
    this.entities = entities;
    this.quotations = quotations;
    this.echoes = echoes;
    this.sentiment = sentiment;
    this.stance = stance;
    this.markers = markers;
    this.layers = layers;
  }

  /**
   * An analysis with the shipped models.
   *
   * @param engine annotates documents; it needs all capabilities
   * @return the analysis, models loaded
   * @throws IllegalArgumentException if the engine lacks a capability; the message names it and
   *     what needs it
   */
  public static DiscourseAnalysis of(LanguageEngine engine) {
    return builder(engine).build();
  }

  /**
   * Composes an analysis.
   *
   * @param engine annotates documents; it needs all capabilities
   * @return a builder with all parts of this library; documents that are not in English give
   *     nothing unless {@link Builder#anyLanguage} asks for them
   */
  public static Builder builder(LanguageEngine engine) {
    return new Builder(new LanguageAnalysis(engine), true);
  }

  /**
   * Composes an analysis on annotations that come from elsewhere.
   *
   * @param language annotates documents
   * @return a builder with all parts of this library
   */
  public static Builder builder(Analysis<? super Document, AnnotatedText> language) {
    return new Builder(language, false);
  }

  /** Says which parts an analysis is made of. Parts that are not set are those of this library. */
  public static final class Builder {

    private final Analysis<? super Document, AnnotatedText> language;
    private boolean guarded;
    private DiscourseModels models = DiscourseModels.shipped();
    private Optional<Judges> judges = Optional.empty();
    private ActorTable actors = ActorTable.EMPTY;
    private OptionalDouble minimumConfidence = OptionalDouble.empty();
    private Optional<Codebook> codebook = Optional.empty();
    private Analysis<Conversation, Entities> entities;
    private Analysis<Conversation, Map<String, Quotations>> quotations;
    private Analysis<Conversation, Map<String, List<Echo>>> echoes = new EchoFinder();
    private Analysis<Conversation, Map<String, List<Sentiment>>> sentiment;
    private Analysis<Conversation, List<Stance>> stance;
    private Layers layers = Layers.STANDARD;

    private Builder(Analysis<? super Document, AnnotatedText> language, boolean guarded) {
      this.language = Objects.requireNonNull(language, "language");
      this.guarded = guarded;
    }

    /**
     * Reads every document as if it were English, whatever its language is.
     *
     * @return this builder
     */
    public Builder anyLanguage() {
      guarded = false;
      return this;
    }

    /**
     * Models that are shared with other analyses, so that they are loaded once.
     *
     * @param models default: {@link DiscourseModels#shipped()}
     * @return this
     */
    public Builder models(DiscourseModels models) {
      this.models = Objects.requireNonNull(models, "models");
      return this;
    }

    /**
     * Judges of tone and stance.
     *
     * @param judges default: the models' own, which are the lean ones
     * @return this
     */
    public Builder judges(Judges judges) {
      this.judges = Optional.of(judges);
      return this;
    }

    /**
     * Known actors.
     *
     * @param actors a table with priority over what is found; default: empty
     * @return this
     */
    public Builder actors(ActorTable actors) {
      this.actors = Objects.requireNonNull(actors, "actors");
      return this;
    }

    /**
     * The balance of precision and recall in quotations.
     *
     * @param confidence 0 to 1, see {@link QuotationFinder#withMinimumConfidence}
     * @return this
     */
    public Builder minimumConfidence(double confidence) {
      this.minimumConfidence = OptionalDouble.of(confidence);
      return this;
    }

    /**
     * Concepts towards which stances are read too.
     *
     * @param codebook default: none
     * @return this
     */
    public Builder codebook(Codebook codebook) {
      this.codebook = Optional.of(codebook);
      return this;
    }

    /**
     * Another way to find who is meant.
     *
     * @param part default: {@link EntityAnalysis}
     * @return this
     */
    public Builder entities(Analysis<Conversation, Entities> part) {
      this.entities = Objects.requireNonNull(part, "part");
      return this;
    }

    /**
     * Another way to find what is quoted.
     *
     * @param part by document id; default: {@link QuotationAnalysis}
     * @return this
     */
    public Builder quotations(Analysis<Conversation, Map<String, Quotations>> part) {
      this.quotations = Objects.requireNonNull(part, "part");
      return this;
    }

    /**
     * Another way to find what comments repeat.
     *
     * @param part by document id; default: {@link EchoFinder}
     * @return this
     */
    public Builder echoes(Analysis<Conversation, Map<String, List<Echo>>> part) {
      this.echoes = Objects.requireNonNull(part, "part");
      return this;
    }

    /**
     * Another way to find tone.
     *
     * @param part by document id; default: {@link SentimentAnalysis}
     * @return this
     */
    public Builder sentiment(Analysis<Conversation, Map<String, List<Sentiment>>> part) {
      this.sentiment = Objects.requireNonNull(part, "part");
      return this;
    }

    /**
     * Another way to find stances.
     *
     * @param part default: {@link StanceAnalysis}
     * @return this
     */
    public Builder stance(Analysis<Conversation, List<Stance>> part) {
      this.stance = Objects.requireNonNull(part, "part");
      return this;
    }

    /**
     * Looks for some layers only, with no more parts and models than those need. Actors are always
     * found.
     *
     * @param layers what to look for; default: {@link Layers#STANDARD}
     * @return this
     */
    public Builder only(Layers layers) {
      this.layers = Objects.requireNonNull(layers, "layers");
      return this;
    }

    private boolean asked(Layer<?>... any) {
      return !Collections.disjoint(layers.list(), List.of(any));
    }

    private QuotationFinder finder() {
      QuotationFinder usual = judges.orElse(models).quotations();
      return minimumConfidence.isPresent()
          ? usual.withMinimumConfidence(minimumConfidence.getAsDouble())
          : usual;
    }

    /**
     * Loads what the parts need, and no more, and puts them together.
     *
     * @return the analysis
     * @throws IllegalArgumentException if the engine lacks a capability that a part needs
     */
    public DiscourseAnalysis build() {
      Analysis<? super Document, AnnotatedText> read =
          guarded ? new EnglishGuard(language) : language;
      Judges judging = judges.orElse(models);
      Analysis<Conversation, Entities> who =
          entities != null ? entities : new EntityAnalysis(read, actors, models.postNames());
      boolean sided = asked(Layers.STANCES);
      boolean toned = sided || asked(Layers.SENTIMENTS);
      Analysis<Conversation, Map<String, List<Echo>>> repeated =
          toned || asked(Layers.ECHOES) ? echoes : (conversation, scope) -> Map.of();
      Analysis<Conversation, Map<String, Quotations>> said =
          quotations != null ? quotations : new QuotationAnalysis(read, who, finder());
      if (!toned && !asked(Layers.QUOTATIONS, Layers.EXPRESSIONS, Layers.MARKERS)) {
        said = (conversation, scope) -> Map.of();
      }
      Analysis<Conversation, Map<String, List<Sentiment>>> tone =
          sentiment != null
              ? sentiment
              : new SentimentAnalysis(
                  read, who, said, repeated, judging.sentences(), judging.targets());
      if (!toned) {
        tone = (conversation, scope) -> Map.of();
      }
      Analysis<Conversation, List<Stance>> sides =
          stance != null ? stance : stance(who, said, repeated, tone, judging);
      return new DiscourseAnalysis(
          who,
          said,
          repeated,
          tone,
          sided ? sides : (conversation, scope) -> List.of(),
          asked(Layers.MARKERS) ? new MarkerAnalysis(said) : (conversation, scope) -> Map.of(),
          layers);
    }

    private Analysis<Conversation, List<Stance>> stance(
        Analysis<Conversation, Entities> who,
        Analysis<Conversation, Map<String, Quotations>> said,
        Analysis<Conversation, Map<String, List<Echo>>> repeated,
        Analysis<Conversation, Map<String, List<Sentiment>>> tone,
        Judges judging) {
      StanceAnalysis own = new StanceAnalysis(who, said, repeated, tone, judging.stances());
      return codebook.isPresent() ? own.withCodebook(codebook.get()) : own;
    }
  }

  /**
   * The part that finds who is meant.
   *
   * @return the one whose results this analysis uses
   */
  public Analysis<Conversation, Entities> entities() {
    return entities;
  }

  /**
   * The part that finds what is quoted.
   *
   * @return the one whose results this analysis uses
   */
  public Analysis<Conversation, Map<String, Quotations>> quotations() {
    return quotations;
  }

  /**
   * The part that finds what comments repeat.
   *
   * @return the one whose results this analysis uses
   */
  public Analysis<Conversation, Map<String, List<Echo>>> echoes() {
    return echoes;
  }

  /**
   * The part that finds tone.
   *
   * @return the one whose results this analysis uses
   */
  public Analysis<Conversation, Map<String, List<Sentiment>>> sentiment() {
    return sentiment;
  }

  /**
   * The part that finds stances.
   *
   * @return the one whose results this analysis uses
   */
  public Analysis<Conversation, List<Stance>> stance() {
    return stance;
  }

  /**
   * The part that finds how comments talk.
   *
   * @return the one whose results this analysis uses
   */
  public Analysis<Conversation, Map<String, List<CommentMarker>>> markers() {
    return markers;
  }

  @Override
  public Discourse analyze(Conversation conversation, Scope scope) {
    Entities who = scope.get(entities, conversation);
    Map<String, List<Echo>> repeated = scope.get(echoes, conversation);
    Map<String, Quotations> said = scope.get(quotations, conversation);
    Map<String, List<Sentiment>> tone = scope.get(sentiment, conversation);
    Map<String, List<CommentMarker>> marked = scope.get(markers, conversation);
    List<DocumentDiscourse> documents = new ArrayList<>();
    for (Document document : conversation.documents()) {
      String id = document.id();
      Quotations quoted = said.getOrDefault(id, Quotations.NONE);
      documents.add(
          new DocumentDiscourse(
                  id,
                  who.mentions(id),
                  quoted.quotations(),
                  quoted.expressions(),
                  tone.getOrDefault(id, List.of()),
                  repeated.getOrDefault(id, List.of()))
              .with(Layers.MARKERS, marked.getOrDefault(id, List.of())));
    }
    Discourse all =
        new Discourse(conversation, who.actors(), documents, scope.get(stance, conversation));
    return layers == Layers.STANDARD ? all : all.only(layers);
  }
}
