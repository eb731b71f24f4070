package org.polylogue.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ie.crf.CRFLabel;
import edu.stanford.nlp.sequences.SeqClassifierFlags;
import edu.stanford.nlp.util.Index;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The weights of one of CoreNLP's models of names as flat tables: for each feature a weight for
 * each label, or for each pair of labels that follow each other. Immutable.
 */
final class NameModel {

  final String[] labels;

  /** The label of a word in no name. */
  final int outside;

  /** The first label of each pair that the model allows. */
  final int[] before;

  /** The second label of each pair. */
  final int[] after;

  final int shape;
  final int longestNgram;
  final int disjunctionWidth;
  final boolean titles;
  final Set<String> lowerWords;
  private final LongTable features;
  private final int[] starts;
  private final float[] weights;

  /** Takes over what CoreNLP has loaded. */
  NameModel(CRFClassifier<?> classifier) {
    Inside inside = new Inside(classifier);
    SeqClassifierFlags flags = classifier.flags;
    Index<String> classes = inside.value("classIndex");
    labels = classes.objectsList().toArray(String[]::new);
    outside = classes.indexOf(classifier.backgroundSymbol());
    List<Index<CRFLabel>> labelIndices = inside.value("labelIndices");
    int pairs = labelIndices.get(1).size();
    before = new int[pairs];
    after = new int[pairs];
    for (int i = 0; i < pairs; i++) {
      before[i] = labelIndices.get(1).get(i).getLabel()[0];
      after[i] = labelIndices.get(1).get(i).getLabel()[1];
    }
    int[] order = new int[labels.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = labelIndices.get(0).get(i).getLabel()[0];
    }
    shape = flags.wordShape;
    longestNgram = flags.maxNGramLeng < 0 ? Integer.MAX_VALUE : flags.maxNGramLeng;
    disjunctionWidth = flags.disjunctionWidth;
    titles = flags.useTitle;
    lowerWords = Set.copyOf(classifier.getKnownLCWords());
    Index<String> names = inside.value("featureIndex");
    float[][] rows = inside.value("weights");
    Map<Long, Integer> numbers = new HashMap<>(rows.length * 2);
    starts = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      starts[i + 1] = starts[i] + rows[i].length;
    }
    weights = new float[starts[rows.length]];
    for (int i = 0; i < rows.length; i++) {
      if (numbers.put(HashedText.of(names.get(i)), i) != null) {
        throw new IllegalStateException("two strings of a model of names share a number");
      }
      for (int k = 0; k < rows[i].length; k++) {
        int place = rows[i].length == labels.length ? order[k] : k;
        weights[starts[i] + place] = rows[i][k];
      }
    }
    features = LongTable.of(numbers);
  }

  NameModel(Tables.In in) {
    labels = in.texts();
    outside = in.number();
    before = in.ints();
    after = in.ints();
    shape = in.number();
    longestNgram = in.number();
    disjunctionWidth = in.number();
    titles = in.number() == 1;
    lowerWords = Set.of(in.texts());
    features = LongTable.read(in);
    starts = in.ints();
    weights = in.floats();
  }

  void write(Tables.Out out) throws IOException {
    out.texts(labels);
    out.number(outside);
    out.ints(before);
    out.ints(after);
    out.number(shape);
    out.number(longestNgram);
    out.number(disjunctionWidth);
    out.number(titles ? 1 : 0);
    out.texts(lowerWords.stream().sorted().toArray(String[]::new));
    features.write(out);
    out.ints(starts);
    out.floats(weights);
  }

  /** The clusters that one of CoreNLP's models of names looks words up in. */
  static Map<String, String> clusters(CRFClassifier<?> classifier) {
    List<?> factories = new Inside(classifier).value("featureFactories");
    return new Inside(factories.get(0)).value("lexicon");
  }

  /** Adds the weights of a feature; a feature that no text of the model had adds none. */
  void add(long feature, double[] sum) {
    int row = features.get(feature);
    if (row != LongTable.ABSENT) {
      int start = starts[row];
      int n = starts[row + 1] - start;
      for (int i = 0; i < n; i++) {
        sum[i] += weights[start + i];
      }
    }
  }
}
