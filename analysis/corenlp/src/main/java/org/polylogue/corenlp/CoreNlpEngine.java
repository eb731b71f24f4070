package org.polylogue.corenlp;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.Token;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.text.Span;

/**
 * English on Stanford CoreNLP (Manning et al. 2014): its tokenizer and sentence splitter, the
 * left-3-words tagger (Toutanova et al. 2003), the dependency parser of Chen and Manning (2014) and
 * the four-class CRF (Finkel et al. 2005), called directly and no further than the capabilities
 * that were asked for need.
 *
 * <p>Immutable and thread-safe. A document's result does not depend on what came before; from one
 * document to the next nothing is kept but, where asked for, readings of whole sentences. Making an
 * engine loads its models, in parallel; {@link #with} makes another engine on the same models.
 */
public final class CoreNlpEngine implements LanguageEngine {

  /** Sentences of more tokens than this are not parsed unless the builder says otherwise. */
  public static final int DEFAULT_MAX_PARSED_TOKENS = 200;

  /** Longer stretches without a full stop are cut unless the builder says otherwise. */
  public static final int DEFAULT_MAX_SENTENCE_TOKENS = 500;

  /** Longer stretches without white space are read in pieces unless the builder says otherwise. */
  public static final int DEFAULT_MAX_WORD_LENGTH = 300;

  /**
   * The stretches without white space that an engine reads in pieces, since the time and the memory
   * that a word takes grow with the square of its length.
   *
   * @param text any text
   * @param longest as {@link Builder#maxWordLength}
   * @return in order, empty if there is none
   */
  public static List<Span> longWords(String text, int longest) {
    List<Span> words = new ArrayList<>();
    int start = 0;
    while ((start = Annotator.longWord(text, start, text.length(), longest)) < text.length()) {
      int end = start;
      while (end < text.length() && !Annotator.isSpace(text.charAt(end))) {
        end++;
      }
      words.add(new Span(start, end));
      start = end;
    }
    return words;
  }

  private final EngineSettings settings;
  private final Models models;
  private final SentenceMemory memory;

  private CoreNlpEngine(Builder builder, Models models) {
    this.settings =
        new EngineSettings(
            builder.capabilities,
            builder.parsed,
            builder.maxParsedTokens,
            builder.maxSentenceTokens,
            builder.maxWordLength,
            builder.broadNames && models.broadNames != null);
    this.models = models;
    this.memory =
        builder.rememberedSentences == 0
            ? SentenceMemory.NONE
            : new SentenceMemory(builder.rememberedSentences);
  }

  /**
   * An engine with all capabilities, parsing every sentence.
   *
   * @return the engine, models loaded
   */
  public static CoreNlpEngine standard() {
    return builder().build();
  }

  /**
   * An engine with some capabilities, parsing every sentence if dependencies are among them.
   *
   * @param first what it shall deliver
   * @param others more of it
   * @return the engine, models loaded
   */
  public static CoreNlpEngine of(Capability first, Capability... others) {
    return builder().capabilities(EnumSet.of(first, others)).build();
  }

  /**
   * Tells the models on the class path from those of another version, without loading them.
   *
   * @return 16 hexadecimal digits
   */
  public static String modelFingerprint() {
    return Models.fingerprint();
  }

  /**
   * Starts with all capabilities and every sentence parsed.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * An engine with other settings on the models of this one.
   *
   * @param settings what it shall do; it may ask for no capability that this engine lacks
   * @return the engine
   * @throws IllegalArgumentException if a model would be missing
   */
  public CoreNlpEngine with(Builder settings) {
    models.require(settings.capabilities);
    return new CoreNlpEngine(settings, models);
  }

  @Override
  public Set<Capability> capabilities() {
    return settings.capabilities();
  }

  @Override
  public AnnotatedText annotate(Document document) {
    Annotator annotator = annotator(document.text(), document instanceof Comment);
    for (Block block : document.blocks()) {
      annotator.block(block.span());
    }
    return annotator.result();
  }

  /**
   * Annotates sentences that are cut into tokens already, as corpora of the CoNLL format are. Their
   * text is made of the tokens with one space between them and a line break after each sentence.
   *
   * @param sentences tokens that are not empty and hold no white space at their ends
   * @return one sentence for each that has tokens
   */
  public AnnotatedText annotate(List<List<String>> sentences) {
    StringBuilder text = new StringBuilder();
    List<int[]> starts = new ArrayList<>();
    for (List<String> sentence : sentences) {
      int[] places = new int[sentence.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = text.length();
        text.append(sentence.get(i)).append(i + 1 == places.length ? '\n' : ' ');
      }
      starts.add(places);
    }
    Annotator annotator = annotator(text.toString(), true);
    for (int i = 0; i < starts.size(); i++) {
      annotator.tokens(sentences.get(i), starts.get(i));
    }
    return annotator.result();
  }

  private Annotator annotator(String text, boolean broad) {
    SentenceReader reader =
        new SentenceReader(text, settings, models, broad && settings.broadNames());
    return new Annotator(text, settings, reader, memory);
  }

  /** Settings of an engine. Not thread-safe. */
  public static final class Builder {

    private Set<Capability> capabilities = EnumSet.allOf(Capability.class);
    private Optional<Predicate<List<Token>>> parsed = Optional.empty();
    private int maxParsedTokens = DEFAULT_MAX_PARSED_TOKENS;
    private int maxSentenceTokens = DEFAULT_MAX_SENTENCE_TOKENS;
    private int maxWordLength = DEFAULT_MAX_WORD_LENGTH;
    private boolean broadNames = true;
    private int rememberedSentences;

    private Builder() {}

    /**
     * Chooses what the engine delivers; what the choice needs runs too, but is not loaded twice.
     *
     * @param capabilities any of them, possibly none for tokens and sentences alone
     * @return this builder
     */
    public Builder capabilities(Set<Capability> capabilities) {
      this.capabilities = Set.copyOf(capabilities);
      return this;
    }

    /**
     * Chooses the sentences that are parsed; the others have no dependencies. The test sees tokens
     * with their tags and, where asked for, lemmas.
     *
     * @param sentences a cheap, pure, thread-safe test
     * @return this builder
     */
    public Builder parsing(Predicate<List<Token>> sentences) {
      this.parsed = Optional.of(sentences);
      return this;
    }

    /**
     * Limits the length of sentences that are parsed; longer ones are lists more often than
     * sentences.
     *
     * @param tokens at least 1
     * @return this builder
     */
    public Builder maxParsedTokens(int tokens) {
      this.maxParsedTokens = positive(tokens);
      return this;
    }

    /**
     * Limits the length of sentences: longer stretches are cut, after a semicolon, colon, dash or
     * comma of the last half where there is one.
     *
     * @param tokens at least 1
     * @return this builder
     */
    public Builder maxSentenceTokens(int tokens) {
      this.maxSentenceTokens = positive(tokens);
      return this;
    }

    /**
     * Limits stretches without white space: longer ones, such as encoded data or a thousand
     * quotation marks, are read in pieces of this length, each a word of its own. Without a limit
     * CoreNLP takes time and memory that are quadratic in the stretch.
     *
     * @param characters UTF-16 code units, at least 1
     * @return this builder
     */
    public Builder maxWordLength(int characters) {
      this.maxWordLength = positive(characters);
      return this;
    }

    /**
     * Looks for names in comments, and in sentences given as tokens, with a second model too, the
     * three-class one, which was trained on more kinds of text; the first model then adds only
     * names of other kinds, as CoreNLP's own combination does. True unless it is switched off;
     * without it engines load faster and take less memory.
     *
     * @param broad true for both models
     * @return this builder
     */
    public Builder broadNames(boolean broad) {
      this.broadNames = broad;
      return this;
    }

    /**
     * Remembers what the models said of so many sentences, so that agency copy, page furniture and
     * what readers quote is read once. It changes no result; a sentence takes about 2 kB. None
     * unless it is asked for.
     *
     * @param sentences 0 or more
     * @return this builder
     */
    public Builder rememberedSentences(int sentences) {
      if (sentences < 0) {
        throw new IllegalArgumentException("a memory of " + sentences + " sentences");
      }
      this.rememberedSentences = sentences;
      return this;
    }

    /**
     * Loads the models.
     *
     * @return the engine
     */
    public CoreNlpEngine build() {
      return new CoreNlpEngine(this, Models.read(capabilities, broadNames));
    }

    private static int positive(int limit) {
      if (limit < 1) {
        throw new IllegalArgumentException("a limit of " + limit + " where at least 1 is needed");
      }
      return limit;
    }
  }
}
