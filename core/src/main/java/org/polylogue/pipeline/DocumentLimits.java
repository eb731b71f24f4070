package org.polylogue.pipeline;

import java.io.Serializable;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;

/**
 * How large a conversation may be before it is analysed. One that is larger fails, or is cut where
 * that was asked for.
 *
 * @param characters UTF-16 code units of one article or comment, at least 1
 * @param sentences sentences of one article or comment, as {@link BreakIterator} counts them by
 *     English rules, at least 1
 * @param comments comments under one article, at least 1
 * @param depth how deep replies may be nested, at least 1; 1 is a comment on the article
 * @param excess what becomes of a conversation over a limit
 */
public record DocumentLimits(int characters, int sentences, int comments, int depth, Excess excess)
    implements Serializable {

  /** What becomes of a conversation over a limit. */
  public enum Excess {
    /** It fails with {@link LimitExceededException}. */
    FAIL,
    /**
     * Comments that are too many, too long or too deep are left out, with all replies to them, and
     * reported; an article that is too long fails, since a part of a text is another text.
     */
    LEAVE_OUT,
    /**
     * Texts that are too long end at the limit, where a sentence or at least a word does; comments
     * that are too many or too deep are left out, with all replies to them. All is reported.
     */
    TRUNCATE
  }

  /** Fails above a million characters, 20,000 sentences, 100,000 comments or a depth of 10,000. */
  public static final DocumentLimits DEFAULT =
      new DocumentLimits(1_000_000, 20_000, 100_000, 10_000, Excess.FAIL);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public DocumentLimits {
    Objects.requireNonNull(excess, "excess");
    if (Math.min(Math.min(characters, sentences), Math.min(comments, depth)) < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
  }

  /**
   * What is left of a conversation within the limits.
   *
   * @param conversation the conversation, the same object if nothing was left out
   * @param leftOut one line for each text that was cut and each comment that was left out for
   *     itself; those below it are not listed
   */
  public record Limited(Conversation conversation, List<String> leftOut) {
    /** Checks that both parts are there. */
    public Limited {
      Objects.requireNonNull(conversation, "conversation");
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Holds a conversation against the limits.
   *
   * @param conversation an article with its comments
   * @return what may be analysed
   * @throws LimitExceededException if it is too large and nothing may be left out
   */
  public Limited apply(Conversation conversation) {
    if (excess != Excess.TRUNCATE) {
      checkLength(conversation.article());
    }
    if (excess == Excess.FAIL) {
      if (conversation.comments().size() > comments) {
        throw tooMany(conversation);
      }
      for (Comment comment : conversation.comments()) {
        checkLength(comment);
        if (conversation.depthOf(comment) > depth) {
          throw new LimitExceededException(tooDeep(comment));
        }
      }
      return new Limited(conversation, List.of());
    }
    return excess == Excess.TRUNCATE
        ? leaveOut(new ShorterTexts(this), conversation)
        : leaveOut(conversation);
  }

  private Limited leaveOut(ShorterTexts shorter, Conversation conversation) {
    Conversation cut = shorter.of(conversation);
    Limited limited = leaveOut(cut);
    List<String> all = new ArrayList<>(shorter.reasons());
    all.addAll(limited.leftOut());
    return new Limited(limited.conversation(), all);
  }

  /**
   * These limits as an analysis, named {@code limits}.
   *
   * @return what {@link #apply} does
   */
  public Analysis<Conversation, Limited> asAnalysis() {
    return new Analysis<>() {
      @Override
      public Limited analyze(Conversation conversation, Scope scope) {
        return apply(conversation);
      }

      @Override
      public String name() {
        return "limits";
      }
    };
  }

  private Limited leaveOut(Conversation conversation) {
    List<String> reasons = new ArrayList<>();
    Set<String> out = new HashSet<>();
    for (Comment comment : conversation.comments()) {
      Optional<String> excess = tooLong(comment);
      if (excess.isPresent()) {
        out.add(comment.id());
        reasons.add(excess.get());
      } else if (conversation.depthOf(comment) == depth + 1) {
        out.add(comment.id());
        reasons.add(tooDeep(comment));
      }
    }
    List<Comment> kept = new ArrayList<>();
    Set<String> dropped = below(conversation, out);
    for (Comment comment : conversation.comments()) {
      if (!dropped.contains(comment.id())) {
        kept.add(comment);
      }
    }
    if (kept.size() > comments) {
      Set<String> late = new HashSet<>();
      kept.subList(comments, kept.size()).forEach(comment -> late.add(comment.id()));
      reasons.add(tooMany(conversation).getMessage());
      Set<String> alsoLate = below(conversation, late);
      kept.removeIf(comment -> alsoLate.contains(comment.id()));
    }
    return reasons.isEmpty()
        ? new Limited(conversation, List.of())
        : new Limited(Conversation.of(conversation.article(), kept), reasons);
  }

  /** Some comments with everything below them. */
  private static Set<String> below(Conversation conversation, Set<String> some) {
    Set<String> all = new HashSet<>(some);
    List<Comment> open = new ArrayList<>();
    some.forEach(id -> conversation.comment(id).ifPresent(open::add));
    while (!open.isEmpty()) {
      for (Comment reply : conversation.repliesTo(open.remove(open.size() - 1))) {
        if (all.add(reply.id())) {
          open.add(reply);
        }
      }
    }
    return all;
  }

  private void checkLength(Document document) {
    tooLong(document)
        .ifPresent(
            reason -> {
              throw new LimitExceededException(reason);
            });
  }

  private Optional<String> tooLong(Document document) {
    String text = document.text();
    if (text.length() > characters) {
      return Optional.of(reason(document, text.length() + " characters", characters, "characters"));
    }
    return endOfSentences(text) < text.length()
        ? Optional.of(reason(document, "more sentences", sentences, "sentences"))
        : Optional.empty();
  }

  private static String reason(Document document, String found, int limit, String name) {
    return "document "
        + document.id()
        + " has "
        + found
        + (found.startsWith("more") ? " than " : ", more than ")
        + limit
        + "; raise the limit on "
        + name;
  }

  /** Where the last sentence within the limit ends. */
  int endOfSentences(String text) {
    if (text.length() <= sentences) {
      return text.length();
    }
    BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    boundaries.setText(text);
    int end = boundaries.next(sentences);
    return end == BreakIterator.DONE ? text.length() : end;
  }

  private String tooDeep(Comment comment) {
    return "comment "
        + comment.id()
        + " is nested deeper than "
        + depth
        + "; raise the limit on depth";
  }

  private LimitExceededException tooMany(Conversation conversation) {
    return new LimitExceededException(
        "article "
            + conversation.article().id()
            + " has "
            + conversation.comments().size()
            + " comments, more than "
            + comments
            + "; raise the limit on comments");
  }
}
