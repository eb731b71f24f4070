package org.polylogue.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** The side somebody takes towards a target, or the admission that none can be told. */
public sealed interface Stance extends Finding {

  /**
   * The document in which the stance is expressed.
   *
   * @return its id
   */
  String documentId();

  /**
   * Whose stance it is.
   *
   * @return the commenter, the author or a quoted source
   */
  Voice holder();

  /**
   * What the stance is towards.
   *
   * @return the target
   */
  Target target();

  @Override
  Stance map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere);

  /**
   * Who judged.
   *
   * @return empty if that is not known
   */
  Optional<JudgeId> judge();

  /**
   * The side, if one is taken.
   *
   * @return empty if the stance is withheld
   */
  default Optional<Taken> taken() {
    return Optional.empty();
  }

  /**
   * Why no side is told.
   *
   * @return empty if one is taken
   */
  default Optional<String> withheld() {
    return Optional.empty();
  }

  /**
   * A side is taken.
   *
   * @param documentId the document in which it is expressed
   * @param holder whose it is
   * @param target what it is towards
   * @param label the side, in the labels of its scheme
   * @param confidence 0 to 1, higher is surer
   * @param evidence the passages that show it, at least one
   * @param judge who judged, empty if that is not known
   */
  record Taken(
      String documentId,
      Voice holder,
      Target target,
      StanceLabel label,
      double confidence,
      List<Passage> evidence,
      Optional<JudgeId> judge)
      implements Stance {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no evidence or the confidence lies outside 0..1
     */
    public Taken {
      Objects.requireNonNull(documentId, "documentId");
      Objects.requireNonNull(holder, "holder");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(label, "label");
      evidence = List.copyOf(evidence);
      Objects.requireNonNull(judge, "judge");
      if (evidence.isEmpty()) {
        throw new IllegalArgumentException("a stance needs evidence");
      }
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
      }
    }

    /**
     * A side of which it is not known who judged it.
     *
     * @param documentId the document in which it is expressed
     * @param holder whose it is
     * @param target what it is towards
     * @param label the side
     * @param confidence 0 to 1
     * @param evidence the passages that show it, at least one
     */
    public Taken(
        String documentId,
        Voice holder,
        Target target,
        StanceLabel label,
        double confidence,
        List<Passage> evidence) {
      this(documentId, holder, target, label, confidence, evidence, Optional.empty());
    }

    @Override
    public Optional<Taken> taken() {
      return Optional.of(this);
    }

    /** Its evidence in its own document. */
    @Override
    public List<Span> spans() {
      return evidence.stream()
          .filter(passage -> passage.documentId().equals(documentId))
          .map(Passage::span)
          .toList();
    }

    @Override
    public Taken map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
      return new Taken(
          documentId,
          holder.map(own),
          target,
          label,
          confidence,
          evidence.stream().map(elsewhere).toList(),
          judge);
    }
  }

  /**
   * No side can be told.
   *
   * @param documentId the document that was read
   * @param holder whose stance was asked for
   * @param target what it would be towards
   * @param reason one sentence for people
   * @param judge who judged, empty if that is not known
   */
  record Withheld(
      String documentId, Voice holder, Target target, String reason, Optional<JudgeId> judge)
      implements Stance {
    /** Checks that all parts are there. */
    public Withheld {
      Objects.requireNonNull(documentId, "documentId");
      Objects.requireNonNull(holder, "holder");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(judge, "judge");
    }

    /**
     * A withheld stance of which it is not known who judged.
     *
     * @param documentId the document that was read
     * @param holder whose stance was asked for
     * @param target what it would be towards
     * @param reason one sentence for people
     */
    public Withheld(String documentId, Voice holder, Target target, String reason) {
      this(documentId, holder, target, reason, Optional.empty());
    }

    @Override
    public Optional<String> withheld() {
      return Optional.of(reason);
    }

    /** None: nothing shows a side. */
    @Override
    public List<Span> spans() {
      return List.of();
    }

    @Override
    public Withheld map(UnaryOperator<Span> own, UnaryOperator<Passage> elsewhere) {
      return new Withheld(documentId, holder.map(own), target, reason, judge);
    }
  }

  /** What a stance is towards. */
  sealed interface Target {

    /**
     * What kind of target it is, in a word for tables and files.
     *
     * @return {@code article}, {@code parent}, {@code actor}, {@code claim} or {@code concept}
     */
    String type();

    /**
     * What tells it from others of its type.
     *
     * @return the id of the article, comment or actor, the phrase of a claim, the name of a concept
     */
    String id();

    /**
     * The readable part.
     *
     * @return the name of an actor; of others the id
     */
    default String label() {
      return id();
    }

    /**
     * The article under which a comment stands.
     *
     * @param articleId its id
     */
    record OfArticle(String articleId) implements Target {
      @Override
      public String type() {
        return "article";
      }

      @Override
      public String id() {
        return articleId;
      }
    }

    /**
     * The comment that a comment answers.
     *
     * @param commentId its id
     */
    record OfParent(String commentId) implements Target {
      @Override
      public String type() {
        return "parent";
      }

      @Override
      public String id() {
        return commentId;
      }
    }

    /**
     * An actor, mentioned or not.
     *
     * @param actorId its id
     * @param name its canonical name
     */
    record OfActor(String actorId, String name) implements Target {
      @Override
      public String type() {
        return "actor";
      }

      @Override
      public String id() {
        return actorId;
      }

      @Override
      public String label() {
        return name;
      }
    }

    /**
     * A claim given as a phrase, perhaps never mentioned.
     *
     * @param phrase the claim
     */
    record OfClaim(String phrase) implements Target {
      @Override
      public String type() {
        return "claim";
      }

      @Override
      public String id() {
        return phrase;
      }
    }

    /**
     * A concept of a codebook.
     *
     * @param name its name
     */
    record OfConcept(String name) implements Target {
      @Override
      public String type() {
        return "concept";
      }

      @Override
      public String id() {
        return name;
      }
    }
  }
}
