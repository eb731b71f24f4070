package org.polylogue.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.pipeline.CancelledException;
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
  private final EngineSettings settings;
  private final SentenceReader reader;
  private final SentenceMemory memory;
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<NamedSpan> names = new ArrayList<>();

  Annotator(String text, EngineSettings settings, SentenceReader reader, SentenceMemory memory) {
    this.text = text;
    this.settings = settings;
    this.reader = reader;
    this.memory = memory;
  }

  AnnotatedText result() {
    return new AnnotatedText(text, sentences, names, settings.capabilities());
  }

  void block(Span block) {
    List<CoreLabel> words = new ArrayList<>(block.length() / 4 + 4);
    int start = block.start();
    while (start < block.end()) {
      int longWord = longWord(text, start, block.end(), settings.maxWordLength());
      if (start < longWord) {
        tokenize(new Span(start, longWord), words);
      }
      start = longWord;
      while (start < block.end() && !isSpace(text.charAt(start))) {
        int end = pieceEnd(start, block.end());
        tokenize(new Span(start, end), words);
        start = end;
      }
    }
    joinAbbreviations(words);
    for (List<CoreLabel> sentence : SPLITTER.process(words)) {
      int from = 0;
      while (sentence.size() - from > settings.maxSentenceTokens()) {
        int to = cut(sentence, from);
        sentence(sentence.subList(from, to));
        from = to;
      }
      sentence(from == 0 ? sentence : sentence.subList(from, sentence.size()));
    }
  }

  /**
   * Gives "N.C" its full stop back in "(D-N.C.) said": the tokenizer takes one before a bracket for
   * the end of a sentence.
   */
  private static void joinAbbreviations(List<CoreLabel> words) {
    int kept = 0;
    for (int i = 0; i < words.size(); i++) {
      CoreLabel word = words.get(i);
      words.set(kept++, word);
      if (i + 2 < words.size()
          && isAbbreviation(word.word())
          && isBeside(word, words.get(i + 1), ".")
          && isBeside(words.get(i + 1), words.get(i + 2), ")")) {
        String whole = word.word() + ".";
        word.setWord(whole);
        word.setValue(whole);
        word.setOriginalText(whole);
        word.setEndPosition(words.get(i + 1).endPosition());
        i++;
      }
    }
    words.subList(kept, words.size()).clear();
  }

  private static boolean isBeside(CoreLabel word, CoreLabel next, String text) {
    return word.endPosition() == next.beginPosition() && next.originalText().equals(text);
  }

  /** "N.C", "D-N.C". */
  private static boolean isAbbreviation(String word) {
    int from = word.length() > 3 && word.charAt(1) == '-' ? 2 : 0;
    return word.length() == from + 3
        && isCapital(word.charAt(from))
        && word.charAt(from + 1) == '.'
        && isCapital(word.charAt(from + 2));
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** The start of the first word that is longer than the longest one, or the end. */
  static int longWord(String text, int from, int end, int longest) {
    int start = from;
    for (int i = from; i < end; i++) {
      if (isSpace(text.charAt(i))) {
        start = i + 1;
      } else if (i - start >= longest) {
        return start;
      }
    }
    return end;
  }

  /** Where a piece of a long word ends: at its own end, or where no character is torn apart. */
  private int pieceEnd(int start, int end) {
    int limit = Math.min(end, start + settings.maxWordLength());
    for (int i = start; i < limit; i++) {
      if (isSpace(text.charAt(i))) {
        return i;
      }
    }
    boolean torn =
        limit < end && Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit));
    return torn && limit - 1 > start ? limit - 1 : torn ? limit + 1 : limit;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /**
   * Adds the tokens of a stretch. The lexer takes time that is quadratic in a word of marks, and
   * does not hear an interrupt, so that it is never given a long one.
   */
  private void tokenize(Span stretch, List<CoreLabel> words) {
    PTBTokenizer<CoreLabel> tokenizer =
        new PTBTokenizer<>(
            new StringReader(stretch.of(text)), new CoreLabelTokenFactory(), TOKENIZER_OPTIONS);
    int last = 0;
    while (tokenizer.hasNext()) {
      CoreLabel word = tokenizer.next();
      int start = word.beginPosition();
      int end = word.endPosition();
      if (start < last || end > stretch.length()) {
        throw new IllegalStateException(
            "CoreNLP's token " + start + "-" + end + " lies outside its stretch " + stretch);
      }
      if (start < end) {
        word.setBeginPosition(stretch.start() + start);
        word.setEndPosition(stretch.start() + end);
        words.add(word);
        last = end;
      }
    }
    stopIfInterrupted();
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException("interrupted while the language of a text was read");
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
    int limit = from + settings.maxSentenceTokens();
    for (String mark : new String[] {";", ":", "--", ","}) {
      for (int i = limit - 1; i > from + settings.maxSentenceTokens() / 2; i--) {
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
    stopIfInterrupted();
    SentenceReading reading = memory.reading(words, reader);
    List<Token> tokens = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      int start = words.get(i).beginPosition();
      int end = words.get(i).endPosition();
      tokens.add(
          new Token(start, end, text.substring(start, end), reading.tag(i), reading.lemma(i)));
    }
    int sentence = sentences.size();
    sentences.add(
        reading.isParsed()
            ? Sentence.parsed(tokens, reading.heads(), reading.relations())
            : Sentence.of(tokens));
    for (SentenceReading.Name name : reading.names()) {
      Span span = new Span(tokens.get(name.first()).start(), tokens.get(name.last()).end());
      names.add(new NamedSpan(span, sentence, name.first(), name.last(), name.label()));
    }
  }
}
