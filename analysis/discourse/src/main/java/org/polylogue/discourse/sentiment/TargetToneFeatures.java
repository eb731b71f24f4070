package org.polylogue.discourse.sentiment;

import org.polylogue.discourse.learning.FeatureVector;

/** Describes a sentence as seen from one mention in it, for the model of the tone towards it. */
final class TargetToneFeatures {

  private static final int FAR = 5;
  private static final double WORD = 0.3;
  private static final double PAIR = 0.25;
  private static final double TREE = 0.5;

  private final FeatureVector to;
  private final SentenceContext context;
  private final SentenceWords words;
  private final Effects effects;
  private final int first;
  private final int last;
  private final int head;

  private TargetToneFeatures(
      FeatureVector to, SentenceContext context, Effects effects, int first, int last) {
    this.to = to;
    this.context = context;
    this.words = context.words;
    this.effects = effects;
    this.first = first;
    this.last = last;
    this.head = context.headOf(first, last);
  }

  static FeatureVector of(SentenceContext context, Effects effects, int first, int last) {
    FeatureVector to = new FeatureVector();
    TargetToneFeatures features = new TargetToneFeatures(to, context, effects, first, last);
    features.addOpinions();
    features.addWords();
    features.addTree();
    features.addTarget();
    return to;
  }

  private boolean inTarget(int i) {
    return i >= first && i <= last;
  }

  private void addOpinions() {
    double sum = 0;
    double[] side = new double[4];
    double[] near = new double[2];
    double[] linked = new double[2];
    double[] clause = new double[2];
    double nearest = 0;
    int nearestDistance = Integer.MAX_VALUE;
    for (Opinion opinion : context.opinions) {
      if (opinion.first() >= first && opinion.last() <= last) {
        to.add("inside " + opinion.entry(), opinion.value());
        continue;
      }
      double value = opinion.value();
      int sign = value > 0 ? 0 : 1;
      boolean before = opinion.first() < first;
      int distance = before ? first - opinion.last() : opinion.first() - last;
      sum += value;
      side[(before ? 0 : 2) + sign] += value;
      near[sign] += value / (1 + 0.3 * distance);
      if (distance < nearestDistance) {
        nearestDistance = distance;
        nearest = value;
      }
      int at = context.headOf(opinion.first(), opinion.last());
      String path = path(head, at);
      int steps = steps(path);
      to.add("path " + path + (sign == 0 ? " +" : " -"), Math.abs(value));
      linked[sign] += value / (1 + steps);
      if (steps <= 2) {
        clause[sign] += value;
        to.add("path " + path + " " + opinion.entry(), TREE * Math.signum(value));
      }
      to.add("entry " + opinion.entry(), value);
      to.add((before ? "entry< " : "entry> ") + opinion.entry(), value / 2);
      if (context.quoted[opinion.first()] != context.quoted[head]) {
        to.add("across quotation " + sign, value);
      }
    }
    to.add("rule", SentenceFeatures.rule(sum));
    String[] signs = {"+", "-"};
    for (int s = 0; s < 2; s++) {
      to.add("before " + signs[s], side[s]);
      to.add("after " + signs[s], side[2 + s]);
      to.add("near " + signs[s], near[s]);
      to.add("linked " + signs[s], 2 * linked[s]);
      to.add("clause " + signs[s], clause[s]);
    }
    to.add("nearest", nearest);
    to.add("linked", 2 * SentenceFeatures.rule(2 * (linked[0] + linked[1])));
    if (context.opinions.isEmpty()) {
      to.mark("no opinion");
    }
  }

  private void addWords() {
    String before = "<";
    for (int i = 0; i < words.size(); i++) {
      String lemma = inTarget(i) ? "@" : lemma(i);
      if (inTarget(i) && i > first) {
        continue;
      }
      if (words.isWord(i) && !inTarget(i)) {
        boolean negated = OpinionFinder.negator(words, context.found, i) >= 0;
        to.addOnce((negated ? "not " : "word ") + lemma, WORD);
        to.addOnce((i < first ? "word< " : "word> ") + lemma, WORD);
        if (words.wordClass(i) != 'x' && lemma.length() > 5) {
          to.addOnce("stem " + lemma.substring(0, 5), WORD / 2);
        }
      } else if (!inTarget(i)) {
        to.addOnce("mark " + lemma, WORD);
      }
      to.addOnce("pair " + before + " " + lemma, PAIR);
      before = lemma;
    }
    for (int k = 1; k <= 3; k++) {
      to.add("at-" + k + " " + lemmaAt(first - k), PAIR);
      to.add("at+" + k + " " + lemmaAt(last + k), PAIR);
    }
    to.add("at-2-1 " + lemmaAt(first - 2) + " " + lemmaAt(first - 1), PAIR);
    to.add("at+1+2 " + lemmaAt(last + 1) + " " + lemmaAt(last + 2), PAIR);
    to.add("around " + lemmaAt(first - 1) + " " + lemmaAt(last + 1), PAIR);
  }

  /** Names are masked: the model is to judge what is said, not about whom. */
  private String lemma(int i) {
    return words.tag(i).startsWith("NNP") ? "NAME" : words.lemma(i);
  }

  private String lemmaAt(int i) {
    return i < 0 ? "<" : i >= words.size() ? ">" : lemma(i);
  }

  private void addTree() {
    if (!words.sentence().isParsed()) {
      return;
    }
    for (int child : context.children(head)) {
      if (!inTarget(child)) {
        relation("has " + words.relation(child), child);
      }
    }
    int node = head;
    String relation = words.relation(node);
    if (relation.equals("conj") && words.head(node) >= 0) {
      node = words.head(node);
      relation = words.relation(node);
      to.mark("in a list");
    }
    int governor = words.head(node);
    if (governor < 0) {
      to.mark("is root");
      return;
    }
    role(relation, governor);
    if (relation.startsWith("nsubj")) {
      for (int child : context.children(governor)) {
        String below = words.relation(child);
        if (below.equals("conj") || below.equals("xcomp")) {
          role(relation + "/" + below, child);
        } else if (!below.equals("punct") && child != node) {
          to.add("with " + relation + " " + below + " " + sign(child), TREE);
          to.add("with " + relation + " " + below + " " + lemma(child), PAIR);
        }
      }
    }
    int above = words.head(governor);
    if (above >= 0) {
      relation(relation + "^" + words.relation(governor), above);
    }
  }

  private void role(String relation, int governor) {
    boolean negated = context.negated(governor);
    String lemma = words.lemma(governor);
    relation((negated ? "not " : "") + relation, governor);
    to.add("role " + relation + (words.wordClass(governor)), WORD);
    int object = context.child(governor, "obj");
    if (relation.startsWith("nsubj") && object >= 0) {
      to.add("acts " + lemma + " " + lemma(object), TREE);
      to.add("acts " + sign(governor) + " " + sign(object), TREE);
    }
    Effects.Effect effect = effects.of(lemma);
    if (effect != null) {
      double turn = negated ? -0.5 : 1;
      boolean passive = relation.contains("pass");
      if (relation.startsWith("nsubj") && !passive) {
        to.add("agent", turn * effect.agent());
      } else if (passive || relation.startsWith("obj") || relation.startsWith("iobj")) {
        to.add("patient", turn * effect.patient());
      } else if (relation.startsWith("obl")) {
        to.add("patient by way of", turn * effect.patient());
      }
    }
  }

  private void relation(String name, int other) {
    to.add("tree " + name + " " + lemma(other), TREE);
    String sign = sign(other);
    if (!sign.isEmpty()) {
      to.add("tree " + name + " " + sign, TREE);
    }
    to.add("tree " + name, WORD);
  }

  private String sign(int i) {
    int opinion = context.opinionAt[i];
    return opinion == 0 ? "" : context.opinions.get(opinion - 1).value() > 0 ? "+" : "-";
  }

  private void addTarget() {
    to.mark("form " + words.tag(head));
    to.mark(context.quoted[head] ? "quoted" : "not quoted");
    to.add("place " + (first == 0 ? "start" : 4 * first / words.size()), WORD);
    to.add("length " + Math.min(4, last - first + 1), WORD);
    for (int i = first; i <= last; i++) {
      if (!words.tag(i).startsWith("NNP") || i < last) {
        to.addOnce("mention " + words.lemma(i), WORD);
      }
    }
    for (Modifiers.Kind kind : Modifiers.Kind.values()) {
      if (context.found.has(kind)) {
        to.add("has " + kind, WORD);
      }
    }
  }

  private static int steps(String path) {
    int steps = 0;
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '^' || path.charAt(i) == '>') {
        steps++;
      }
    }
    return path.equals("far") ? FAR : steps;
  }

  /**
   * Relations up from one token to the common ancestor, each after ^, then down, each after &gt;.
   */
  private String path(int from, int to) {
    StringBuilder up = new StringBuilder();
    StringBuilder down = new StringBuilder();
    int a = from;
    int b = to;
    int steps = 0;
    while (a != b && steps <= FAR) {
      if (context.depth[a] >= context.depth[b]) {
        if (words.head(a) < 0) {
          return "far";
        }
        up.append('^').append(words.relation(a));
        a = words.head(a);
      } else {
        if (words.head(b) < 0) {
          return "far";
        }
        down.insert(0, words.relation(b)).insert(0, '>');
        b = words.head(b);
      }
      steps++;
    }
    return a == b && steps < FAR ? up.append(down).toString() : "far";
  }
}
