package org.polylogue.lexis.index;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * All tokens of a corpus as columns of numbers, in the order of the documents. A position is the
 * place of a token in that order, from 0. Texts themselves are not kept: forms and offsets are
 * enough to show a line and to point at the original.
 *
 * <p>Takes about 32 bytes a token with lemmas, tags and dependencies, and about 12 without. Holds
 * at most 2<sup>31</sup> − 17 tokens. Immutable and thread-safe; its builder is not. See
 * docs/decisions/004-own-token-index.md for why it is not a search engine.
 */
public final class TokenIndex {

  /** The position of no token. */
  public static final int NONE = -1;

  private final Vocabulary forms;
  private final Vocabulary words;
  private final Vocabulary lemmas;
  private final Vocabulary tags;
  private final int[] wordOfForm;
  private final int[] formColumn;
  private final int[] lemmaColumn;
  private final int[] tagColumn;
  private final int[] startColumn;
  private final int[] headColumn;
  private final int[] relationColumn;
  private final String[] relations;
  private final int[] sentenceStarts;
  private final int[] documentStarts;
  private final String[] documentIds;
  private final AttributeTable documentAttributes;
  private final Map<String, RegionLayer> layers;
  private final Postings wordPostings;
  private final Postings lemmaPostings;

  TokenIndex(TokenIndexBuilder b) {
    Interner.Sorted sortedForms = b.forms.sorted();
    this.forms = new Vocabulary(sortedForms.entries());
    this.formColumn = b.formColumn.mapped(sortedForms.rank());
    Interner folded = new Interner();
    int[] foldedOfForm = new int[forms.size()];
    for (int i = 0; i < foldedOfForm.length; i++) {
      foldedOfForm[i] = folded.id(Words.fold(forms.entry(i)));
    }
    Interner.Sorted sortedWords = folded.sorted();
    this.words = new Vocabulary(sortedWords.entries());
    this.wordOfForm = Arrays.stream(foldedOfForm).map(i -> sortedWords.rank()[i]).toArray();
    Interner.Sorted sortedLemmas = b.lemmas.sorted();
    this.lemmas = b.lemmatised ? new Vocabulary(sortedLemmas.entries()) : null;
    this.lemmaColumn = b.lemmatised ? b.lemmaColumn.mapped(sortedLemmas.rank()) : null;
    Interner.Sorted sortedTags = b.tags.sorted();
    this.tags = b.tagged ? new Vocabulary(sortedTags.entries()) : null;
    this.tagColumn = b.tagged ? b.tagColumn.mapped(sortedTags.rank()) : null;
    this.startColumn = b.startColumn.toArray();
    this.headColumn = b.parsed ? b.headColumn.toArray() : null;
    Interner.Sorted sortedRelations = b.relations.sorted();
    this.relations = sortedRelations.entries();
    this.relationColumn = b.parsed ? b.relationColumn.mapped(sortedRelations.rank()) : null;
    b.sentenceStarts.add(formColumn.length);
    b.documentStarts.add(formColumn.length);
    this.sentenceStarts = b.sentenceStarts.toArray();
    this.documentStarts = b.documentStarts.toArray();
    this.documentIds = b.documentIds.toArray(String[]::new);
    this.documentAttributes = b.documentAttributes;
    this.layers = Collections.unmodifiableMap(b.layers);
    this.wordPostings = Postings.of(formColumn, wordOfForm, words.size());
    this.lemmaPostings = lemmas == null ? null : Postings.of(lemmaColumn, null, lemmas.size());
  }

  /**
   * Starts an index.
   *
   * @return an empty builder
   */
  public static TokenIndexBuilder builder() {
    return new TokenIndexBuilder();
  }

  /**
   * Counts the tokens, punctuation included.
   *
   * @return zero or more
   */
  public int size() {
    return formColumn.length;
  }

  /**
   * Counts the documents.
   *
   * @return zero or more
   */
  public int documentCount() {
    return documentIds.length;
  }

  /**
   * Counts the sentences.
   *
   * @return zero or more
   */
  public int sentenceCount() {
    return sentenceStarts.length - 1;
  }

  /**
   * Tells whether tokens have an attribute.
   *
   * @param attribute what is asked for
   * @return true for forms and words; for lemmas and tags, true if some text brought them
   */
  public boolean has(TokenAttribute attribute) {
    return attribute == TokenAttribute.LEMMA
        ? lemmas != null
        : attribute != TokenAttribute.TAG || tags != null;
  }

  /**
   * Tells whether some sentence brought dependencies.
   *
   * @return true if heads and relations can be asked for
   */
  public boolean hasDependencies() {
    return headColumn != null;
  }

  /**
   * The values of an attribute.
   *
   * @param attribute which
   * @return its vocabulary
   * @throws IllegalArgumentException if the texts were indexed without it
   */
  public Vocabulary vocabulary(TokenAttribute attribute) {
    Vocabulary found =
        switch (attribute) {
          case FORM -> forms;
          case WORD -> words;
          case LEMMA -> lemmas;
          case TAG -> tags;
        };
    if (found == null) {
      throw new IllegalArgumentException(
          "the texts were indexed without "
              + attribute.name().toLowerCase(java.util.Locale.ROOT)
              + "s; use an engine that delivers them");
    }
    return found;
  }

  /**
   * The value of a token, as a number.
   *
   * @param attribute an attribute that the index has
   * @param position of the token
   * @return an id of the attribute's vocabulary
   */
  public int id(TokenAttribute attribute, int position) {
    return switch (attribute) {
      case FORM -> formColumn[position];
      case WORD -> wordOfForm[formColumn[position]];
      case LEMMA -> lemmaColumn[position];
      case TAG -> tagColumn[position];
    };
  }

  /**
   * Where a word or lemma stands.
   *
   * @param attribute {@link TokenAttribute#WORD} or {@link TokenAttribute#LEMMA}
   * @param id an id of its vocabulary
   * @return positions in order
   * @throws IllegalArgumentException for another attribute
   */
  public int[] positions(TokenAttribute attribute, int id) {
    return postings(attribute).positions(id);
  }

  /**
   * How often a word or lemma stands in the corpus.
   *
   * @param attribute {@link TokenAttribute#WORD} or {@link TokenAttribute#LEMMA}
   * @param id an id of its vocabulary
   * @return one or more
   * @throws IllegalArgumentException for another attribute
   */
  public int count(TokenAttribute attribute, int id) {
    return postings(attribute).count(id);
  }

  private Postings postings(TokenAttribute attribute) {
    vocabulary(attribute);
    if (attribute == TokenAttribute.WORD) {
      return wordPostings;
    }
    if (attribute == TokenAttribute.LEMMA) {
      return lemmaPostings;
    }
    throw new IllegalArgumentException("no positions are kept for " + attribute);
  }

  /**
   * A token as it stands in its text.
   *
   * @param position of the token
   * @return its characters
   */
  public String form(int position) {
    return forms.entry(formColumn[position]);
  }

  /**
   * Tells a word from punctuation.
   *
   * @param position of the token
   * @return true if it holds a letter or a digit
   */
  public boolean isWord(int position) {
    return forms.isWord(formColumn[position]);
  }

  /**
   * The head of a token in its dependency tree.
   *
   * @param position of the token
   * @return the head's position, or {@link #NONE} for a root or an unparsed sentence
   */
  public int head(int position) {
    return headColumn == null ? NONE : headColumn[position];
  }

  /**
   * The relation of a token to its head.
   *
   * @param position of the token
   * @return such as {@code nsubj}; empty if the sentence was not parsed
   */
  public String relation(int position) {
    return relationColumn == null ? "" : relations[relationColumn[position]];
  }

  /**
   * The characters that a range of tokens covers.
   *
   * @param from the first token
   * @param to after the last token, in the same document
   * @return the passage in the original document
   */
  public Passage passage(int from, int to) {
    int last = to - 1;
    int end = startColumn[last] + form(last).length();
    return new Passage(documentIds[documentAt(from)], new Span(startColumn[from], end));
  }

  /**
   * The tokens of a range with a space wherever their text has a gap.
   *
   * @param from the first token
   * @param to after the last token
   * @return the words on one line, empty for an empty range
   */
  public String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && startColumn[i] != startColumn[i - 1] + form(i - 1).length()) {
        text.append(' ');
      }
      text.append(form(i));
    }
    return text.toString();
  }

  /**
   * The document that holds a token.
   *
   * @param position of the token
   * @return the document's place in the index, from 0
   */
  public int documentAt(int position) {
    return segment(documentStarts, position);
  }

  /**
   * The sentence that holds a token.
   *
   * @param position of the token
   * @return the sentence's place in the index, from 0
   */
  public int sentenceAt(int position) {
    return segment(sentenceStarts, position);
  }

  private static int segment(int[] starts, int position) {
    int found = Arrays.binarySearch(starts, position);
    int segment = found < 0 ? -found - 2 : found;
    while (starts[segment + 1] == starts[segment]) {
      segment++;
    }
    return segment;
  }

  /**
   * The first token of a document.
   *
   * @param document from 0; {@code documentCount()} gives the end of the last one
   * @return a position
   */
  public int documentStart(int document) {
    return documentStarts[document];
  }

  /**
   * The first token of a sentence.
   *
   * @param sentence from 0; {@code sentenceCount()} gives the end of the last one
   * @return a position
   */
  public int sentenceStart(int sentence) {
    return sentenceStarts[sentence];
  }

  /**
   * The id of a document.
   *
   * @param document from 0
   * @return its id
   */
  public String documentId(int document) {
    return documentIds[document];
  }

  /**
   * The names of facts that some document has.
   *
   * @return sorted names
   */
  public Set<String> documentAttributes() {
    return Collections.unmodifiableSet(documentAttributes.keys());
  }

  /**
   * A fact about a document.
   *
   * @param attribute its name
   * @param document from 0
   * @return the value, empty if the document has none
   */
  public Optional<String> documentAttribute(String attribute, int document) {
    return Optional.ofNullable(documentAttributes.value(attribute, document));
  }

  /**
   * The names of the layers that were laid over the texts, also those without a region.
   *
   * @return sorted names
   */
  public Set<String> layers() {
    return layers.keySet();
  }

  /**
   * A layer.
   *
   * @param name such as {@link Region#QUOTATION}
   * @return its regions
   * @throws NoSuchElementException if the texts were indexed without it
   */
  public RegionLayer layer(String name) {
    RegionLayer layer = layers.get(name);
    if (layer == null) {
      throw new NoSuchElementException("the texts were indexed without layer " + name);
    }
    return layer;
  }

  @Override
  public String toString() {
    return "TokenIndex[" + size() + " tokens, " + documentCount() + " documents]";
  }
}
