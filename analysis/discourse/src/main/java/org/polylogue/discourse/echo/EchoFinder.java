package org.polylogue.discourse.echo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Finds the passages of comments that repeat the article or the comment they answer, word by word
 * but for letter case, marks, and edits of at most two words between runs of four that agree.
 *
 * <p>A repetition counts if it is
 *
 * <ul>
 *   <li>a whole line, sentence or quoted stretch of the comment with at least four words, two of
 *       them content words, or
 *   <li>any stretch of at least eight words, four of them content words.
 * </ul>
 *
 * <p>Where a passage repeats both, the longer repetition is taken, and of equal ones that of the
 * comment answered. Echoes of one comment do not overlap. Seeds of four words are looked up in an
 * index and extended, so time is linear in the length of the conversation; a text that repeats the
 * same four words more than 16 times is searched at the last 16 places. Immutable and thread-safe.
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
    EchoSource article = source(conversation.article());
    for (Comment root : conversation.roots()) {
      put(found, root, List.of(article));
    }
    for (Comment parent : conversation.comments()) {
      List<Comment> replies = conversation.repliesTo(parent);
      if (!replies.isEmpty()) {
        List<EchoSource> sources = List.of(source(parent), article);
        for (Comment reply : replies) {
          put(found, reply, sources);
        }
      }
    }
    Map<String, List<Echo>> ordered = new LinkedHashMap<>();
    for (Comment comment : conversation.comments()) {
      List<Echo> echoes = found.get(comment.id());
      if (echoes != null) {
        ordered.put(comment.id(), echoes);
      }
    }
    return java.util.Collections.unmodifiableMap(ordered);
  }

  private static EchoSource source(Document document) {
    return new EchoSource(document.id(), EchoWords.of(document.text()));
  }

  private static void put(
      Map<String, List<Echo>> found, Comment comment, List<EchoSource> sources) {
    List<Echo> echoes = echoes(EchoWords.of(comment.text()), sources);
    if (!echoes.isEmpty()) {
      found.put(comment.id(), List.copyOf(echoes));
    }
  }

  private static List<Echo> echoes(EchoWords words, List<EchoSource> sources) {
    List<Echo> echoes = new ArrayList<>();
    List<int[]> numbers = sources.stream().map(source -> source.numbersOf(words)).toList();
    int at = 0;
    while (at + EchoSource.SEED <= words.size()) {
      EchoRun best = null;
      EchoSource from = null;
      for (int i = 0; i < sources.size(); i++) {
        EchoRun run = sources.get(i).longestAt(numbers.get(i), at);
        if (run != null && (best == null || run.matched() > best.matched())) {
          best = run;
          from = sources.get(i);
        }
      }
      EchoRun counted = best == null ? null : counted(words, best);
      if (counted != null) {
        echoes.add(echo(words, counted, from));
        at = counted.end();
      } else {
        at = best != null && best.matched() >= PART_WORDS ? best.end() : at + 1;
      }
    }
    return echoes;
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

  private static Echo echo(EchoWords words, EchoRun run, EchoSource source) {
    Span span = new Span(words.start(run.start()), words.endWithMarks(run.end() - 1));
    EchoWords original = source.words();
    Span repeated =
        new Span(original.start(run.sourceStart()), original.endWithMarks(run.sourceEnd() - 1));
    return new Echo(span, new Passage(source.documentId(), repeated), run.similarity());
  }
}
