package org.polylogue.discourse.quotation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Block;
import org.polylogue.model.Document;
import org.polylogue.text.Span;

/**
 * A toy language engine for tests: splits at white space, marks and full stops, tags by a small
 * table, hangs every word on the first verb, and takes capitalised words for persons. What it gives
 * is well-formed, not right.
 */
final class PlainText {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{Nd}]+(?:['\u2019][\\p{L}]+)?|[^\\s\\p{L}\\p{Nd}]");

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("said", "VBD"),
          Map.entry("says", "VBZ"),
          Map.entry("wrote", "VBD"),
          Map.entry("told", "VBD"),
          Map.entry("is", "VBZ"),
          Map.entry("was", "VBD"),
          Map.entry("are", "VBP"),
          Map.entry("have", "VBP"),
          Map.entry("go", "VB"),
          Map.entry("explained", "VBD"),
          Map.entry("left", "VBD"),
          Map.entry("began", "VBD"),
          Map.entry("that", "IN"),
          Map.entry("the", "DT"),
          Map.entry("a", "DT"),
          Map.entry("he", "PRP"),
          Map.entry("she", "PRP"),
          Map.entry("i", "PRP"),
          Map.entry("we", "PRP"),
          Map.entry("you", "PRP"),
          Map.entry("will", "MD"));

  private PlainText() {}

  static AnnotatedText annotate(Document article) {
    List<Sentence> sentences = new ArrayList<>();
    List<NamedSpan> names = new ArrayList<>();
    for (Block block : article.blocks()) {
      List<Token> tokens = new ArrayList<>();
      Matcher matcher =
          WORD.matcher(article.text()).region(block.span().start(), block.span().end());
      while (matcher.find()) {
        tokens.add(token(matcher.start(), matcher.group()));
        if (matcher.group().equals(".") || tokens.size() >= 60) {
          add(tokens, sentences, names);
        }
      }
      add(tokens, sentences, names);
    }
    return new AnnotatedText(article.text(), sentences, names, EnumSet.allOf(Capability.class));
  }

  private static Token token(int start, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String tag = TAGS.getOrDefault(lower, "NN");
    if (!Character.isLetterOrDigit(word.charAt(0))) {
      tag = ".,:".contains(word) ? word : "``";
    } else if (tag.equals("NN") && Character.isUpperCase(word.charAt(0))) {
      tag = "NNP";
    }
    String lemma = lower.equals("said") || lower.equals("says") ? "say" : lower;
    return new Token(start, start + word.length(), word, tag, lemma);
  }

  private static void add(List<Token> tokens, List<Sentence> sentences, List<NamedSpan> names) {
    if (tokens.isEmpty()) {
      return;
    }
    int root = 0;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).tag().startsWith("VB")) {
        root = i;
      }
    }
    int[] heads = new int[tokens.size()];
    String[] relations = new String[tokens.size()];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = i == root ? Sentence.NO_HEAD : root;
      String tag = tokens.get(i).tag();
      boolean noun = tag.startsWith("NN") || tag.equals("PRP");
      relations[i] = i == root ? "root" : noun && i < root ? "nsubj" : noun ? "obj" : "punct";
      if (tag.equals("NNP")) {
        names.add(
            new NamedSpan(
                new Span(tokens.get(i).start(), tokens.get(i).end()),
                sentences.size(),
                i,
                i,
                "PERSON"));
      }
    }
    sentences.add(Sentence.parsed(tokens, heads, relations));
    tokens.clear();
  }
}
