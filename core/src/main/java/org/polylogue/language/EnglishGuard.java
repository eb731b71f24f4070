package org.polylogue.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;

/**
 * Leaves documents unread that are not in English: their annotation has no sentences, so that
 * nothing is found in them. Which language a text is in, its function words tell (Ingle 1976), and
 * its script. Immutable and thread-safe; linear in the text.
 *
 * @param language annotates what is English
 */
public record EnglishGuard(Analysis<? super Document, AnnotatedText> language)
    implements Analysis<Document, AnnotatedText> {

  private static final WordLists LISTS = WordLists.of(EnglishGuard.class, "function-words.tsv");
  private static final Set<String> ENGLISH = LISTS.list("english");
  private static final Set<String> OTHER = LISTS.list("other");

  /** Texts with fewer words are taken for English: names, numbers and cries tell no language. */
  private static final int FEWEST = 5;

  /** Nearly every English sentence of this many words has a function word. */
  private static final int TELLING = 9;

  private static final double LEAST_SHARE = 0.1;

  /** Words that are read; a longer text is told by its beginning. */
  private static final int MOST = 2000;

  /** Checks that a language is there. */
  public EnglishGuard {
    Objects.requireNonNull(language, "language");
  }

  @Override
  public AnnotatedText analyze(Document document, Scope scope) {
    return isEnglish(document.text())
        ? scope.get(language, document)
        : new AnnotatedText(document.text(), List.of(), List.of(), EnumSet.allOf(Capability.class));
  }

  /**
   * Tells whether a text is in English.
   *
   * @param text an article or a comment
   * @return true if it is, or if too few words tell
   */
  public static boolean isEnglish(String text) {
    int latin = 0;
    int foreign = 0;
    int words = 0;
    int english = 0;
    int other = 0;
    int end = 0;
    int length = text.length();
    while (end < length && words < MOST) {
      int start = end;
      while (start < length && !Character.isLetter(text.codePointAt(start))) {
        start += Character.charCount(text.codePointAt(start));
      }
      end = start;
      while (end < length && isInWord(text.codePointAt(end))) {
        int c = text.codePointAt(end);
        if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
          latin++;
        } else if (Character.isLetter(c)) {
          foreign++;
        }
        end += Character.charCount(c);
      }
      if (end > start) {
        String word = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
        words++;
        english += ENGLISH.contains(word) ? 1 : 0;
        other += OTHER.contains(word) ? 1 : 0;
      }
    }
    if (foreign > latin) {
      return false;
    }
    if (words < FEWEST) {
      return other <= english || words < 2;
    }
    boolean few = english < LEAST_SHARE * words && (other > 0 || words >= 2 * TELLING);
    return other <= english && (words < TELLING || !few);
  }

  private static boolean isInWord(int c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '\''
        || c == '’';
  }
}
