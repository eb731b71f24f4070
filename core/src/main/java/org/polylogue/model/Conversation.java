package org.polylogue.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An article with the forest of comments under it. Comments keep the order of their source; replies
 * may stand before their parents. Immutable and thread-safe; no operation recurses, so threads may
 * be of any depth.
 */
public final class Conversation {

  /** What to do with a reply whose parent is unknown, a repeated id, or a cycle of replies. */
  public enum Repair {
    /** Throw {@link IllegalArgumentException} at the first irregularity. */
    REJECT,
    /** Mend it as {@link Irregularity.Kind} says and report it. */
    MEND
  }

  /**
   * Something in a comment list that is no forest, and was mended.
   *
   * @param kind what it was
   * @param commentId the comment concerned, as its source names it
   * @param detail one sentence for people
   */
  public record Irregularity(Kind kind, String commentId, String detail) {

    /** What can be wrong with a comment list, and how it is mended. */
    public enum Kind {
      /** The parent is in no comment: the comment becomes a root. */
      UNKNOWN_PARENT,
      /** The id was used before: the comment gets a new id, {@code id~2} and so on. */
      DUPLICATE_ID,
      /**
       * Replies answer each other in a circle: the first of them in source order becomes a root.
       */
      CYCLE,
      /** The comment answers itself: it becomes a root. */
      SELF_REPLY,
      /** It was posted before the comment it answers: kept as it is. */
      TIME_REVERSED
    }
  }

  private final Article article;
  private final List<Comment> comments;
  private final List<Irregularity> irregularities;
  private final Map<String, Integer> indexById;
  private final int[] parents;
  private final int[] depths;
  private final List<List<Comment>> replies;
  private final List<Comment> roots;

  private Conversation(Article article, List<Comment> comments, List<Irregularity> irregular) {
    this.article = article;
    this.comments = List.copyOf(comments);
    this.irregularities = List.copyOf(irregular);
    this.indexById = new HashMap<>(comments.size() * 2);
    for (int i = 0; i < comments.size(); i++) {
      indexById.put(comments.get(i).id(), i);
    }
    this.parents = new int[comments.size()];
    List<List<Comment>> children = new ArrayList<>(Collections.nCopies(comments.size(), null));
    List<Comment> tops = new ArrayList<>();
    for (int i = 0; i < parents.length; i++) {
      Comment comment = comments.get(i);
      parents[i] = comment.replyTo().map(indexById::get).orElse(-1);
      if (parents[i] < 0) {
        tops.add(comment);
      } else {
        List<Comment> siblings = children.get(parents[i]);
        if (siblings == null) {
          siblings = new ArrayList<>();
          children.set(parents[i], siblings);
        }
        siblings.add(comment);
      }
    }
    children.replaceAll(list -> list == null ? List.of() : List.copyOf(list));
    this.replies = List.copyOf(children);
    this.roots = List.copyOf(tops);
    this.depths = depths(parents);
  }

  /**
   * A conversation, mended where its comments are no forest.
   *
   * @param article the article
   * @param comments its comments, in the order of their source
   * @return the conversation with a report of what was mended
   */
  public static Conversation of(Article article, List<Comment> comments) {
    return of(article, comments, Repair.MEND);
  }

  /**
   * A conversation.
   *
   * @param article the article
   * @param comments its comments, in the order of their source
   * @param repair what to do with irregular comment lists
   * @return the conversation
   * @throws IllegalArgumentException if the list is irregular and {@code repair} is {@link
   *     Repair#REJECT}
   */
  public static Conversation of(Article article, List<Comment> comments, Repair repair) {
    Objects.requireNonNull(article, "article");
    List<Irregularity> found = new ArrayList<>();
    List<Comment> mended = mend(comments, found);
    if (repair == Repair.REJECT) {
      for (Irregularity irregularity : found) {
        if (irregularity.kind() != Irregularity.Kind.TIME_REVERSED) {
          throw new IllegalArgumentException(
              "article " + article.id() + ": " + irregularity.detail());
        }
      }
    }
    return new Conversation(article, mended, found);
  }

  /**
   * A conversation that was mended before, as it is read back from a result.
   *
   * @param article the article
   * @param comments its comments, a forest
   * @param irregularities what was mended then
   * @return the conversation with that report
   * @throws IllegalArgumentException if the comments are no forest
   */
  public static Conversation restored(
      Article article, List<Comment> comments, List<Irregularity> irregularities) {
    return new Conversation(article, of(article, comments, Repair.REJECT).comments, irregularities);
  }

  private static List<Comment> mend(List<Comment> comments, List<Irregularity> found) {
    List<Comment> mended = new ArrayList<>(comments.size());
    Map<String, Integer> index = new LinkedHashMap<>();
    Map<String, Integer> uses = new HashMap<>();
    Set<String> original = new HashSet<>();
    for (Comment comment : comments) {
      original.add(comment.id());
    }
    for (Comment comment : comments) {
      Comment unique = comment;
      if (index.containsKey(comment.id())) {
        int use = uses.getOrDefault(comment.id(), 1);
        String fresh;
        do {
          use++;
          fresh = comment.id() + "~" + use;
        } while (index.containsKey(fresh) || original.contains(fresh));
        uses.put(comment.id(), use);
        unique =
            new Comment(
                fresh,
                comment.author(),
                comment.time(),
                comment.score(),
                comment.text(),
                comment.replyTo(),
                comment.blocks());
        found.add(
            new Irregularity(
                Irregularity.Kind.DUPLICATE_ID,
                comment.id(),
                "comment id " + comment.id() + " is used again; renamed to " + fresh));
      }
      index.put(unique.id(), mended.size());
      mended.add(unique);
    }
    for (int i = 0; i < mended.size(); i++) {
      Comment comment = mended.get(i);
      if (comment.replyTo().isEmpty()) {
        continue;
      }
      String parent = comment.replyTo().get();
      if (parent.equals(comment.id())) {
        found.add(
            new Irregularity(
                Irregularity.Kind.SELF_REPLY,
                comment.id(),
                "comment " + comment.id() + " answers itself; taken as a root"));
        mended.set(i, comment.withReplyTo(Optional.empty()));
      } else if (!index.containsKey(parent)) {
        found.add(
            new Irregularity(
                Irregularity.Kind.UNKNOWN_PARENT,
                comment.id(),
                "comment " + comment.id() + " answers unknown " + parent + "; taken as a root"));
        mended.set(i, comment.withReplyTo(Optional.empty()));
      }
    }
    breakCycles(mended, index, found);
    for (Comment comment : mended) {
      if (comment.replyTo().isPresent()) {
        Comment parent = mended.get(index.get(comment.replyTo().get()));
        if (before(comment, parent)) {
          found.add(
              new Irregularity(
                  Irregularity.Kind.TIME_REVERSED,
                  comment.id(),
                  "comment "
                      + comment.id()
                      + " is older than "
                      + parent.id()
                      + ", which it answers"));
        }
      }
    }
    return mended;
  }

  private static void breakCycles(
      List<Comment> comments, Map<String, Integer> index, List<Irregularity> found) {
    int[] seenFrom = new int[comments.size()];
    for (int i = 0; i < comments.size(); i++) {
      int at = i;
      while (at >= 0 && seenFrom[at] == 0) {
        seenFrom[at] = i + 1;
        at = comments.get(at).replyTo().map(index::get).orElse(-1);
      }
      if (at >= 0 && seenFrom[at] == i + 1) {
        int first = at;
        for (int j = index.get(comments.get(at).replyTo().orElseThrow());
            j != at;
            j = index.get(comments.get(j).replyTo().orElseThrow())) {
          first = Math.min(first, j);
        }
        Comment root = comments.get(first);
        found.add(
            new Irregularity(
                Irregularity.Kind.CYCLE,
                root.id(),
                "comment " + root.id() + " answers itself through its replies; taken as a root"));
        comments.set(first, root.withReplyTo(Optional.empty()));
      }
    }
  }

  private static boolean before(Comment reply, Comment parent) {
    if (reply.time().isEmpty() || parent.time().isEmpty()) {
      return false;
    }
    Moment replied = reply.time().get();
    Moment asked = parent.time().get();
    if (!replied.offset().equals(asked.offset())) {
      return false;
    }
    int byDay = replied.date().compareTo(asked.date());
    if (byDay != 0 || replied.time().isEmpty() || asked.time().isEmpty()) {
      return byDay < 0;
    }
    return replied.time().get().isBefore(asked.time().get());
  }

  private static int[] depths(int[] parents) {
    int[] depths = new int[parents.length];
    int[] path = new int[parents.length];
    for (int i = 0; i < parents.length; i++) {
      int length = 0;
      int at = i;
      while (at >= 0 && depths[at] == 0) {
        path[length++] = at;
        at = parents[at];
      }
      int depth = at < 0 ? 0 : depths[at];
      while (length > 0) {
        depths[path[--length]] = ++depth;
      }
    }
    return depths;
  }

  /**
   * The article.
   *
   * @return the article
   */
  public Article article() {
    return article;
  }

  /**
   * All comments in the order of their source.
   *
   * @return the comments, possibly none
   */
  public List<Comment> comments() {
    return comments;
  }

  /**
   * What was irregular in the comment list.
   *
   * @return one entry per irregularity, empty if the list was a forest
   */
  public List<Irregularity> irregularities() {
    return irregularities;
  }

  /**
   * The comments that answer the article.
   *
   * @return the roots in source order
   */
  public List<Comment> roots() {
    return roots;
  }

  /**
   * Finds a comment.
   *
   * @param id its id
   * @return the comment, empty if there is none
   */
  public Optional<Comment> comment(String id) {
    return Optional.ofNullable(indexById.get(id)).map(comments::get);
  }

  /**
   * The comment that a comment answers.
   *
   * @param comment a comment of this conversation
   * @return its parent, empty for a root
   * @throws IllegalArgumentException if it is not of this conversation
   */
  public Optional<Comment> parentOf(Comment comment) {
    int parent = parents[indexOf(comment)];
    return parent < 0 ? Optional.empty() : Optional.of(comments.get(parent));
  }

  /**
   * The direct answers to a comment.
   *
   * @param comment a comment of this conversation
   * @return its replies in source order
   * @throws IllegalArgumentException if it is not of this conversation
   */
  public List<Comment> repliesTo(Comment comment) {
    return replies.get(indexOf(comment));
  }

  /**
   * How deep a comment lies.
   *
   * @param comment a comment of this conversation
   * @return 1 for a root, one more for each step down
   * @throws IllegalArgumentException if it is not of this conversation
   */
  public int depthOf(Comment comment) {
    return depths[indexOf(comment)];
  }

  /**
   * The article and then all comments, each a document.
   *
   * @return all documents in source order
   */
  public List<Document> documents() {
    List<Document> documents = new ArrayList<>(comments.size() + 1);
    documents.add(article);
    documents.addAll(comments);
    return Collections.unmodifiableList(documents);
  }

  private int indexOf(Comment comment) {
    Integer index = indexById.get(comment.id());
    if (index == null) {
      throw new IllegalArgumentException(
          "comment " + comment.id() + " is not under article " + article.id());
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Conversation that
        && article.equals(that.article)
        && comments.equals(that.comments)
        && irregularities.equals(that.irregularities);
  }

  @Override
  public int hashCode() {
    return Objects.hash(article, comments);
  }

  @Override
  public String toString() {
    return "Conversation[" + article.id() + ", " + comments.size() + " comments]";
  }
}
