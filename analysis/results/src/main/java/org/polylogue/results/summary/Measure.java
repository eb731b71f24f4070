package org.polylogue.results.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.text.Span;
import org.polylogue.text.WordCount;

/** What is measured in an article: an amount, and what it is divided by. */
public enum Measure {
  /** Mentions of an actor, or all, in the article's text; by article. */
  MENTIONS,
  /** Quotations of an actor, or all, that were said in the article; by article. */
  QUOTATIONS,
  /** Words of these quotations; by article. */
  WORDS,
  /** Words of an actor's quotations; by words of all quotations. */
  SHARE_OF_VOICE,
  /** Scores of tones towards an actor; or, without one, of sentences of the article; by tones. */
  TONE,
  /**
   * Comments for an actor, or, without one, for the article, less those against; by comments that
   * take one of the two sides: −1 to 1.
   */
  STANCE;

  /** The amount and what it is divided by, 0 where there is nothing to measure. */
  double[] of(Discourse discourse, Optional<String> actor) {
    return switch (this) {
      case MENTIONS ->
          new double[] {
            discourse.article().mentions().stream()
                .filter(mention -> actor.map(mention.meantActorId()::equals).orElse(true))
                .count(),
            1
          };
      case QUOTATIONS -> new double[] {quoted(discourse, actor)[0], 1};
      case WORDS -> new double[] {quoted(discourse, actor)[1], 1};
      case SHARE_OF_VOICE ->
          new double[] {quoted(discourse, actor)[1], quoted(discourse, Optional.empty())[1]};
      case TONE -> tone(discourse.article(), actor);
      case STANCE -> stance(discourse.stances(), actor);
    };
  }

  private static double[] quoted(Discourse discourse, Optional<String> actor) {
    String text = discourse.conversation().article().text();
    double[] quoted = new double[2];
    for (Quotation quotation : discourse.article().quotations()) {
      Optional<String> who = quotation.speaker().resolved().map(Speaker.Resolved::actorId);
      if (quotation.grade() == Quotation.Grade.SAID && (actor.isEmpty() || who.equals(actor))) {
        quoted[0]++;
        for (Span segment : quotation.content()) {
          quoted[1] += WordCount.of(segment.of(text));
        }
      }
    }
    return quoted;
  }

  private static double[] tone(DocumentDiscourse article, Optional<String> actor) {
    Set<Span> meant = new HashSet<>();
    for (Mention mention : article.mentions()) {
      if (actor.isPresent() && mention.meantActorId().equals(actor.get())) {
        meant.add(mention.span());
      }
    }
    double[] tone = new double[2];
    for (Sentiment sentiment : article.sentiments()) {
      if (actor.isPresent()
          ? sentiment.target().filter(meant::contains).isPresent()
          : sentiment.target().isEmpty()) {
        tone[0] += sentiment.score();
        tone[1]++;
      }
    }
    return tone;
  }

  private static double[] stance(List<Stance> stances, Optional<String> actor) {
    double[] sides = new double[2];
    for (Stance stance : stances) {
      boolean asked =
          stance.holder().type().equals("commenter")
              && (actor.isPresent()
                  ? stance.target() instanceof Stance.Target.OfActor of
                      && of.actorId().equals(actor.get())
                  : stance.target() instanceof Stance.Target.OfArticle);
      if (asked && stance.taken().isPresent()) {
        StanceLabel label = stance.taken().get().label();
        int side =
            label == StanceLabel.Favor.FAVOR ? 1 : label == StanceLabel.Favor.AGAINST ? -1 : 0;
        sides[0] += side;
        sides[1] += Math.abs(side);
      }
    }
    return sides;
  }
}
