package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * A language for tests: words apart by spaces, sentences by line breaks, names marked as {@code
 * [PERSON Anna Kern]}. Tags are guessed; nothing is parsed.
 */
final class MarkedLanguage implements Analysis<Document, AnnotatedText> {

  private static final Map<String, String> VERBS =
      Map.of(
          "said", "say", "agreed", "agree", "refused", "refuse", "fell", "fall", "lies", "lie",
          "met", "meet", "left", "leave", "warned", "warn");
  private static final Set<String> LINKS = Set.of("of", "in", "by", "for", "from", "to", "with");

  private record Marked(String text, List<Sentence> sentences, List<NamedSpan> names) {}

  static Article article(String marked) {
    return Article.of("article", "", marked);
  }

  static Comment comment(String id, String marked) {
    return Comment.of(id, marked);
  }

  /** The article with the marks taken out, to read spans from. */
  static String plain(String marked) {
    return read(marked).text;
  }

  @Override
  public AnnotatedText analyze(Document document, Scope scope) {
    Marked marked = read(document.text());
    return new AnnotatedText(
        marked.text, marked.sentences, marked.names, Set.of(Capability.TAGS, Capability.NAMES));
  }

  private static Marked read(String source) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    List<NamedSpan> names = new ArrayList<>();
    for (String line : source.split("\n")) {
      List<Token> tokens = new ArrayList<>();
      int nameStart = -1;
      String label = "";
      for (String word : line.trim().split(" +")) {
        if (word.startsWith("[")) {
          label = word.substring(1);
          nameStart = tokens.size();
          continue;
        }
        boolean closes = word.endsWith("]");
        String bare = closes ? word.substring(0, word.length() - 1) : word;
        int start = text.length();
        text.append(bare);
        tokens.add(new Token(start, text.length(), bare, tag(bare), lemma(bare)));
        text.append(' ');
        if (closes) {
          int end = tokens.get(tokens.size() - 1).end();
          Span span = new Span(tokens.get(nameStart).start(), end);
          names.add(new NamedSpan(span, sentences.size(), nameStart, tokens.size() - 1, label));
        }
      }
      sentences.add(Sentence.of(tokens));
      text.append('\n');
    }
    return new Marked(text.toString(), sentences, names);
  }

  private static String lemma(String word) {
    return VERBS.getOrDefault(word, word.toLowerCase(java.util.Locale.ROOT));
  }

  private static String tag(String word) {
    if (!Character.isLetterOrDigit(word.charAt(0))) {
      return word.startsWith("'") ? "POS" : word;
    }
    if (VERBS.containsKey(word)) {
      return "VBD";
    }
    if (word.equalsIgnoreCase("the")) {
      return "DT";
    }
    if (LINKS.contains(word)) {
      return "IN";
    }
    if (Countries.all().ofPeople(word).isPresent() || word.equals("official")) {
      return "JJ";
    }
    return Character.isUpperCase(word.charAt(0)) ? "NNP" : "NN";
  }
}
