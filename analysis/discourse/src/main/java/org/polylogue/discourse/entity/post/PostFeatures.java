package org.polylogue.discourse.entity.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.discourse.entity.world.WellKnown;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.NamedSpan;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/** What the model for names in posts sees of each token. */
final class PostFeatures {

  private final AnnotatedText text;
  private final String[][] engine;

  PostFeatures(AnnotatedText text) {
    this.text = text;
    this.engine = new String[text.sentences().size()][];
    for (int s = 0; s < engine.length; s++) {
      engine[s] = new String[text.sentences().get(s).size()];
      java.util.Arrays.fill(engine[s], "O");
    }
    for (NamedSpan name : text.names()) {
      for (int i = name.firstToken(); i <= name.lastToken(); i++) {
        engine[name.sentence()][i] =
            (i == name.firstToken() ? "B" : "I") + name.label().substring(0, 1);
      }
    }
  }

  static String transition(String from) {
    return "after=" + from;
  }

  List<FeatureVector> of(int index) {
    Sentence sentence = text.sentences().get(index);
    int size = sentence.size();
    String[] lower = new String[size];
    String[] shape = new String[size];
    int capitals = 0;
    int shouted = 0;
    int words = 0;
    for (int i = 0; i < size; i++) {
      String word = sentence.token(i).text();
      lower[i] = normal(word);
      shape[i] = shape(word);
      if (Character.isLetter(word.codePointAt(0))) {
        words++;
        capitals += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
        shouted += word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) ? 1 : 0;
      }
    }
    String casing =
        capitals == 0
            ? "none"
            : shouted * 2 > words ? "all" : capitals * 2 > words ? "many" : "some";
    List<List<String>> hints =
        WellKnown.hints(sentence.tokens().stream().map(Token::text).toList());
    PostHints listed = new PostHints(sentence, engine[index]);
    List<FeatureVector> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      FeatureVector features = token(sentence, index, i, lower, shape, casing);
      boolean upper = Character.isUpperCase(sentence.token(i).text().codePointAt(0));
      for (String hint : hints.get(i)) {
        features.mark("k=" + hint);
        features.mark("ks=" + hint + (upper ? " U " : " l ") + sentence.token(i).tag());
        features.mark("kn=" + hint + " " + engine[index][i]);
      }
      listed.mark(i, hints.get(i), features);
      all.add(features);
    }
    return all;
  }

  private FeatureVector token(
      Sentence sentence, int index, int i, String[] lower, String[] shape, String casing) {
    FeatureVector v = new FeatureVector();
    Token token = sentence.token(i);
    String word = lower[i];
    String before = at(lower, i - 1);
    String after = at(lower, i + 1);
    String tag = token.tag();
    String tagBefore = i == 0 ? "^" : sentence.token(i - 1).tag();
    String tagAfter = i + 1 == sentence.size() ? "$" : sentence.token(i + 1).tag();
    String name = engine[index][i];
    String nameBefore = i == 0 ? "^" : engine[index][i - 1];
    String nameAfter = i + 1 == sentence.size() ? "$" : engine[index][i + 1];
    v.mark("1");
    v.mark("w=" + word);
    v.mark("w-1=" + before);
    v.mark("w+1=" + after);
    v.mark("w-2=" + at(lower, i - 2));
    v.mark("w+2=" + at(lower, i + 2));
    v.mark("w-1w=" + before + " " + word);
    v.mark("ww+1=" + word + " " + after);
    v.mark("s=" + shape[i]);
    v.mark("s-1s=" + at(shape, i - 1) + " " + shape[i]);
    v.mark("ss+1=" + shape[i] + " " + at(shape, i + 1));
    v.mark("s3=" + at(shape, i - 1) + " " + shape[i] + " " + at(shape, i + 1));
    v.mark("sc=" + shape[i] + " " + casing);
    v.mark("t=" + tag);
    v.mark("t-1t=" + tagBefore + " " + tag);
    v.mark("tt+1=" + tag + " " + tagAfter);
    v.mark("ts=" + tag + " " + shape[i]);
    v.mark("t-1s=" + tagBefore + " " + shape[i]);
    v.mark("n=" + name);
    v.mark("n-1n=" + nameBefore + " " + name);
    v.mark("nn+1=" + name + " " + nameAfter);
    v.mark("ns=" + name + " " + shape[i]);
    v.mark("nc=" + name + " " + casing);
    v.mark("nt=" + name + " " + tag);
    v.mark("w-1s=" + before + " " + shape[i]);
    v.mark("w-1n=" + before + " " + name);
    v.mark("w+1s=" + after + " " + shape[i]);
    v.mark("p=" + (i == 0 ? "first" : "later") + " " + shape[i]);
    for (int k = 1; k <= 4 && k < word.length(); k++) {
      v.mark("b" + word.substring(0, k));
      v.mark("e" + word.substring(word.length() - k));
    }
    lists(v, word, token.text(), "");
    if (i > 0) {
      lists(v, before, sentence.token(i - 1).text(), "-1");
    }
    if (i + 1 < sentence.size()) {
      lists(v, after, sentence.token(i + 1).text(), "+1");
    }
    return v;
  }

  private static void lists(FeatureVector v, String word, String text, String place) {
    boolean upper = Character.isUpperCase(text.codePointAt(0));
    String mark = place + (upper ? "U" : "l");
    if (PersonName.genderOf(word) != Gender.UNKNOWN || PersonName.isShortForm(word)) {
      v.mark("given" + mark);
    }
    if (Roles.title(word) != null) {
      v.mark("title" + mark);
    }
    if (Roles.body(word) != null) {
      v.mark("body" + mark);
    }
    Countries countries = Countries.all();
    if (word.length() > 3 || upper) {
      if (countries.named(word).isPresent()) {
        v.mark("country" + mark);
      }
      if (countries.ofCapital(word).isPresent()) {
        v.mark("capital" + mark);
      }
      if (countries.ofPeople(word).isPresent()) {
        v.mark("people" + mark);
      }
    }
  }

  private static String at(String[] values, int i) {
    return i < 0 ? "^" : i >= values.length ? "$" : values[i];
  }

  /** Lower case; numbers, links and user names each as one word. */
  private static String normal(String word) {
    if (word.length() > 1 && word.startsWith("@")) {
      return "@";
    }
    if (word.startsWith("http") || word.startsWith("www.")) {
      return "http";
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (word.length() > 1 && word.startsWith("#")) {
      lower = lower.substring(1);
    }
    StringBuilder digits = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length() && i < 40; i++) {
      digits.append(Character.isDigit(lower.charAt(i)) ? '0' : lower.charAt(i));
    }
    return digits.toString();
  }

  /** Capitals, small letters, digits and marks, runs of more than two shortened to two. */
  private static String shape(String word) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < word.length() && i < 40; i++) {
      char c = word.charAt(i);
      char kind =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
      int last = shape.length() - 1;
      if (last < 1 || shape.charAt(last) != kind || shape.charAt(last - 1) != kind) {
        shape.append(kind);
      }
    }
    return shape.length() > 12 ? shape.substring(0, 12) : shape.toString();
  }
}
