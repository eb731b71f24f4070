package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.PairExample.Relation;
import org.polylogue.text.Span;

/**
 * Turns a text and what it is held against into features: what both share, cues that hold on any
 * topic, the tone near what is meant, and words.
 */
final class PairFeatures {

  private static final Set<String> FUNCTION = StanceWords.list("function");
  private static final Set<String> SYMPATHY = StanceWords.list("sympathy");
  private static final Set<String> BLAME = StanceWords.list("blame");
  private static final Set<String> PRAISE = StanceWords.list("praise");
  private static final Set<String> META = StanceWords.list("meta");
  private static final Set<String> DUTY = StanceWords.list("duty");
  private static final double TONED = 0.15;
  private static final int NEAR = 4;
  private static final int SHORTEST_QUOTE = 3;

  private final WordTones tones;
  private final TargetStanceFeatures targets;
  private final ReplyMoves moves = ReplyMoves.shipped();

  PairFeatures(ValenceLexicon lexicon) {
    tones = new WordTones(lexicon);
    targets = new TargetStanceFeatures(lexicon);
  }

  /** What is held against what, cut into words. */
  record Pair(
      Relation relation, PostWords first, PostWords text, TargetPhrase phrase, List<Span> places) {

    /** Whether a word of the text names or means the first. */
    boolean meant(int i) {
      Span word = new Span(text.start(i), text.end(i));
      return phrase.names(text.word(i)) || places.stream().anyMatch(word::overlaps);
    }
  }

  Pair pair(Relation relation, String first, List<String> names, String text, List<Span> places) {
    return new Pair(
        relation,
        PostWords.of(TargetStance.beginning(first)),
        PostWords.of(TargetStance.beginning(unquoted(text))),
        targets.phrase(TargetStance.beginning(first), names),
        places);
  }

  double[] tones(PostWords text) {
    return tones.of(text);
  }

  ReplyMoves moves() {
    return moves;
  }

  FeatureVector of(Pair pair) {
    PostWords text = pair.text();
    double[] toned = tones.of(text);
    FeatureVector cues = new FeatureVector();
    boolean answers = pair.relation() == Relation.ARTICLE || pair.relation() == Relation.PARENT;
    if (answers) {
      cues.addAll(ReplyCues.of(pair.first(), tones.of(pair.first()), text, toned), 1);
      cues.addAll(moves.features(text), 1);
    } else {
      cues.addAll(targets.shared(text, pair.phrase()), 1);
      cues.addAll(moves.features(text), 0.5);
    }
    shared(pair, cues);
    listed(text, cues);
    if (cueless(text, toned, cues)) {
      cues.mark("x:cueless");
    }
    if (pair.relation() == Relation.ACTOR) {
      around(pair, toned, cues);
    } else if (pair.relation() == Relation.CLAIM) {
      claim(pair, toned, cues);
    }
    FeatureVector all = new FeatureVector();
    String own = pair.relation().name().charAt(0) + "|";
    all.mark(own);
    cues.forEach(
        (name, value) -> {
          all.add(name, value);
          all.add(own + name, value);
        });
    FeatureVector words = PostNGrams.words(text, "w:", 2);
    all.addAll(words, 1);
    PostNGrams.words(text, own + "w:", 1).forEach(all::add);
    return all;
  }

  /** What the text has in common with what it is held against. */
  private static void shared(Pair pair, FeatureVector cues) {
    Set<String> theirs = new HashSet<>();
    for (String word : pair.first().words()) {
      if (content(word)) {
        theirs.add(TargetPhrase.stem(word));
      }
    }
    Set<String> mine = new HashSet<>();
    int common = 0;
    for (String word : pair.text().words()) {
      if (content(word) && mine.add(TargetPhrase.stem(word))) {
        common += theirs.contains(TargetPhrase.stem(word)) ? 1 : 0;
      }
    }
    cues.mark("x:common" + Math.min(4, common));
    cues.add("x:share", common / (mine.size() + 1.0));
    cues.add("x:cover", common / (theirs.size() + 1.0));
    cues.mark("x:content" + Math.min(6, (int) Math.round(Math.log(mine.size() + 1) / Math.log(2))));
  }

  private static boolean content(String word) {
    return word.length() > 2 && Character.isLetter(word.charAt(0)) && !FUNCTION.contains(word);
  }

  /** Words and pairs of words that tell of sympathy, blame, praise or talk about the page. */
  private static void listed(PostWords text, FeatureVector cues) {
    List<String> words = text.words();
    for (int i = 0; i < words.size(); i++) {
      for (int n = 1; n <= 3 && i + n <= words.size(); n++) {
        String phrase = n == 1 ? words.get(i) : String.join(" ", words.subList(i, i + n));
        mark(SYMPATHY, phrase, "l:sympathy", cues);
        mark(BLAME, phrase, "l:blame", cues);
        mark(PRAISE, phrase, "l:praise", cues);
        mark(META, phrase, "l:meta", cues);
      }
    }
  }

  /** Whether nothing in a text is of the kind that carries stances: tone, lists, moves, marks. */
  private boolean cueless(PostWords text, double[] toned, FeatureVector cues) {
    for (double tone : toned) {
      if (Math.abs(tone) > TONED) {
        return false;
      }
    }
    for (PostTokens.Token token : text.tokens()) {
      if (token.kind() == PostTokens.Kind.EMOTICON
          || token.shouted()
          || token.kind() == PostTokens.Kind.MARK && token.norm().indexOf('!') >= 0) {
        return false;
      }
    }
    return Cues.of(text).isEmpty()
        && moves.find(text).isEmpty()
        && text.words().stream().noneMatch(word -> WordTones.negates(word) || DUTY.contains(word))
        && cues.value("l:sympathy") + cues.value("l:blame") + cues.value("l:praise") == 0;
  }

  private static void mark(Set<String> list, String phrase, String name, FeatureVector cues) {
    if (list.contains(phrase)) {
      cues.mark(name);
    }
  }

  /** Words beside the places where the actor is meant, tone and listed words near them. */
  private static void around(Pair pair, double[] toned, FeatureVector cues) {
    PostWords text = pair.text();
    double near = 0;
    double others = 0;
    boolean meant = false;
    for (int i = 0; i < text.size(); i++) {
      if (!pair.meant(i)) {
        others += toned[i];
        continue;
      }
      meant = true;
      near(text, toned, i, cues);
      for (int k = Math.max(0, i - NEAR); k < Math.min(text.size(), i + NEAR + 1); k++) {
        near += text.sentence()[k] == text.sentence()[i] ? toned[k] : 0;
      }
    }
    cues.mark(meant ? "a:meant" : "a:absent");
    cues.add("a:tone", squash(near));
    cues.add("a:elsewhere", squash(others - near));
    if (Condemnations.predicated(text, pair.phrase())) {
      cues.mark("a:condemned");
    }
  }

  private static void near(PostWords text, double[] toned, int at, FeatureVector cues) {
    for (int k = Math.max(0, at - NEAR); k < Math.min(text.size(), at + NEAR + 1); k++) {
      if (k == at || text.sentence()[k] != text.sentence()[at]) {
        continue;
      }
      String word = text.word(k);
      String side = k < at ? "before" : "after";
      cues.mark("a:" + side + ":" + word);
      if (Math.abs(k - at) == 1) {
        cues.mark("a:next-" + side + ":" + word);
      }
      if (Math.abs(toned[k]) > 0.05) {
        cues.mark("a:" + side + (toned[k] > 0 ? ":good" : ":bad"));
      }
      String tense =
          word.endsWith("ed") || word.endsWith("ing") ? word.substring(word.length() - 2) : "";
      if (!tense.isEmpty() && Math.abs(toned[k]) > 0.05) {
        cues.mark("a:" + side + (toned[k] > 0 ? ":helped" : ":harmed"));
      }
    }
  }

  /** How the text speaks of what the claim names: in which tone, denied or not. */
  private static void claim(Pair pair, double[] toned, FeatureVector cues) {
    PostWords text = pair.text();
    Set<String> theirs = new HashSet<>();
    int claimDenies = 0;
    for (String word : pair.first().words()) {
      if (content(word)) {
        theirs.add(TargetPhrase.stem(word));
      }
      claimDenies += WordTones.negates(word) ? 1 : 0;
    }
    int denies = 0;
    double tone = 0;
    for (int i = 0; i < text.size(); i++) {
      tone += toned[i];
      denies += WordTones.negates(text.word(i)) ? 1 : 0;
      if (theirs.contains(TargetPhrase.stem(text.word(i)))) {
        boolean denied = false;
        for (int k = Math.max(0, i - NEAR); k < i; k++) {
          denied |= WordTones.negates(text.word(k));
        }
        cues.mark(denied ? "c:denied" : "c:repeated");
      }
    }
    String turn = pair.phrase().direction() < 0 ? "-" : "+";
    cues.mark("c:turn" + turn);
    cues.add("c:tone" + turn, squash(tone));
    cues.mark("c:parity" + (claimDenies + denies) % 2);
    cues.mark("c:tone" + turn + (int) Math.signum(Math.round(tone * 2)));
  }

  private static double squash(double x) {
    return x / Math.sqrt(x * x + 1);
  }

  /**
   * A text with blanks in place of quoted stretches of three words or more and of lines that begin
   * with {@code >}; the text itself if nothing else is in it.
   */
  static String unquoted(String text) {
    char[] kept = text.toCharArray();
    for (Span quote : quoted(text)) {
      java.util.Arrays.fill(kept, quote.start(), quote.end(), ' ');
    }
    String left = new String(kept);
    return left.isBlank() ? text : left;
  }

  /** Quoted stretches of three words or more, marks included, and quoted lines. */
  static List<Span> quoted(String text) {
    return quoted(text, true);
  }

  /** Lines that begin with {@code >}. */
  static List<Span> quotedLines(String text) {
    return quoted(text, false);
  }

  private static List<Span> quoted(String text, boolean stretches) {
    List<Span> found = new ArrayList<>();
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      int first = line;
      while (first < end && Character.isWhitespace(text.charAt(first))) {
        first++;
      }
      if (text.startsWith(">", first) || text.startsWith("&gt;", first)) {
        found.add(new Span(line, end));
      } else if (stretches) {
        inLine(text, line, end, found);
      }
      line = end + 1;
    }
    return found;
  }

  private static void inLine(String text, int from, int to, List<Span> found) {
    int open = -1;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (open < 0 ? c == '"' || c == '“' || c == '«' : c == '"' || c == '”' || c == '»') {
        if (open >= 0) {
          if (words(text, open + 1, i) >= SHORTEST_QUOTE) {
            found.add(new Span(open, i + 1));
          }
          open = -1;
        } else {
          open = i;
        }
      }
    }
  }

  private static int words(String text, int from, int to) {
    int words = 0;
    for (int i = from; i < to; i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      boolean before = i > from && Character.isLetterOrDigit(text.charAt(i - 1));
      words += letter && !before ? 1 : 0;
    }
    return words;
  }

  static String key(Relation relation) {
    return relation.name().toLowerCase(Locale.ROOT);
  }
}
