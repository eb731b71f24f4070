package org.polylogue.discourse.stance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polylogue.discourse.learning.FeatureVector;

/** Features of a post towards a target which hold for any target. */
final class TargetCues {

  private static final Set<String> CON = StanceWords.list("con");
  private static final Set<String> PRO = StanceWords.list("pro");

  /** Controversies in which the same people tend to stand on the same side. */
  private static final Set<String> ALIGNED = StanceWords.list("aligned");

  private static final Set<String> DUTY = StanceWords.list("duty");

  private static final List<String> PERSONS = List.of("i", "we", "you", "they", "he", "she");

  private TargetCues() {}

  /**
   * Extracts the features.
   *
   * @param text a post
   * @param tones its tones, one per word
   * @param target the target
   * @param places what the camps' table found in the post
   * @return features with small values
   */
  static FeatureVector of(
      PostWords text, double[] tones, TargetPhrase target, List<Camps.Place> places) {
    FeatureVector f = new FeatureVector();
    general(text, tones, f);
    double net = squash(sum(tones));
    mentions(text, tones, target, net, f);
    camps(text, tones, target, places, net, f);
    return f;
  }

  /** The tone near the mentions of a target, −1…1; 0 without mentions. */
  static double toneNear(PostWords text, double[] tones, TargetPhrase target) {
    double near = 0;
    for (int i = 0; i < tones.length; i++) {
      if (target.names(text.word(i))) {
        near += near(tones, i);
      }
    }
    return squash(near);
  }

  private static double near(double[] tones, int at) {
    double near = 0;
    for (int k = Math.max(0, at - 6); k < Math.min(tones.length, at + 7); k++) {
      near += tones[k] / (1 + Math.abs(k - at) / 3.0);
    }
    return near;
  }

  private static double sum(double[] tones) {
    double sum = 0;
    for (double tone : tones) {
      sum += tone;
    }
    return sum;
  }

  private static double squash(double sum) {
    return sum / Math.sqrt(sum * sum + 0.8);
  }

  private static void sign(FeatureVector f, String name, double value) {
    if (value > 0.05) {
      f.add(name + "+", value);
    } else if (value < -0.05) {
      f.add(name + "-", -value);
    }
  }

  private static void general(PostWords text, double[] tones, FeatureVector f) {
    double positive = 0;
    double negative = 0;
    double last = 0;
    for (double tone : tones) {
      positive += Math.max(0, tone);
      negative += Math.max(0, -tone);
      last = tone != 0 ? tone : last;
    }
    f.add("g:positive", squash(positive));
    f.add("g:negative", squash(negative));
    sign(f, "g:net", squash(positive - negative));
    sign(f, "g:last", last);
    for (Cues.Cue cue : Cues.of(text)) {
      f.mark("g:" + cue.kind());
    }
    for (PostTokens.Token token : text.tokens()) {
      if (token.shouted()) {
        f.mark("g:shouted");
      }
      if (token.kind() == PostTokens.Kind.HANDLE || token.kind() == PostTokens.Kind.ADDRESS) {
        f.mark("g:" + token.kind());
      }
    }
    for (String word : text.words()) {
      if (WordTones.negates(word)) {
        f.mark("g:negation");
      } else if (DUTY.contains(word)) {
        f.mark("g:duty");
      } else if (word.startsWith("?") || word.startsWith("!") || word.equals("\"")) {
        f.mark("g:" + word);
      }
      for (String person : PERSONS) {
        if (StanceWords.list("target-" + person).contains(word)) {
          f.mark("g:" + person);
        }
      }
    }
  }

  private static void mentions(
      PostWords text, double[] tones, TargetPhrase target, double net, FeatureVector f) {
    List<String> words = text.words();
    double near = 0;
    double same = 0;
    int found = 0;
    int countered = -1;
    for (int i = 0; i < words.size(); i++) {
      if (!target.names(words.get(i))) {
        continue;
      }
      found++;
      PostTokens.Kind kind = text.tokens().get(text.token()[i]).kind();
      f.mark(
          "m:"
              + (kind == PostTokens.Kind.HANDLE || kind == PostTokens.Kind.HASHTAG
                  ? kind
                  : PostTokens.Kind.WORD));
      if (text.token()[i] == 0) {
        f.mark("m:first");
      }
      if (countered != text.sentence()[i]) {
        countered = text.sentence()[i];
        same += toneOfSentence(text, tones, i);
      }
      near += near(tones, i);
      for (int k = Math.max(0, i - 2); k < i; k++) {
        if (CON.contains(words.get(k))) {
          f.mark("m:con");
        } else if (PRO.contains(words.get(k))) {
          f.mark("m:pro");
        }
      }
    }
    if (found > 0) {
      f.mark("m:named");
      sign(f, "m:near", target.direction() * squash(near));
      sign(f, "m:same", target.direction() * squash(same));
      sign(f, "m:net", target.direction() * net);
      if (Math.abs(net) <= 0.05) {
        f.mark("m:neutral");
      }
    } else {
      f.mark("m:absent");
      sign(f, "m:absent:net", net);
    }
  }

  private static double toneOfSentence(PostWords text, double[] tones, int at) {
    double sum = tones[at];
    for (int k = at - 1; k >= 0 && text.sentence()[k] == text.sentence()[at]; k--) {
      sum += tones[k];
    }
    for (int k = at + 1; k < tones.length && text.sentence()[k] == text.sentence()[at]; k++) {
      sum += tones[k];
    }
    return sum;
  }

  private static void camps(
      PostWords text,
      double[] tones,
      TargetPhrase target,
      List<Camps.Place> places,
      double net,
      FeatureVector f) {
    double voice = 0;
    double voices = 0;
    double ally = 0;
    double foe = 0;
    double allied = 0;
    double kin = 0;
    boolean related = false;
    Map<String, Double> positions = target.positions();
    double side = 0;
    for (Map.Entry<String, Double> position : positions.entrySet()) {
      side += ALIGNED.contains(position.getKey()) ? position.getValue() : 0;
    }
    side = Math.signum(side);
    for (Camps.Place place : places) {
      if (target.names(text.words().get(place.start()))) {
        continue;
      }
      double tone = 0;
      for (int k = Math.max(0, place.start() - 5);
          k < Math.min(tones.length, place.start() + place.length() + 5);
          k++) {
        tone += tones[k];
      }
      for (Camps.Sign sign : place.signs()) {
        Double position = positions.get(sign.axis());
        if (position == null) {
          if (sign.voice() && ALIGNED.contains(sign.axis())) {
            kin += side * sign.position();
          }
          continue;
        }
        related = true;
        double agreement = position * sign.position();
        if (sign.voice()) {
          voice += agreement;
          voices++;
        } else {
          ally += agreement > 0 ? 1 : 0;
          foe += agreement < 0 ? 1 : 0;
          allied += agreement * squash(tone);
        }
      }
    }
    if (voices > 0) {
      sign(f, "k:voice", squash(voice));
    }
    sign(f, "k:kin", squash(kin));
    if (ally > 0) {
      f.mark("k:ally");
    }
    if (foe > 0) {
      f.mark("k:foe");
    }
    sign(f, "k:allied", squash(allied));
    f.mark(related ? "k:related" : "k:unrelated");
    if (!related) {
      sign(f, "k:unrelated:net", net);
    }
  }
}
