package org.polylogue.discourse.hostile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Block;
import org.polylogue.model.Document;
import org.polylogue.text.Span;

/**
 * Guesses tags, trees and names from the letters alone, often wrongly: what an engine may hand on
 * for text that is no language.
 */
final class RoughEngine implements LanguageEngine {

  private static final int LONGEST_SENTENCE = 120;
  private static final Set<String> VERBS =
      Set.of("said", "says", "wrote", "claimed", "told", "is", "was", "asked");

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public AnnotatedText annotate(Document document) {
    List<Sentence> sentences = new ArrayList<>();
    List<NamedSpan> names = new ArrayList<>();
    for (Block block : document.blocks()) {
      List<Token> tokens = new ArrayList<>();
      String text = document.text();
      int at = block.span().start();
      while (at < block.span().end()) {
        int c = text.codePointAt(at);
        int end = at + Character.charCount(c);
        if (Character.isLetterOrDigit(c)) {
          while (end < block.span().end() && Character.isLetterOrDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
          }
        } else if (Character.isWhitespace(c)) {
          at = end;
          continue;
        }
        end = Math.min(end, block.span().end());
        tokens.add(token(text, at, end));
        if (".!?".indexOf(c) >= 0 || tokens.size() == LONGEST_SENTENCE) {
          add(tokens, sentences, names);
          tokens = new ArrayList<>();
        }
        at = end;
      }
      if (!tokens.isEmpty()) {
        add(tokens, sentences, names);
      }
    }
    return new AnnotatedText(document.text(), sentences, names, capabilities());
  }

  private static Token token(String text, int start, int end) {
    String word = text.substring(start, end);
    String lower = word.toLowerCase(Locale.ROOT);
    int first = word.codePointAt(0);
    String tag =
        VERBS.contains(lower)
            ? "VBD"
            : Character.isDigit(first)
                ? "CD"
                : "“\"".contains(word)
                    ? "``"
                    : "”".equals(word)
                        ? "''"
                        : !Character.isLetter(first)
                            ? "."
                            : Character.isUpperCase(first)
                                ? "NNP"
                                : List.of("he", "she", "they", "i").contains(lower)
                                    ? "PRP"
                                    : lower.length() < 4 ? "IN" : "NN";
    return new Token(start, end, word, tag, lower);
  }

  private static void add(List<Token> tokens, List<Sentence> sentences, List<NamedSpan> names) {
    int root = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if ("VBD".equals(tokens.get(i).tag())) {
        root = i;
      }
    }
    int[] heads = new int[tokens.size()];
    String[] relations = new String[tokens.size()];
    String[] some = {"nsubj", "ccomp", "obj", "nmod", "case", "compound", "punct", "advcl"};
    for (int i = 0; i < heads.length; i++) {
      boolean near = tokens.get(i).text().length() % 3 == 0 && i > 0;
      heads[i] = i == root ? Sentence.NO_HEAD : near && i - 1 != root && i < root ? i - 1 : root;
      heads[i] = heads[i] == i ? root : heads[i];
      relations[i] = i == root ? "root" : some[tokens.get(i).text().hashCode() & 7];
    }
    int sentence = sentences.size();
    sentences.add(Sentence.parsed(tokens, heads, relations));
    for (int i = 0; i < tokens.size(); i++) {
      if ("NNP".equals(tokens.get(i).tag())) {
        int last = i;
        while (last + 1 < tokens.size() && "NNP".equals(tokens.get(last + 1).tag())) {
          last++;
        }
        names.add(
            new NamedSpan(
                new Span(tokens.get(i).start(), tokens.get(last).end()),
                sentence,
                i,
                last,
                List.of("PERSON", "ORGANIZATION", "LOCATION", "MISC").get(last % 4)));
        i = last;
      }
    }
  }
}
