package org.polylogue.discourse.marker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.language.WordLists;
import org.polylogue.model.Comment;
import org.polylogue.model.CommentMarker;
import org.polylogue.model.CommentMarker.Kind;
import org.polylogue.model.Conversation;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * Finds words that tell how a comment talks, by lists and spelling. What a comment quotes from
 * somebody else is left out. Immutable and thread-safe; time is linear in the text.
 */
public final class MarkerAnalysis
    implements Analysis<Conversation, Map<String, List<CommentMarker>>> {

  private static final WordLists LISTS = WordLists.of(MarkerAnalysis.class, "words.tsv");
  private static final Map<Kind, Phrases> PHRASES =
      Map.of(
          Kind.HEDGE, Phrases.of(LISTS.list("hedge")),
          Kind.INSULT, Phrases.of(LISTS.list("insult")),
          Kind.THANKS, Phrases.of(LISTS.list("thanks")),
          Kind.SOURCE, Phrases.of(LISTS.list("source")));
  private static final Phrases NO_THANKS = Phrases.of(LISTS.list("no_thanks"));
  private static final Set<String> LINK_STARTS = Set.of("http", "https", "www");
  private static final int SHOUTED_WORDS = 3;
  private static final int SHOUTED_LETTERS = 8;

  private final Analysis<Conversation, Map<String, Quotations>> quotations;

  /**
   * Finds markers outside of what others are quoted with.
   *
   * @param quotations what is quoted
   */
  public MarkerAnalysis(Analysis<Conversation, Map<String, Quotations>> quotations) {
    this.quotations = quotations;
  }

  /**
   * Finds the markers of all comments.
   *
   * @return for each comment that has any, by id in source order, its markers by place
   */
  @Override
  public Map<String, List<CommentMarker>> analyze(Conversation conversation, Scope scope) {
    Map<String, Quotations> said = scope.get(quotations, conversation);
    Set<String> names = new HashSet<>();
    for (Comment comment : conversation.comments()) {
      comment.author().ifPresent(name -> names.add(Phrases.key(MarkerWords.of(name))));
    }
    Phrases authors = Phrases.of(names);
    Map<String, List<CommentMarker>> found = new LinkedHashMap<>();
    for (Comment comment : conversation.comments()) {
      TreeMap<Integer, Integer> others = new TreeMap<>();
      for (Quotation one : said.getOrDefault(comment.id(), Quotations.NONE).quotations()) {
        if (!(one.speaker() instanceof Speaker.DocumentAuthor)) {
          one.content().forEach(span -> others.merge(span.start(), span.end(), Math::max));
        }
      }
      List<CommentMarker> markers = new ArrayList<>();
      for (CommentMarker marker : markers(comment.text(), authors)) {
        Map.Entry<Integer, Integer> before = others.floorEntry(marker.span().start());
        if (before == null || before.getValue() <= marker.span().start()) {
          markers.add(marker);
        }
      }
      if (!markers.isEmpty()) {
        found.put(comment.id(), List.copyOf(markers));
      }
    }
    return found;
  }

  private static List<CommentMarker> markers(String text, Phrases authors) {
    MarkerWords words = MarkerWords.of(text);
    List<CommentMarker> markers = new ArrayList<>();
    int linked = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.start(i) < linked) {
        continue;
      }
      int link = linkEnd(text, words, i);
      if (link > 0) {
        markers.add(new CommentMarker(new Span(words.start(i), link), Kind.LINK));
        linked = link;
        continue;
      }
      for (Map.Entry<Kind, Phrases> list : PHRASES.entrySet()) {
        int end = list.getValue().longestAt(words, i);
        if (end > i && !(list.getKey() == Kind.THANKS && isNoThanks(words, i))) {
          markers.add(marker(words, i, end, list.getKey()));
        }
      }
      int named = authors.longestAt(words, i);
      if (named > i && isAddress(text, words, i, named)) {
        markers.add(marker(words, i, named, Kind.ADDRESS));
      }
    }
    addShouting(text, words, markers);
    addQuestions(text, words, markers);
    markers.sort(Comparator.comparing(CommentMarker::span).thenComparing(CommentMarker::kind));
    return markers;
  }

  private static CommentMarker marker(MarkerWords words, int from, int to, Kind kind) {
    return new CommentMarker(new Span(words.start(from), words.end(to - 1)), kind);
  }

  /** Whether a longer phrase around it is no thanks, as "no thanks" or "thanks to". */
  private static boolean isNoThanks(MarkerWords words, int at) {
    return NO_THANKS.longestAt(words, at) > at || at > 0 && NO_THANKS.longestAt(words, at - 1) > at;
  }

  /** The end of an address on the web that begins with a word; 0 if none does. */
  private static int linkEnd(String text, MarkerWords words, int at) {
    int after = words.end(at);
    boolean begins =
        LINK_STARTS.contains(words.lower(at))
            && (text.startsWith("://", after)
                || words.lower(at).equals("www") && text.startsWith(".", after));
    if (!begins) {
      return 0;
    }
    int end = after;
    while (end < text.length() && " \t\r\n<>\"”)]".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > after && ".,;:!?'’".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** A name with an at sign before it; or at the beginning of a line, with a mark behind it. */
  private static boolean isAddress(String text, MarkerWords words, int from, int to) {
    int start = words.start(from);
    if (start > 0 && text.charAt(start - 1) == '@') {
      return true;
    }
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    int end = words.end(to - 1);
    return begins && end < text.length() && ",:!?–—".indexOf(text.charAt(end)) >= 0;
  }

  private static void addShouting(String text, MarkerWords words, List<CommentMarker> markers) {
    for (int i = 0; i < words.size(); i++) {
      int from = i;
      int letters = 0;
      while (i < words.size() && words.isCapital(i)) {
        letters += words.end(i) - words.start(i);
        i++;
      }
      if (i - from >= SHOUTED_WORDS && letters >= SHOUTED_LETTERS) {
        markers.add(marker(words, from, i, Kind.SHOUTING));
      }
    }
    for (int i = 0; i < text.length(); i++) {
      int from = i;
      while (i < text.length() && (text.charAt(i) == '!' || i > from && text.charAt(i) == '?')) {
        i++;
      }
      if (i - from > 1 && text.substring(from, i).chars().filter(c -> c == '!').count() > 1) {
        markers.add(new CommentMarker(new Span(from, i), Kind.SHOUTING));
      }
    }
  }

  /** Sentences that end with a question mark, from their first word. */
  private static void addQuestions(String text, MarkerWords words, List<CommentMarker> markers) {
    int first = 0;
    for (int i = 0; i < words.size(); i++) {
      int next = i + 1 < words.size() ? words.start(i + 1) : text.length();
      int end = words.end(i);
      boolean asks = false;
      boolean ends = i + 1 == words.size();
      int last = end;
      for (int at = end; at < next; at++) {
        char c = text.charAt(at);
        asks |= c == '?';
        last = c == '?' || c == '!' && asks ? at + 1 : last;
        ends |= "?!\n".indexOf(c) >= 0 || c == '.' && (at + 1 == text.length() || at + 1 < next);
      }
      boolean space = next == text.length() || next - last > 0 || ends && !asks;
      if (asks && space) {
        markers.add(new CommentMarker(new Span(words.start(first), last), Kind.QUESTION));
      }
      first = ends && space ? i + 1 : first;
    }
  }
}
