package org.polylogue.lexis.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/** Collects texts. Not thread-safe; used once. */
public final class TokenIndexBuilder {

  final Interner forms = new Interner();
  final Interner lemmas = new Interner();
  final Interner tags = new Interner();
  final Interner relations = new Interner();
  final IntColumn formColumn = new IntColumn();
  final IntColumn lemmaColumn = new IntColumn();
  final IntColumn tagColumn = new IntColumn();
  final IntColumn startColumn = new IntColumn();
  final IntColumn headColumn = new IntColumn();
  final IntColumn relationColumn = new IntColumn();
  final IntColumn sentenceStarts = new IntColumn();
  final IntColumn documentStarts = new IntColumn();
  final List<String> documentIds = new ArrayList<>();
  final Set<String> usedIds = new HashSet<>();
  final AttributeTable documentAttributes = new AttributeTable();
  final Map<String, RegionLayer> layers = new TreeMap<>();
  boolean lemmatised;
  boolean tagged;
  boolean parsed;
  boolean built;

  TokenIndexBuilder() {}

  /**
   * Says that texts were searched for regions of a layer, so that an index without any answers
   * "none" rather than "unknown".
   *
   * @param name such as {@link Region#QUOTATION}
   * @return this builder
   */
  public TokenIndexBuilder withLayer(String name) {
    layers.computeIfAbsent(name, RegionLayer::new);
    return this;
  }

  /**
   * Adds a text. A region without a token in it is dropped.
   *
   * @param text the text
   * @return this builder
   * @throws IllegalArgumentException if its id is used already
   */
  public TokenIndexBuilder add(IndexedText text) {
    if (built) {
      throw new IllegalStateException("a builder is used once");
    }
    if (!usedIds.add(text.id())) {
      throw new IllegalArgumentException("two documents have the id " + text.id());
    }
    int first = formColumn.size();
    documentStarts.add(first);
    documentIds.add(text.id());
    documentAttributes.addRow(text.attributes());
    text.text().sentences().forEach(this::addSentence);
    text.regions().stream()
        .sorted(Comparator.comparing(Region::span))
        .forEach(region -> addRegion(region, first));
    return this;
  }

  /**
   * Adds texts.
   *
   * @param texts the texts
   * @return this builder
   */
  public TokenIndexBuilder addAll(List<IndexedText> texts) {
    texts.forEach(this::add);
    return this;
  }

  private void addSentence(Sentence sentence) {
    int first = formColumn.size();
    sentenceStarts.add(first);
    parsed |= sentence.isParsed();
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.token(i);
      formColumn.add(forms.id(token.text()));
      lemmaColumn.add(lemmas.id(token.lemma()));
      tagColumn.add(tags.id(token.tag()));
      startColumn.add(token.start());
      lemmatised |= !token.lemma().isEmpty();
      tagged |= !token.tag().isEmpty();
      int head = sentence.head(i);
      headColumn.add(head == Sentence.NO_HEAD ? TokenIndex.NONE : first + head);
      relationColumn.add(relations.id(sentence.relation(i)));
    }
  }

  private void addRegion(Region region, int documentStart) {
    int from = tokenEndingAfter(region.span().start(), documentStart);
    int to = from;
    while (to < startColumn.size() && startColumn.get(to) < region.span().end()) {
      to++;
    }
    if (from < to) {
      layers.computeIfAbsent(region.layer(), RegionLayer::new).add(from, to, region);
    }
  }

  private int tokenEndingAfter(int offset, int documentStart) {
    int low = documentStart;
    int high = startColumn.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int end = startColumn.get(middle) + forms.entry(formColumn.get(middle)).length();
      if (end <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Counts the tokens so far.
   *
   * @return zero or more
   */
  public int size() {
    return formColumn.size();
  }

  /**
   * Makes the index.
   *
   * @return the index of all texts that were added
   */
  public TokenIndex build() {
    built = true;
    return new TokenIndex(this);
  }
}
