package org.polylogue.discourse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.text.Span;

/**
 * Texts with trees and names written out for tests of rules. A word is {@code
 * form|TAG|head|relation|NAME|lemma}, heads counted from 1 with 0 for the root; what is left out is
 * a noun on the first root, without a name, its own lemma. Neighbours of one NAME are one name.
 * Sentences are separated by {@code /}, paragraphs by {@code //}; {@code _} before a word stands
 * for no space.
 */
public final class Written {

  private Written() {}

  /** The text that the notation stands for. */
  public static AnnotatedText of(String written) {
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
    return new AnnotatedText(text.toString(), sentences, names, EnumSet.allOf(Capability.class));
  }

  /** The only sentence of a text. */
  public static Sentence sentence(String written) {
    return of(written).sentences().get(0);
  }

  /** The first token of a sentence with a form. */
  public static int token(Sentence sentence, String form) {
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.token(i).text().equals(form)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no " + form + " in " + sentence);
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
    int nameFirst = 0;
    for (int i = 0; i < words.length; i++) {
      boolean glued = words[i].startsWith("_");
      String form = part(words[i], 0, "").substring(glued ? 1 : 0);
      text.append(i == 0 || glued ? "" : " ");
      int start = text.length();
      text.append(form);
      String lower = form.toLowerCase(Locale.ROOT);
      String lemma = lower.equals("said") || lower.equals("says") ? "say" : lower;
      tokens.add(
          new Token(start, text.length(), form, part(words[i], 1, "NN"), part(words[i], 5, lemma)));
      int head = Integer.parseInt(part(words[i], 2, i == root ? "0" : "" + (root + 1)));
      heads[i] = head == 0 ? Sentence.NO_HEAD : head - 1;
      relations[i] = part(words[i], 3, head == 0 ? "root" : "dep");
      String name = part(words[i], 4, "");
      nameFirst = i > 0 && name.equals(part(words[i - 1], 4, "")) ? nameFirst : i;
      boolean ends = i + 1 == words.length || !name.equals(part(words[i + 1], 4, ""));
      if (!name.isEmpty() && ends) {
        Span span = new Span(tokens.get(nameFirst).start(), text.length());
        names.add(new NamedSpan(span, sentences.size(), nameFirst, i, name));
      }
    }
    sentences.add(Sentence.parsed(tokens, heads, relations));
  }

  private static String part(String word, int index, String otherwise) {
    String[] parts = word.split("\\|", -1);
    return index < parts.length && !parts[index].isEmpty() ? parts[index] : otherwise;
  }
}
