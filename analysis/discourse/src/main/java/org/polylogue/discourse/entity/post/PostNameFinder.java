package org.polylogue.discourse.entity.post;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.text.Span;

/**
 * Names in comments and posts, where spelling and capitals cannot be trusted: a linear-chain model
 * (Lafferty, McCallum and Pereira 2001) over words, shapes, tags and what the language engine's
 * name finder says. The best tag sequence is found by Viterbi's algorithm. Needs tags and names of
 * the engine. Immutable and thread-safe; time is linear in the text.
 */
public final class PostNameFinder {

  static final String OUTSIDE = "O";

  private static final String MODEL = "post-names.model";
  private static final Map<String, String> KEPT =
      Map.of("PERSON", "person", "LOCATION", "location");

  private static final Pattern LAUGHTER =
      Pattern.compile(
          "x{1,20}d{1,20}|(?:[hj][aei]){2,20}h?|lo{1,20}l|lmf?ao{1,20}|omg",
          Pattern.CASE_INSENSITIVE);

  private final LinearModel model;
  private final List<String> tags;
  private final double[][] transitions;

  private PostNameFinder(LinearModel model) {
    this.model = model;
    this.tags = model.outputs();
    this.transitions = new double[tags.size()][];
    for (int from = 0; from < tags.size(); from++) {
      FeatureVector feature = new FeatureVector();
      feature.mark(PostFeatures.transition(tags.get(from)));
      double[] scores = model.scores(feature);
      double[] none = model.scores(new FeatureVector());
      transitions[from] = new double[tags.size()];
      for (int to = 0; to < tags.size(); to++) {
        transitions[from][to] =
            allowed(tags.get(from), tags.get(to))
                ? scores[to] - none[to]
                : Double.NEGATIVE_INFINITY;
      }
    }
  }

  /**
   * The model that the library ships, read anew; {@code DiscourseModels} keeps one.
   *
   * @return a finder on it
   */
  public static PostNameFinder shipped() {
    InputStream stream = PostNameFinder.class.getResourceAsStream(MODEL);
    try (InputStream in = Objects.requireNonNull(stream, MODEL)) {
      return of(LinearModel.read(in, MODEL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A finder on another model.
   *
   * @param model made by {@code PostNameTraining} of the module training
   * @return the finder
   * @throws IllegalArgumentException if the model's outputs are no tags
   */
  public static PostNameFinder of(LinearModel model) {
    if (!model.outputs().contains(OUTSIDE)) {
      throw new IllegalArgumentException("no model for names: outputs " + model.outputs());
    }
    return new PostNameFinder(model);
  }

  /**
   * Finds names. Persons and places that the engine found are kept where the model finds nothing.
   *
   * @param text a comment or post with tags and the engine's names
   * @return names in order, labelled with the types that the model was trained on
   */
  public List<NamedSpan> find(AnnotatedText text) {
    List<NamedSpan> found = new ArrayList<>();
    Taken taken = new Taken(text);
    PostFeatures features = new PostFeatures(text);
    for (int s = 0; s < text.sentences().size(); s++) {
      int[] best = best(features.of(s));
      Sentence sentence = text.sentences().get(s);
      for (int i = 0; i < best.length; i++) {
        String tag = tags.get(best[i]);
        if (tag.equals(OUTSIDE)) {
          continue;
        }
        int first = i;
        String inside = "I-" + tag.substring(2);
        while (i + 1 < best.length && tags.get(best[i + 1]).equals(inside)) {
          i++;
        }
        int last = i;
        while (first <= last && isNoise(sentence.token(first).text())) {
          first++;
        }
        while (last >= first && isNoise(sentence.token(last).text())) {
          last--;
        }
        if (first <= last) {
          Span span = new Span(sentence.token(first).start(), sentence.token(last).end());
          found.add(new NamedSpan(span, s, first, last, tag.substring(2)));
          taken.mark(s, first, last);
        }
      }
    }
    for (NamedSpan name : text.names()) {
      String label = KEPT.get(name.label());
      if (label != null && !taken.any(name.sentence(), name.firstToken(), name.lastToken())) {
        found.add(
            new NamedSpan(
                name.span(), name.sentence(), name.firstToken(), name.lastToken(), label));
      }
    }
    found.sort(Comparator.comparing(NamedSpan::span));
    return found;
  }

  /** Marks, emoticons and laughter, which begin and end no name. */
  private static boolean isNoise(String word) {
    return word.codePoints().noneMatch(Character::isLetterOrDigit)
            && !word.equals(".")
            && !word.equals("!")
        || LAUGHTER.matcher(word).matches();
  }

  private int[] best(List<FeatureVector> tokens) {
    int n = tags.size();
    int outside = tags.indexOf(OUTSIDE);
    int[][] from = new int[tokens.size()][n];
    double[] scores = new double[n];
    for (int i = 0; i < tokens.size(); i++) {
      double[] own = model.scores(tokens.get(i));
      double[] next = new double[n];
      for (int to = 0; to < n; to++) {
        double top = Double.NEGATIVE_INFINITY;
        for (int previous = 0; previous < n; previous++) {
          if (i == 0 && previous != outside) {
            continue;
          }
          double score = scores[previous] + transitions[previous][to];
          if (score > top) {
            top = score;
            from[i][to] = previous;
          }
        }
        next[to] = top + own[to];
      }
      scores = next;
    }
    int[] best = new int[tokens.size()];
    int last = 0;
    for (int tag = 1; tag < n; tag++) {
      last = scores[tag] > scores[last] ? tag : last;
    }
    for (int i = tokens.size() - 1; i >= 0; i--) {
      best[i] = last;
      last = from[i][last];
    }
    return best;
  }

  /** A name goes on only as what it began as. */
  static boolean allowed(String from, String to) {
    return !to.startsWith("I-")
        || !from.equals(OUTSIDE) && from.substring(2).equals(to.substring(2));
  }
}
