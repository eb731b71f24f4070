package org.polylogue.corenlp;

import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of CoreNLP's tagger as flat tables: a row of tags and weights for each value of each
 * feature template, a dictionary of words with their tags, and word clusters. Immutable.
 */
final class TaggerModel {

  static final int WORD_BEFORE = 0;
  static final int WORD = 1;
  static final int WORD_AFTER = 2;
  static final int TAGS_BEFORE = 3;
  static final int TAG_BEFORE = 4;

  /** The first template of those that only rare words have. */
  static final int RARE = 5;

  /** Among those of rare words, the one that looks up the word's own cluster. */
  private static final int CLUSTER = 4;

  final String[] tags;
  private final LongTable rows;
  private final int[] rowStarts;
  private final byte[] rowTags;
  private final double[] rowWeights;
  private final LongTable dictionary;
  private final byte[][] tagSets;
  private final int[] tagSetOf;
  private final byte[] firstTags;
  private final byte[] rare;
  private final byte[] openTags;

  /** Takes over what CoreNLP has loaded. */
  TaggerModel(MaxentTagger tagger) {
    Inside inside = new Inside(tagger);
    Inside tagIndex = inside.at("tags");
    tags = new String[inside.number("ySize")];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = tagger.getTag(i);
    }
    List<Map<String, int[]>> features = inside.value("fAssociations");
    double[] lambda = inside.at("prob").value("lambda");
    Map<Long, Integer> rowOf = new HashMap<>();
    List<Integer> starts = new ArrayList<>();
    List<Byte> weighted = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int template = 0; template < features.size(); template++) {
      for (Map.Entry<String, int[]> feature : features.get(template).entrySet()) {
        put(rowOf, key(template, HashedText.of(feature.getKey())), starts.size());
        starts.add(weights.size());
        int[] numbers = feature.getValue();
        for (int tag = 0; tag < numbers.length; tag++) {
          if (numbers[tag] >= 0) {
            weighted.add((byte) tag);
            weights.add(lambda[numbers[tag]]);
          }
        }
      }
    }
    starts.add(weights.size());
    rows = LongTable.of(rowOf);
    rowStarts = starts.stream().mapToInt(Integer::intValue).toArray();
    rowTags = bytes(weighted);
    rowWeights = weights.stream().mapToDouble(Double::doubleValue).toArray();

    int rareBelow = inside.number("rareWordThresh");
    Map<String, Object> words = inside.at("dict").value("dict");
    Map<Long, Integer> wordOf = new HashMap<>();
    Map<List<Byte>, Integer> sets = new LinkedHashMap<>();
    tagSetOf = new int[words.size()];
    firstTags = new byte[words.size()];
    rare = new byte[words.size()];
    for (Map.Entry<String, Object> word : words.entrySet()) {
      int id = wordOf.size();
      put(wordOf, HashedText.of(word.getKey()), id);
      Inside count = new Inside(word.getValue());
      String[] known = (String[]) count.call("getTags");
      List<Byte> set =
          indices((String[]) tagIndex.call("deterministicallyExpandTags", (Object) known), tagger);
      tagSetOf[id] = sets.computeIfAbsent(set, added -> sets.size());
      firstTags[id] = indices(new String[] {(String) count.call("getFirstTag")}, tagger).get(0);
      rare[id] = (byte) ((int) count.call("sum") < rareBelow ? 1 : 0);
    }
    dictionary = LongTable.of(wordOf);
    tagSets = sets.keySet().stream().map(TaggerModel::bytes).toArray(byte[][]::new);
    openTags = bytes(indices((String[]) tagIndex.call("getOpenTagsArray"), tagger));
  }

  TaggerModel(Tables.In in) {
    tags = in.texts();
    rows = LongTable.read(in);
    rowStarts = in.ints();
    rowTags = in.bytes();
    rowWeights = in.doubles();
    dictionary = LongTable.read(in);
    tagSets = new byte[in.number()][];
    for (int i = 0; i < tagSets.length; i++) {
      tagSets[i] = in.bytes();
    }
    tagSetOf = in.ints();
    firstTags = in.bytes();
    rare = in.bytes();
    openTags = in.bytes();
  }

  void write(Tables.Out out) throws IOException {
    out.texts(tags);
    rows.write(out);
    out.ints(rowStarts);
    out.bytes(rowTags);
    out.doubles(rowWeights);
    dictionary.write(out);
    out.number(tagSets.length);
    for (byte[] set : tagSets) {
      out.bytes(set);
    }
    out.ints(tagSetOf);
    out.bytes(firstTags);
    out.bytes(rare);
    out.bytes(openTags);
  }

  /** The clusters that CoreNLP's tagger looks words up in. */
  static Map<String, String> clusters(MaxentTagger tagger) {
    Inside[] rareTemplates = new Inside(tagger).at("extractorsRare").all("v");
    return rareTemplates[CLUSTER].at("lexicon").value("lexicon");
  }

  private static void put(Map<Long, Integer> table, long key, int value) {
    if (table.put(key, value) != null) {
      throw new IllegalStateException("two strings of the tagger's model share a number");
    }
  }

  private static List<Byte> indices(String[] names, MaxentTagger tagger) {
    List<Byte> indices = new ArrayList<>();
    for (String name : names) {
      int index = 0;
      while (!tagger.getTag(index).equals(name)) {
        index++;
      }
      indices.add((byte) index);
    }
    return indices;
  }

  private static byte[] bytes(Collection<Byte> values) {
    byte[] bytes = new byte[values.size()];
    int i = 0;
    for (byte value : values) {
      bytes[i++] = value;
    }
    return bytes;
  }

  private static long key(int template, long value) {
    return HashedText.append(value, (char) template);
  }

  /** Adds the weights of a feature, by tag; a feature that no text of the model had adds none. */
  void add(int template, long value, double[] sum) {
    int row = rows.get(key(template, value));
    if (row != LongTable.ABSENT) {
      for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++) {
        sum[rowTags[i]] += rowWeights[i];
      }
    }
  }

  /** A word's place in the dictionary, or {@link LongTable#ABSENT}. */
  int entry(String word) {
    return dictionary.get(HashedText.of(word));
  }

  byte[] possible(int entry) {
    return entry == LongTable.ABSENT ? openTags : tagSets[tagSetOf[entry]];
  }

  boolean isRare(int entry) {
    return entry == LongTable.ABSENT || rare[entry] == 1;
  }

  /** The tag that a word has most often, or "0". */
  String firstTag(String word) {
    int entry = entry(word);
    return entry == LongTable.ABSENT ? "0" : tags[firstTags[entry]];
  }
}
