package org.polylogue.discourse.judge;

import java.util.Arrays;
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
 * @param names for actors and concepts: other names that it goes by; otherwise empty
 * @param places for actors and concepts: where in the document it is meant, as far as is known
 * @param tones for actors: the tone found towards its mentions, possibly none
 */
public record StanceQuestion(
    Document document,
    List<Span> own,
    Voice holder,
    Stance.Target target,
    String answered,
    List<String> names,
    List<Span> places,
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
    places = List.copyOf(places);
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
        target.type().equals("actor") ? List.of(target.label()) : List.of(),
        List.of(),
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
        comment, own, new Voice.Commenter(), target, answered, List.of(), List.of(), List.of());
  }

  /**
   * A text of which only some spans are left.
   *
   * @param text the text
   * @param spans what is left, in it
   * @return as long as the text, with blanks in place of everything else
   */
  public static String only(String text, List<Span> spans) {
    char[] kept = new char[text.length()];
    Arrays.fill(kept, ' ');
    for (Span span : spans) {
      text.getChars(span.start(), span.end(), kept, span.start());
    }
    return new String(kept);
  }

  /**
   * The same question with places.
   *
   * @param places where in the document the target is meant
   * @return a copy
   */
  public StanceQuestion at(List<Span> places) {
    return new StanceQuestion(document, own, holder, target, answered, names, places, tones);
  }

  /**
   * The holder's own words, where they stand.
   *
   * @return as long as the document's text, with blanks in place of what is not his own
   */
  public String ownText() {
    return own.size() == 1 && own.get(0).length() == document.text().length()
        ? document.text()
        : only(document.text(), own);
  }
}
