package org.polylogue.corpus.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/**
 * Articles and comments of a dump, in whatever order they stand there, until each comment has its
 * article: up to 200 million characters. For one thread.
 */
final class HeldRows {

  private static final long MOST_HELD = 200_000_000;

  /** A comment with what is known of where it stands. */
  private record Found(Comment comment, Optional<String> article) {}

  /** An article and what was noticed while it was read. */
  private record Head(Article article, Place place, List<Notice> notices) {}

  private final CorpusSource source;
  private final List<ReadOutcome> faults = new ArrayList<>();
  private final Map<String, Head> articles = new LinkedHashMap<>();
  private final List<Found> comments = new ArrayList<>();
  private final Map<String, Article> heads = new HashMap<>();
  private final Map<String, Notice> loose = new LinkedHashMap<>();
  private long held;

  HeldRows(CorpusSource source) {
    this.source = source;
  }

  void fault(CorpusException e) {
    faults.add(e.asOutcome());
  }

  int comments() {
    return comments.size();
  }

  void add(Article article, Place place, List<Notice> notices) {
    if (articles.putIfAbsent(article.id(), new Head(article, place, notices)) != null) {
      throw new CorpusException(place, "article id " + article.id() + " is there twice");
    }
    hold(article.text(), place);
  }

  /** What a comment tells of its article, in case that the file has not the article itself. */
  void head(Article article) {
    heads.putIfAbsent(article.id(), article);
  }

  boolean isEmpty() {
    return articles.isEmpty() && comments.isEmpty();
  }

  void add(Comment comment, Optional<String> article, Place place) {
    hold(comment.text(), place);
    comments.add(new Found(comment, article));
  }

  /** What concerns the file; of the same reason the first one is kept. */
  void add(Notice notice) {
    loose.putIfAbsent(notice.reason(), notice);
  }

  private void hold(String text, Place place) {
    held += text.length() + 200L;
    if (held > MOST_HELD) {
      throw new CorpusException(
          place, "the dump is too large to be held in memory; split it by article");
    }
  }

  /** The faults, then the conversations; a fault with that reason if there is nothing at all. */
  List<ReadOutcome> outcomes(String otherwise) {
    Map<String, String> parents = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Found found : comments) {
      ids.add(found.comment().id());
      found.comment().replyTo().ifPresent(to -> parents.put(found.comment().id(), to));
    }
    Map<String, List<Comment>> byArticle = new LinkedHashMap<>();
    for (Found found : comments) {
      String article = found.article().orElseGet(() -> root(found.comment().id(), parents, ids));
      byArticle.computeIfAbsent(article, unseen -> new ArrayList<>()).add(found.comment());
    }
    List<ReadOutcome> outcomes = new ArrayList<>(faults);
    for (Head head : articles.values()) {
      List<Comment> under = byArticle.remove(head.article().id());
      outcomes.add(read(head, under == null ? List.of() : under));
      loose.clear();
    }
    byArticle.forEach(
        (id, under) -> {
          Notice none =
              new Notice(
                  Notice.Kind.DOUBTFUL, 0, id, "the file has no such article; it has no text");
          outcomes.add(
              read(
                  new Head(
                      heads.getOrDefault(id, Article.of(id, "", "")),
                      source.place(),
                      List.of(none)),
                  under));
          loose.clear();
        });
    if (outcomes.isEmpty()) {
      throw new CorpusException(source.place(), otherwise);
    }
    return outcomes;
  }

  private ReadOutcome read(Head head, List<Comment> comments) {
    Article article = head.article();
    List<Notice> notices = new ArrayList<>(head.notices());
    notices.addAll(loose.values());
    return new ReadOutcome.Read(
        head.place(), Conversation.of(article, TableFormat.apart(article.id(), comments)), notices);
  }

  /** What a chain of answers begins with; the file itself if that is a comment. */
  private String root(String id, Map<String, String> parents, Set<String> comments) {
    Set<String> seen = new LinkedHashSet<>();
    String at = id;
    while (parents.containsKey(at) && !articles.containsKey(at) && seen.add(at)) {
      at = parents.get(at);
    }
    for (String passed : seen) {
      parents.put(passed, at);
    }
    return comments.contains(at) && !articles.containsKey(at) ? source.name() : at;
  }
}
