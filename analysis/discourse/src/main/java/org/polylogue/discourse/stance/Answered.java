package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.Span;

/**
 * Whom the comments of a conversation answer: the comment that the source says, and earlier ones
 * that they quote or address. Quoted are lines after {@code >}, quoted stretches, lines and
 * sentences of at least four words that another person wrote before, whatever the case and marks;
 * addressed is the latest earlier comment of the author whose name stands behind an {@code @}.
 * Linear in the length of the conversation.
 */
final class Answered {

  private static final int LEAST_WORDS = 4;
  private static final int LONGEST_NAME = 5;
  private static final String ESCAPED = "&gt;";

  /** What a comment repeats of earlier ones, and which of them it answers, the surest first. */
  record Links(List<Span> repeated, List<Comment> comments) {

    static final Links NONE = new Links(List.of(), List.of());
  }

  private final Map<String, Links> links = new HashMap<>();

  Answered(Conversation conversation) {
    Map<String, Comment> said = new HashMap<>();
    Map<String, Comment> latest = new HashMap<>();
    for (Comment comment : conversation.comments()) {
      links.put(comment.id(), links(conversation, comment, said, latest));
      for (Span piece : pieces(comment.text())) {
        String key = key(piece.of(comment.text()));
        if (!key.isEmpty()) {
          said.putIfAbsent(key, comment);
        }
      }
      comment
          .author()
          .map(Answered::name)
          .filter(n -> !n.isEmpty())
          .ifPresent(n -> latest.put(n, comment));
    }
  }

  Links of(Comment comment) {
    return links.getOrDefault(comment.id(), Links.NONE);
  }

  private static Links links(
      Conversation conversation,
      Comment comment,
      Map<String, Comment> said,
      Map<String, Comment> latest) {
    Map<String, Comment> answered = new LinkedHashMap<>();
    Optional<Comment> parent = conversation.parentOf(comment);
    parent.ifPresent(one -> answered.put(one.id(), one));
    List<Span> repeated = new ArrayList<>();
    List<Span> candidates = new ArrayList<>(PairFeatures.quoted(comment.text()));
    candidates.addAll(pieces(comment.text()));
    for (Span piece : candidates) {
      Comment source = said.get(key(piece.of(comment.text())));
      if (source != null && !sameAuthor(source, comment)) {
        repeated.add(piece);
        answered.put(source.id(), source);
      }
    }
    addressed(comment, latest).ifPresent(one -> answered.put(one.id(), one));
    answered.remove(comment.id());
    return new Links(List.copyOf(repeated), List.copyOf(answered.values()));
  }

  private static boolean sameAuthor(Comment one, Comment other) {
    return one.author().isPresent() && one.author().equals(other.author());
  }

  private static Optional<Comment> addressed(Comment comment, Map<String, Comment> latest) {
    String text = comment.text();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      StringBuilder name = new StringBuilder();
      int i = at + 1;
      Comment found = null;
      for (int words = 0; words < LONGEST_NAME && i < text.length(); words++) {
        int start = i;
        while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
          i++;
        }
        name.append(name(text.substring(start, i)));
        found = latest.getOrDefault(name.toString(), found);
        i++;
      }
      if (found != null && !sameAuthor(found, comment)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static String name(String shown) {
    StringBuilder kept = new StringBuilder();
    shown
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> kept.appendCodePoint(Character.toLowerCase(c)));
    return kept.toString();
  }

  /** Lines, and the sentences in them. */
  private static List<Span> pieces(String text) {
    List<Span> pieces = new ArrayList<>();
    int line = 0;
    int sentence = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean ends = i == text.length() || text.charAt(i) == '\n';
      boolean stops = !ends && ".!?".indexOf(text.charAt(i)) >= 0;
      if (stops || ends) {
        int end = ends ? i : i + 1;
        if (end > sentence) {
          pieces.add(new Span(sentence, end));
        }
        sentence = end;
      }
      if (ends) {
        if (i > line) {
          pieces.add(new Span(line, i));
        }
        line = i + 1;
        sentence = i + 1;
      }
    }
    return pieces;
  }

  /** The words in lower case, one space between; empty if there are fewer than four. */
  private static String key(String piece) {
    StringBuilder key = new StringBuilder();
    int words = 0;
    boolean inside = false;
    int quoted = piece.indexOf(ESCAPED);
    for (int i = quoted < 0 ? 0 : quoted + ESCAPED.length(); i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        if (!inside) {
          words++;
          key.append(key.isEmpty() ? "" : " ");
        }
        key.append(Character.toLowerCase(c));
        inside = true;
      } else if (c != '\'' && c != '’') {
        inside = false;
      }
    }
    return words < LEAST_WORDS ? "" : key.toString().toLowerCase(Locale.ROOT);
  }
}
