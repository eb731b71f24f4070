package org.polylogue.discourse.stance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.polylogue.discourse.learning.FeatureVector;

/** Features of a reply to a parent which hold for any topic. */
final class ReplyCues {

  private static final Set<String> FUNCTION = StanceWords.list("function");

  private static final Set<String> YOU = StanceWords.list("reply-you");
  private static final Set<String> I = StanceWords.list("reply-i");
  private static final Set<String> WE = StanceWords.list("reply-we");
  private static final Set<String> THEY = StanceWords.list("reply-they");

  private ReplyCues() {}

  /**
   * Extracts the features of a pair.
   *
   * @param parent what is answered
   * @param parentTones its tones
   * @param reply the answer
   * @param replyTones its tones
   * @return features with small values
   */
  static FeatureVector of(
      PostWords parent, double[] parentTones, PostWords reply, double[] replyTones) {
    FeatureVector f = new FeatureVector();
    side("r", reply, replyTones, f);
    side("p", parent, parentTones, f);
    opening(reply, f);
    meeting(parent, parentTones, reply, replyTones, f);
    return f;
  }

  private static double squash(double x) {
    return x / Math.sqrt(x * x + 1);
  }

  private static void side(String who, PostWords text, double[] tones, FeatureVector f) {
    double positive = 0;
    double negative = 0;
    int you = 0;
    int i = 0;
    int we = 0;
    int they = 0;
    int negations = 0;
    int questions = 0;
    int exclamations = 0;
    int shouted = 0;
    int digits = 0;
    double insult = 0;
    List<String> words = text.words();
    for (int k = 0; k < words.size(); k++) {
      String word = words.get(k);
      positive += Math.max(0, tones[k]);
      negative += Math.max(0, -tones[k]);
      negations += WordTones.negates(word) ? 1 : 0;
      questions += word.startsWith("?") ? 1 : 0;
      exclamations += word.startsWith("!") ? 1 : 0;
      digits += Character.isDigit(word.charAt(0)) ? 1 : 0;
      shouted += text.tokens().get(text.token()[k]).shouted() ? 1 : 0;
      if (YOU.contains(word)) {
        you++;
        for (int n = Math.max(0, k - 3); n < Math.min(tones.length, k + 6); n++) {
          insult += Math.min(0, tones[n]);
        }
      }
      i += I.contains(word) ? 1 : 0;
      we += WE.contains(word) ? 1 : 0;
      they += THEY.contains(word) ? 1 : 0;
    }
    double size = words.size() + 3.0;
    f.add(who + ":positive", squash(positive));
    f.add(who + ":negative", squash(negative));
    f.add(who + ":net", squash(positive - negative));
    f.add(who + ":you", squash(you));
    f.add(who + ":you-share", Math.min(1, 10 * you / size));
    f.add(who + ":i", squash(i));
    f.add(who + ":we", squash(we));
    f.add(who + ":they", squash(they));
    f.add(who + ":they-share", Math.min(1, 10 * they / size));
    f.add(who + ":negations", squash(negations));
    f.add(who + ":negation-share", Math.min(1, 10 * negations / size));
    f.add(who + ":questions", squash(questions));
    f.add(who + ":exclamations", squash(exclamations));
    f.add(who + ":shouted", squash(shouted));
    f.add(who + ":digits", squash(digits));
    f.add(who + ":insult", -squash(insult));
    f.add(who + ":length", Math.log(size) / 4);
    f.mark(who + (size < 8 ? ":tiny" : size < 18 ? ":short" : size < 60 ? ":middle" : ":long"));
    if (!words.isEmpty()) {
      String last = words.get(words.size() - 1);
      if (last.startsWith("?")) {
        f.mark(who + ":ends-question");
      }
      if (last.startsWith("!")) {
        f.mark(who + ":ends-exclamation");
      }
      if (last.startsWith("...")) {
        f.mark(who + ":trails");
      }
    }
    for (Cues.Cue cue : Cues.of(text)) {
      f.mark(who + ":" + cue.kind());
    }
    for (PostTokens.Token token : text.tokens()) {
      if (token.kind() == PostTokens.Kind.ADDRESS || token.kind() == PostTokens.Kind.EMOTICON) {
        f.mark(who + ":" + token.kind());
      }
    }
  }

  private static void opening(PostWords reply, FeatureVector f) {
    List<String> words = reply.words();
    StringBuilder opening = new StringBuilder("o:");
    for (int k = 0; k < Math.min(4, words.size()); k++) {
      opening.append(k == 0 ? "" : " ").append(words.get(k));
      f.mark(opening.toString());
    }
    int first = 0;
    while (first < words.size() && reply.sentence()[first] == 0) {
      first++;
    }
    if (first <= 4) {
      f.mark("o:short-first");
    }
    for (int k = 0; k < Math.min(first, 25); k++) {
      f.mark("f:" + words.get(k));
    }
  }

  private static void meeting(
      PostWords parent,
      double[] parentTones,
      PostWords reply,
      double[] replyTones,
      FeatureVector f) {
    Set<String> said = parent.set();
    said.removeAll(FUNCTION);
    said.removeIf(word -> word.length() < 3);
    Set<String> echoed = new HashSet<>();
    int fresh = 0;
    double echoTone = 0;
    List<String> words = reply.words();
    int negatedEcho = 0;
    for (int k = 0; k < words.size(); k++) {
      String word = words.get(k);
      if (said.contains(word)) {
        echoed.add(word);
        for (int n = Math.max(0, k - 4); n < k; n++) {
          negatedEcho += WordTones.negates(words.get(n)) ? 1 : 0;
        }
        echoTone += replyTones[k];
      } else if (word.length() > 2 && !FUNCTION.contains(word)) {
        fresh++;
      }
    }
    f.add("e:shared", squash(echoed.size() / 2.0));
    f.add("e:reply-share", echoed.size() / (echoed.size() + fresh + 1.0));
    f.add("e:parent-share", echoed.size() / (said.size() + 1.0));
    f.add("e:negated", squash(negatedEcho));
    f.add("e:tone", squash(echoTone));
    double mine = squash(sum(replyTones));
    double theirs = squash(sum(parentTones));
    f.add("t:product", mine * theirs);
    f.mark(
        "t:" + (int) Math.signum(Math.round(mine * 2)) + (int) Math.signum(Math.round(theirs * 2)));
    f.add("l:ratio", squash(Math.log((reply.size() + 3.0) / (parent.size() + 3.0))));
    int run = longestRun(parent, reply);
    if (run >= 4) {
      f.mark("e:quotes-parent");
    }
    if (!parent.words().isEmpty() && parent.words().get(parent.size() - 1).startsWith("?")) {
      f.mark("t:answer");
      f.mark("t:answer-" + (words.isEmpty() ? "" : words.get(0)));
    }
  }

  private static double sum(double[] tones) {
    double sum = 0;
    for (double tone : tones) {
      sum += tone;
    }
    return sum;
  }

  private static int longestRun(PostWords parent, PostWords reply) {
    Set<String> runs = new HashSet<>();
    List<String> theirs = parent.words();
    for (int k = 0; k + 4 <= theirs.size(); k++) {
      runs.add(String.join(" ", theirs.subList(k, k + 4)));
    }
    List<String> mine = reply.words();
    for (int k = 0; k + 4 <= mine.size(); k++) {
      if (runs.contains(String.join(" ", mine.subList(k, k + 4)))) {
        return 4;
      }
    }
    return 0;
  }
}
