package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Article;
import org.polylogue.text.Span;

/**
 * Texts with trees written out for tests of rules. A word is {@code form|TAG|head|relation|NAME},
 * heads counted from 1 with 0 for the root; what is left out is a noun on the first root without a
 * name. Sentences are separated by {@code /}, paragraphs by {@code //}; {@code _} before a word
 * stands for no space.
 */
final class Parsed {

  private Parsed() {}

  static ParsedText of(String written) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    List<NamedSpan> names = new ArrayList<>();
    for (String paragraph : written.strip().split("\\s+//\\s+")) {
      text.append(text.isEmpty() ? "" : "\n\n");
      boolean first = true;
      for (String sentence : paragraph.split("\\s+/\\s+")) {
        text.append(first ? "" : " ");
        first = false;
        add(sentence.split("\\s+"), text, sentences, names);
      }
    }
    Article article = Article.of("a", "", text.toString());
    return ParsedText.of(
        new AnnotatedText(text.toString(), sentences, names, EnumSet.allOf(Capability.class)),
        article.blocks());
  }

  private static void add(
      String[] words, StringBuilder text, List<Sentence> sentences, List<NamedSpan> names) {
    List<Token> tokens = new ArrayList<>();
    int[] heads = new int[words.length];
    String[] relations = new String[words.length];
    int root = 0;
    for (int i = 0; i < words.length; i++) {
      if (part(words[i], 2, "").equals("0")) {
        root = i;
      }
    }
    for (int i = 0; i < words.length; i++) {
      boolean glued = words[i].startsWith("_");
      String form = part(words[i], 0, "").substring(glued ? 1 : 0);
      text.append(i == 0 || glued ? "" : " ");
      int start = text.length();
      text.append(form);
      String lower = form.toLowerCase(Locale.ROOT);
      String lemma = lower.equals("said") || lower.equals("says") ? "say" : lower;
      tokens.add(new Token(start, text.length(), form, part(words[i], 1, "NN"), lemma));
      int head = Integer.parseInt(part(words[i], 2, i == root ? "0" : "" + (root + 1)));
      heads[i] = head == 0 ? Sentence.NO_HEAD : head - 1;
      relations[i] = part(words[i], 3, head == 0 ? "root" : "dep");
      String name = part(words[i], 4, "");
      if (!name.isEmpty()) {
        names.add(new NamedSpan(new Span(start, text.length()), sentences.size(), i, i, name));
      }
    }
    sentences.add(Sentence.parsed(tokens, heads, relations));
  }

  private static String part(String word, int index, String otherwise) {
    String[] parts = word.split("\\|", -1);
    return index < parts.length && !parts[index].isEmpty() ? parts[index] : otherwise;
  }
}
