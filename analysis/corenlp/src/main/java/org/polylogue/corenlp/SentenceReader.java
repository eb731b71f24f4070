package org.polylogue.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.Americanize;
import edu.stanford.nlp.process.Morphology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.polylogue.language.Capability;
import org.polylogue.language.Token;

/**
 * Asks the models about one sentence at a time. What it says of a sentence depends on the words and
 * on which of them touch, on nothing else. Made for a document; not thread-safe.
 */
final class SentenceReader {

  private static final String[] NOT_ASKED = {};

  private final String text;
  private final EngineSettings settings;
  private final Models models;
  private final boolean broadNames;
  private final boolean tags;
  private final Morphology morphology;
  private ArcStandardParser parser;

  SentenceReader(String text, EngineSettings settings, Models models, boolean broadNames) {
    this.text = text;
    this.settings = settings;
    this.models = models;
    this.broadNames = broadNames;
    this.tags = Models.needsTags(settings.capabilities());
    this.morphology = settings.delivers(Capability.LEMMAS) ? new Morphology() : null;
  }

  /** Whether names are looked for with both models. */
  boolean broadNames() {
    return broadNames;
  }

  SentenceReading read(List<CoreLabel> words) {
    int n = words.size();
    List<String> spelt = new ArrayList<>(n);
    for (CoreLabel word : words) {
      spelt.add(Americanize.americanize(word.word()));
    }
    String[] wordTags = tags ? models.tagger.tag(spelt) : NOT_ASKED;
    String[] lemmas = morphology == null ? NOT_ASKED : new String[n];
    for (int i = 0; i < lemmas.length; i++) {
      // lower-cased here, since Morphology does it by the rules of the machine's language
      String lower = words.get(i).word().toLowerCase(Locale.ROOT);
      lemmas[i] = morphology.lemma(lower, wordTags[i]).toLowerCase(Locale.ROOT);
    }
    int[] heads = null;
    String[] relations = null;
    if (settings.delivers(Capability.DEPENDENCIES)
        && n <= settings.maxParsedTokens()
        && isParsed(words, wordTags, lemmas)) {
      heads = new int[n];
      relations = new String[n];
      parse(words, wordTags, heads, relations);
    }
    List<SentenceReading.Name> names =
        settings.delivers(Capability.NAMES) ? names(words, spelt, wordTags) : List.of();
    return new SentenceReading(wordTags, lemmas, heads, relations, names);
  }

  private boolean isParsed(List<CoreLabel> words, String[] wordTags, String[] lemmas) {
    if (settings.parsed().isEmpty()) {
      return true;
    }
    List<Token> tokens = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      int start = words.get(i).beginPosition();
      int end = words.get(i).endPosition();
      String lemma = lemmas.length == 0 ? "" : lemmas[i];
      tokens.add(new Token(start, end, text.substring(start, end), wordTags[i], lemma));
    }
    return settings.parsed().get().test(tokens);
  }

  private void parse(List<CoreLabel> words, String[] wordTags, int[] heads, String[] relations) {
    List<String> forms = new ArrayList<>(words.size());
    for (CoreLabel word : words) {
      forms.add(word.word());
    }
    if (parser == null) {
      parser = new ArcStandardParser(models.parser);
    }
    parser.parse(forms, Arrays.asList(wordTags), heads, relations);
  }

  /**
   * Finds names. The tokenizer splits words at hyphens and the model learned from words that were
   * not split, so they are joined for it.
   */
  private List<SentenceReading.Name> names(
      List<CoreLabel> words, List<String> spelt, String[] wordTags) {
    List<String> joined = new ArrayList<>(words.size());
    List<String> joinedTags = new ArrayList<>(words.size());
    int[] ends = new int[words.size()];
    for (int i = 0; i < words.size(); i++) {
      int last = i;
      while (last + 2 < words.size() && isHyphen(words, last + 1)) {
        last += 2;
      }
      joined.add(last == i ? spelt.get(i) : Americanize.americanize(join(words, i, last)));
      joinedTags.add(last == i && tags ? wordTags[i] : "");
      ends[joined.size() - 1] = last;
      i = last;
    }
    String[] asTags = joinedTags.toArray(String[]::new);
    String[] labels =
        broadNames
            ? both(models.broadNames.label(joined, asTags), models.names.label(joined, asTags))
            : models.names.label(joined, asTags);
    List<SentenceReading.Name> names = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != null) {
        int first = i == 0 ? 0 : ends[i - 1] + 1;
        String label = labels[i];
        while (i + 1 < labels.length && label.equals(labels[i + 1])) {
          i++;
        }
        names.add(new SentenceReading.Name(first, ends[i], label));
      }
    }
    return names;
  }

  /**
   * Fills in the names of the second model that touch none of the first. As CoreNLP's own
   * combination does, it adds only the kind that the first does not know.
   */
  private static String[] both(String[] labels, String[] second) {
    for (int i = 0; i < labels.length; i++) {
      String label = second[i];
      int first = i;
      boolean free = labels[i] == null;
      while (i + 1 < labels.length && Objects.equals(label, second[i + 1])) {
        i++;
        free &= labels[i] == null;
      }
      if (free && "MISC".equals(label)) {
        Arrays.fill(labels, first, i + 1, label);
      }
    }
    return labels;
  }

  private static boolean isHyphen(List<CoreLabel> words, int i) {
    CoreLabel hyphen = words.get(i);
    return hyphen.word().equals("-")
        && words.get(i - 1).endPosition() == hyphen.beginPosition()
        && words.get(i + 1).beginPosition() == hyphen.endPosition()
        && Character.isLetterOrDigit(words.get(i - 1).word().codePointAt(0))
        && Character.isLetterOrDigit(words.get(i + 1).word().codePointAt(0));
  }

  private static String join(List<CoreLabel> words, int first, int last) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      text.append(words.get(i).word());
    }
    return text.toString();
  }
}
