package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/** Finds what a comment quotes without a cue: lines behind a mark, and words in marks. */
final class ReaderQuotes {

  /** Fewer words in marks that nobody is known to have said are irony or a name. */
  private static final int MIN_MARKED = 3;

  private final ParsedText t;
  private final MarkedWords marked;
  private final String documentId;
  private final Repetitions repetitions;

  /**
   * Reads a comment.
   *
   * @param t its text
   * @param marked tells what marks are
   * @param documentId its id
   * @param repetitions the other texts of the conversation, null for none
   */
  ReaderQuotes(ParsedText t, MarkedWords marked, String documentId, Repetitions repetitions) {
    this.t = t;
    this.marked = marked;
    this.documentId = documentId;
    this.repetitions = repetitions;
  }

  /** Adds what is found to what is known, and takes out what stands in a quoted line. */
  void addTo(List<Draft> drafts) {
    quotedLines(drafts);
    markedWords(drafts);
  }

  /** Lines of a comment behind the mark by which posts quote each other. */
  private void quotedLines(List<Draft> drafts) {
    String text = t.text;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int start = at;
      while (start < end && (text.charAt(start) == '>' || text.charAt(start) == ' ')) {
        start++;
      }
      if (start > at && start < end && text.charAt(at) == '>') {
        Span line = new Span(start, end);
        drafts.removeIf(draft -> draft.extent().overlaps(line));
        Speaker speaker = repetitions == null ? null : repetitions.speaker(documentId, text, line);
        drafts.add(
            repeated(line, Quotation.Kind.BLOCK, "quoted line", speaker == null ? 0.8 : 0.95)
                .apply(speaker));
      }
      at = end + 1;
    }
  }

  /**
   * Words in marks that stand in the article or in another comment, and others of three words or
   * more that are no name and no saying: readers put into marks what somebody else has said.
   */
  private void markedWords(List<Draft> drafts) {
    List<Draft> found = new ArrayList<>();
    int[] shortest = shortest(drafts);
    for (int m = 0; m < t.marks.size(); m++) {
      MarkScanner.MarkedRange range = t.marks.get(m);
      Span span = new Span(range.begin(), range.end());
      if (!range.closed() || range.depth() > 0 || range.innerEnd() <= range.innerBegin()) {
        continue;
      }
      // about the same words by a cue of the comment's own have a source of their own
      int length = shortest[span.start() + span.length() / 2];
      if (length > 0 && length <= 2 * span.length()) {
        continue;
      }
      Speaker speaker =
          repetitions == null
              ? null
              : repetitions.speaker(
                  documentId, t.text, new Span(range.innerBegin(), range.innerEnd()));
      if (speaker != null) {
        found.add(
            repeated(span, Quotation.Kind.DIRECT, "words of the conversation", 0.85)
                .apply(speaker));
      } else if (marked.words(m) >= MIN_MARKED && marked.isUttered(m)) {
        found.add(
            repeated(span, Quotation.Kind.DIRECT, "words in marks", 0.6)
                .apply(new Speaker.Unknown(Speaker.Reason.NO_SOURCE)));
      }
    }
    drafts.addAll(found);
  }

  /** For each character the length of the shortest content said that holds it, 0 for none. */
  private int[] shortest(List<Draft> drafts) {
    int[] shortest = new int[t.text.length()];
    for (Draft draft : drafts) {
      if (draft.grade() == Quotation.Grade.SAID) {
        int length = draft.content().stream().mapToInt(Span::length).sum();
        for (Span span : draft.content()) {
          for (int i = span.start(); i < span.end(); i++) {
            shortest[i] = shortest[i] == 0 ? length : Math.min(shortest[i], length);
          }
        }
      }
    }
    return shortest;
  }

  private static Function<Speaker, Draft> repeated(
      Span span, Quotation.Kind kind, String rule, double confidence) {
    return speaker ->
        new Draft(
            List.of(span),
            -1,
            -1,
            null,
            null,
            kind,
            Quotation.Mode.WRITING,
            Quotation.Grade.SAID,
            rule,
            confidence,
            speaker);
  }
}
