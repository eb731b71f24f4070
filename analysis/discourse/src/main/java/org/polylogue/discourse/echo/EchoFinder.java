package org.polylogue.discourse.echo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Echo;
import org.polylogue.model.Moment;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * Finds the passages of comments that repeat the article or an earlier comment of their thread,
 * word by word but for letter case, marks, and edits of at most two words between runs of four that
 * agree. Comments of a thread are in the order of their times if all have one, else in that of the
 * source; the comment that is answered always counts as earlier.
 *
 * <p>A repetition counts if it is
 *
 * <ul>
 *   <li>a whole line, sentence or quoted stretch of the comment with at least four words, two of
 *       them content words, or
 *   <li>any stretch of at least eight words, four of them content words.
 * </ul>
 *
 * <p>Where a passage repeats several texts, the longest repetition is taken, and of equal ones that
 * of the comment answered, else of the article, else of the earliest comment. Echoes of one comment
 * do not overlap. Seeds of four words are looked up in an index and extended, so time is linear in
 * the length of the conversation; a text that repeats the same four words more than 16 times is
 * searched at the last 16 places. Immutable and thread-safe.
 */
public final class EchoFinder implements Analysis<Conversation, Map<String, List<Echo>>> {

  private static final int WHOLE_CONTENT = 2;
  private static final int PART_WORDS = 8;
  private static final int PART_CONTENT = 4;

  /** A finder; it has no options. */
  public EchoFinder() {}

  /**
   * Finds all echoes under an article.
   *
   * @return for each comment that has any, by id in source order, its echoes in the order of their
   *     places
   */
  @Override
  public Map<String, List<Echo>> analyze(Conversation conversation, Scope scope) {
    Map<String, List<Echo>> found = new LinkedHashMap<>();
    if (conversation.comments().isEmpty()) {
      return found;
    }
    Map<String, Integer> places = new HashMap<>();
    for (Comment comment : conversation.comments()) {
      places.put(comment.id(), places.size());
    }
    EchoSource article = new EchoSource();
    article.add(conversation.article().id(), EchoWords.of(conversation.article().text()));
    for (Comment root : conversation.roots()) {
      EchoSource thread = new EchoSource();
      for (Comment comment : inOrder(conversation, root, places)) {
        EchoWords words = EchoWords.of(comment.text());
        List<Echo> echoes = echoes(words, article, thread, comment.replyTo().orElse(""));
        if (!echoes.isEmpty()) {
          found.put(comment.id(), List.copyOf(echoes));
        }
        thread.add(comment.id(), words);
      }
    }
    Map<String, List<Echo>> ordered = new LinkedHashMap<>();
    for (Comment comment : conversation.comments()) {
      List<Echo> echoes = found.get(comment.id());
      if (echoes != null) {
        ordered.put(comment.id(), echoes);
      }
    }
    return Collections.unmodifiableMap(ordered);
  }

  /** The comments of a thread, each after the one that it answers, earlier ones first. */
  private static List<Comment> inOrder(
      Conversation conversation, Comment root, Map<String, Integer> places) {
    List<Comment> thread = new ArrayList<>(List.of(root));
    for (int i = 0; i < thread.size(); i++) {
      thread.addAll(conversation.repliesTo(thread.get(i)));
    }
    boolean timed = thread.stream().allMatch(one -> one.time().flatMap(Moment::time).isPresent());
    Comparator<Comment> bySource = Comparator.comparing(comment -> places.get(comment.id()));
    Comparator<Comment> byTime =
        Comparator.comparing(
            comment -> {
              Moment moment = comment.time().orElseThrow();
              return moment.date().atTime(moment.time().orElseThrow());
            });
    PriorityQueue<Comment> open =
        new PriorityQueue<>(timed ? byTime.thenComparing(bySource) : bySource);
    open.add(root);
    List<Comment> ordered = new ArrayList<>();
    while (!open.isEmpty()) {
      Comment next = open.remove();
      ordered.add(next);
      open.addAll(conversation.repliesTo(next));
    }
    return ordered;
  }

  private static List<Echo> echoes(
      EchoWords words, EchoSource article, EchoSource thread, String answered) {
    List<Echo> echoes = new ArrayList<>();
    int[] inArticle = article.numbersOf(words);
    int[] inThread = thread.numbersOf(words);
    int at = 0;
    while (at + EchoSource.SEED <= words.size()) {
      EchoSource.Found best =
          better(article.longestAt(inArticle, at, ""), thread.longestAt(inThread, at, answered));
      EchoRun counted = best == null ? null : counted(words, best.run());
      if (counted != null) {
        Span span = new Span(words.start(counted.start()), words.endWithMarks(counted.end() - 1));
        echoes.add(new Echo(span, best.source().passage(counted), counted.similarity()));
        at = counted.end();
      } else {
        at = best != null && best.run().matched() >= PART_WORDS ? best.run().end() : at + 1;
      }
    }
    return echoes;
  }

  /** The longer one; of equal ones the comment answered, else the article. */
  private static EchoSource.Found better(EchoSource.Found article, EchoSource.Found thread) {
    if (article == null || thread == null) {
      return article == null ? thread : article;
    }
    int more = thread.run().matched() - article.run().matched();
    return more > 0 || more == 0 && thread.preferred() ? thread : article;
  }

  /** The run itself or the whole sentences that it begins with; null if neither counts. */
  private static EchoRun counted(EchoWords words, EchoRun run) {
    int content = 0;
    int wholeEnd = -1;
    for (int i = run.start(); i < run.end(); i++) {
      content += words.isContent(i) ? 1 : 0;
      boolean enough = i + 1 - run.start() >= EchoSource.SEED && content >= WHOLE_CONTENT;
      wholeEnd = enough && words.endsUnit(i) ? i + 1 : wholeEnd;
    }
    boolean begins = words.beginsUnit(run.start());
    boolean whole = begins && wholeEnd == run.end();
    if (whole || run.matched() >= PART_WORDS && content >= PART_CONTENT) {
      return run;
    }
    boolean exact = run.matched() == run.end() - run.start();
    return begins && wholeEnd > 0 && exact ? run.upTo(wholeEnd) : null;
  }
}
