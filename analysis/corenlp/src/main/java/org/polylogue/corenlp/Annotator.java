package org.polylogue.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.text.Span;

/**
 * Annotates one document and translates what CoreNLP finds, checking every offset. Made for the
 * document and thrown away with it.
 */
final class Annotator {

  private static final String TOKENIZER_OPTIONS = "untokenizable=noneDelete";
  private static final WordToSentenceProcessor<CoreLabel> SPLITTER =
      new WordToSentenceProcessor<>(WordToSentenceProcessor.NewlineIsSentenceBreak.TWO_CONSECUTIVE);

  private final String text;
  private final Set<Capability> capabilities;
  private final Models models;
  private final Predicate<List<Token>> parsed;
  private final int maxParsedTokens;
  private final int maxSentenceTokens;
  private final boolean broadNames;
  private final boolean tags;
  private final Morphology morphology;
  private ArcStandardParser parser;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<NamedSpan> names = new ArrayList<>();

  Annotator(
      String text,
      Set<Capability> capabilities,
      Models models,
      Predicate<List<Token>> parsed,
      int maxParsedTokens,
      int maxSentenceTokens,
      boolean broadNames) {
    this.broadNames = broadNames;
    this.text = text;
    this.capabilities = capabilities;
    this.models = models;
    this.parsed = parsed;
    this.maxParsedTokens = maxParsedTokens;
    this.maxSentenceTokens = maxSentenceTokens;
    this.tags = Models.needsTags(capabilities);
    this.morphology = capabilities.contains(Capability.LEMMAS) ? new Morphology() : null;
  }

  AnnotatedText result() {
    return new AnnotatedText(text, sentences, names, capabilities);
  }

  void block(Span block) {
    PTBTokenizer<CoreLabel> tokenizer =
        new PTBTokenizer<>(
            new StringReader(block.of(text)), new CoreLabelTokenFactory(), TOKENIZER_OPTIONS);
    List<CoreLabel> words = new ArrayList<>(block.length() / 4 + 4);
    int last = 0;
    while (tokenizer.hasNext()) {
      CoreLabel word = tokenizer.next();
      int start = word.beginPosition();
      int end = word.endPosition();
      if (start < last || end > block.length()) {
        throw new IllegalStateException(
            "CoreNLP's token " + start + "-" + end + " lies outside its block " + block);
      }
      if (start < end) {
        word.setBeginPosition(block.start() + start);
        word.setEndPosition(block.start() + end);
        words.add(word);
        last = end;
      }
    }
    for (List<CoreLabel> sentence : SPLITTER.process(words)) {
      int from = 0;
      while (sentence.size() - from > maxSentenceTokens) {
        int to = cut(sentence, from);
        sentence(sentence.subList(from, to));
        from = to;
      }
      sentence(from == 0 ? sentence : sentence.subList(from, sentence.size()));
    }
  }

  void tokens(List<String> words, int[] starts) {
    if (words.isEmpty()) {
      return;
    }
    List<CoreLabel> sentence = new ArrayList<>(words.size());
    for (int i = 0; i < starts.length; i++) {
      CoreLabel word = new CoreLabel();
      word.setWord(escaped(words.get(i)));
      word.setValue(word.word());
      word.setBeginPosition(starts[i]);
      word.setEndPosition(starts[i] + words.get(i).length());
      sentence.add(word);
    }
    sentence(sentence);
  }

  private static String escaped(String word) {
    return switch (word) {
      case "(" -> "-LRB-";
      case ")" -> "-RRB-";
      case "{" -> "-LCB-";
      case "}" -> "-RCB-";
      default -> word;
    };
  }

  private int cut(List<CoreLabel> sentence, int from) {
    int limit = from + maxSentenceTokens;
    for (String mark : new String[] {";", ":", "--", ","}) {
      for (int i = limit - 1; i > from + maxSentenceTokens / 2; i--) {
        if (sentence.get(i).word().equals(mark)) {
          return i + 1;
        }
      }
    }
    return limit;
  }

  private void sentence(List<CoreLabel> words) {
    if (words.isEmpty()) {
      return;
    }
    if (tags) {
      models.tagger.tagCoreLabels(words);
    }
    List<Token> tokens = new ArrayList<>(words.size());
    for (CoreLabel word : words) {
      int start = word.beginPosition();
      int end = word.endPosition();
      String tag = tags ? word.tag() : "";
      String lemma = morphology == null ? "" : lemma(word.word(), tag);
      tokens.add(new Token(start, end, text.substring(start, end), tag, lemma));
    }
    if (capabilities.contains(Capability.DEPENDENCIES)
        && words.size() <= maxParsedTokens
        && parsed.test(tokens)) {
      sentences.add(parse(words, tokens));
    } else {
      sentences.add(Sentence.of(tokens));
    }
    if (capabilities.contains(Capability.NAMES)) {
      names(words);
    }
  }

  private String lemma(String word, String tag) {
    return morphology.lemma(word, tag).toLowerCase(Locale.ROOT);
  }

  private Sentence parse(List<CoreLabel> words, List<Token> tokens) {
    List<String> forms = new ArrayList<>(words.size());
    List<String> wordTags = new ArrayList<>(words.size());
    for (CoreLabel word : words) {
      forms.add(word.word());
      wordTags.add(word.tag());
    }
    int[] heads = new int[words.size()];
    String[] relations = new String[words.size()];
    if (parser == null) {
      parser = new ArcStandardParser(models.parser);
    }
    parser.parse(forms, wordTags, heads, relations);
    return Sentence.parsed(tokens, heads, relations);
  }

  /**
   * Finds names. The tokenizer splits words at hyphens and the model learned from words that were
   * not split, so they are joined for it.
   */
  private void names(List<CoreLabel> words) {
    List<CoreLabel> joined = new ArrayList<>(words.size());
    int[] ends = new int[words.size()];
    for (int i = 0; i < words.size(); i++) {
      int last = i;
      while (last + 2 < words.size() && isHyphen(words, last + 1)) {
        last += 2;
      }
      joined.add(last == i ? words.get(i) : join(words, i, last));
      ends[joined.size() - 1] = last;
      i = last;
    }
    String[] labels = new String[joined.size()];
    if (broadNames) {
      label(models.broadNames, joined, labels, false);
    }
    label(models.names, joined, labels, broadNames);
    int sentence = sentences.size() - 1;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != null) {
        int first = i == 0 ? 0 : ends[i - 1] + 1;
        String label = labels[i];
        while (i + 1 < labels.length && label.equals(labels[i + 1])) {
          i++;
        }
        Span span = new Span(words.get(first).beginPosition(), words.get(ends[i]).endPosition());
        names.add(new NamedSpan(span, sentence, first, ends[i], label));
      }
    }
  }

  /**
   * Fills in the names of a model that touch none that is there. As CoreNLP's own combination does,
   * the second model adds only the kind that the first does not know.
   */
  private static void label(
      CRFClassifier<CoreLabel> model, List<CoreLabel> words, String[] labels, boolean second) {
    String outside = model.backgroundSymbol();
    List<CoreLabel> answers = model.classifySentence(words);
    for (int i = 0; i < labels.length; i++) {
      String label = answers.get(i).get(CoreAnnotations.AnswerAnnotation.class);
      int first = i;
      boolean free = labels[i] == null;
      while (i + 1 < labels.length
          && label.equals(answers.get(i + 1).get(CoreAnnotations.AnswerAnnotation.class))) {
        i++;
        free &= labels[i] == null;
      }
      if (free && !label.equals(outside) && (!second || label.equals("MISC"))) {
        Arrays.fill(labels, first, i + 1, label);
      }
    }
  }

  private static boolean isHyphen(List<CoreLabel> words, int i) {
    CoreLabel hyphen = words.get(i);
    return hyphen.word().equals("-")
        && words.get(i - 1).endPosition() == hyphen.beginPosition()
        && words.get(i + 1).beginPosition() == hyphen.endPosition()
        && Character.isLetterOrDigit(words.get(i - 1).word().codePointAt(0))
        && Character.isLetterOrDigit(words.get(i + 1).word().codePointAt(0));
  }

  private static CoreLabel join(List<CoreLabel> words, int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      text.append(words.get(i).word());
    }
    CoreLabel word = new CoreLabel();
    word.setWord(text.toString());
    word.setValue(word.word());
    return word;
  }
}
