package org.polylogue.discourse.stance;

import java.util.List;
import java.util.Objects;
import org.polylogue.model.Document;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/**
 * Whose stance, towards what, in which words.
 *
 * @param document where the holder speaks
 * @param own the holder's own words in it, in order and disjoint; what he only repeats is left out
 * @param holder whose stance is asked for
 * @param target what it is towards
 * @param answered for the article and the parent: the text that is answered; otherwise empty
 * @param names for actors: the names it goes by, its canonical name included; otherwise empty
 * @param tones for actors: the tone found towards its mentions, possibly none
 */
public record StanceQuestion(
    Document document,
    List<Span> own,
    Voice holder,
    Stance.Target target,
    String answered,
    List<String> names,
    List<Sentiment> tones) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the spans are out of order, overlap or leave the text
   */
  public StanceQuestion {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(answered, "answered");
    own = List.copyOf(own);
    names = List.copyOf(names);
    tones = List.copyOf(tones);
    int last = 0;
    for (Span span : own) {
      if (span.start() < last || span.end() > document.text().length()) {
        throw new IllegalArgumentException("own words at " + span + " are out of order");
      }
      last = span.end();
    }
  }

  /**
   * A question about all of a comment.
   *
   * @param comment where the commenter speaks
   * @param target what his stance is towards; for the article and the parent use {@link #answering}
   * @return the question
   */
  public static StanceQuestion of(Document comment, Stance.Target target) {
    return new StanceQuestion(
        comment,
        List.of(Span.allOf(comment.text())),
        new Voice.Commenter(),
        target,
        "",
        target instanceof Stance.Target.OfActor actor ? List.of(actor.name()) : List.of(),
        List.of());
  }

  /**
   * A question about a comment towards what it answers.
   *
   * @param comment where the commenter speaks
   * @param own his own words in it
   * @param target the article or the parent
   * @param answered its text: the parent's, the passage that is echoed, or headline and lead
   * @return the question
   */
  public static StanceQuestion answering(
      Document comment, List<Span> own, Stance.Target target, String answered) {
    return new StanceQuestion(
        comment, own, new Voice.Commenter(), target, answered, List.of(), List.of());
  }

  /** The text with everything but some spans blanked out, so that offsets stay. */
  static String only(String text, List<Span> spans) {
    char[] kept = new char[text.length()];
    java.util.Arrays.fill(kept, ' ');
    for (Span span : spans) {
      text.getChars(span.start(), span.end(), kept, span.start());
    }
    return new String(kept);
  }

  String ownText() {
    return own.size() == 1 && own.get(0).length() == document.text().length()
        ? document.text()
        : only(document.text(), own);
  }
}
