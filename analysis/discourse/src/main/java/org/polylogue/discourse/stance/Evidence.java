package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.model.Affected;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.StanceLabel.Agreement;
import org.polylogue.model.StanceLabel.Favor;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/**
 * Turns judgements into stances: a side if it is likely enough, none or a question if that is
 * likelier, withheld where a side is likely but not which, or where the words that should show it
 * have the opposite tone and nothing tells why. The evidence is the words that carry the side,
 * trimmed to content words. Immutable and thread-safe.
 */
final class Evidence {

  /** Below this probability no side is given; chosen on threads left out. */
  static final double LEAST_SIDE = 0.36;

  /** The same, towards actors, claims and concepts, where precision counts more. */
  private static final double LEAST_SIDE_TOWARDS = 0.42;

  private static final double LIKELY = 0.5;
  private static final int MOST_PASSAGES = 3;
  private static final int LONGEST_GAP = 8;
  private static final double TONED = 0.15;

  private static final Set<String> FUNCTION = StanceWords.list("function");
  private static final Set<String> SYMPATHY = StanceWords.list("sympathy");
  private static final Set<String> BLAME = StanceWords.list("blame");
  private static final Set<String> PRAISE = StanceWords.list("praise");

  private final WordTones tones;
  private final ReplyMoves moves = ReplyMoves.shipped();
  private final double leastSide;

  Evidence(ValenceLexicon lexicon, double leastSide) {
    if (!(leastSide >= 0 && leastSide <= 1)) {
      throw new IllegalArgumentException("least probability " + leastSide + " is not in 0..1");
    }
    tones = new WordTones(lexicon);
    this.leastSide = leastSide;
  }

  static boolean hasWords(PostWords words) {
    for (PostTokens.Token token : words.tokens()) {
      if (token.kind() != PostTokens.Kind.MARK) {
        return true;
      }
    }
    return false;
  }

  static boolean answers(Stance.Target target) {
    return target.type().equals("article") || target.type().equals("parent");
  }

  /** The stance, or why none can be told. */
  Stance stance(StanceQuestion question, StanceJudgement judgement, JudgeId judge) {
    if (judgement.withheld().isPresent()) {
      return withheld(question, judgement.withheld().get(), judge);
    }
    double favor = judgement.favor();
    double against = judgement.against();
    double side = Math.max(favor, against);
    double least =
        answers(question.target())
            ? leastSide
            : Math.min(1, leastSide + LEAST_SIDE_TOWARDS - LEAST_SIDE);
    if (side >= least && side >= judgement.query()) {
      Reading reading = new Reading(question, favor >= against ? Favor.FAVOR : Favor.AGAINST);
      if (reading.contradicted()) {
        return withheld(
            question,
            "the tone of the words is not that of the likelier side, and nothing tells why",
            judge);
      }
      return taken(question, reading.label, side, reading.evidence(judgement.evidence()), judge);
    }
    if (favor + against > LIKELY) {
      return withheld(question, "a side is likely, but not which", judge);
    }
    Reading reading = new Reading(question, Favor.NONE);
    List<Span> evidence = reading.evidence(judgement.evidence());
    boolean asks = judgement.query() > judgement.none();
    return asks && answers(question.target())
        ? taken(question, Agreement.QUERY, judgement.query(), evidence, judge)
        : taken(question, Favor.NONE, judgement.none() + judgement.query(), evidence, judge);
  }

  private static Stance taken(
      StanceQuestion question,
      StanceLabel label,
      double confidence,
      List<Span> evidence,
      JudgeId judge) {
    boolean crossed = label instanceof Favor && answers(question.target());
    return new Stance.Taken(
        question.document().id(),
        question.holder(),
        question.target(),
        crossed ? StanceLabels.agreement((Favor) label) : label,
        Math.min(1, confidence),
        evidence.stream().map(span -> new Passage(question.document().id(), span)).toList(),
        Optional.of(judge));
  }

  private static Stance withheld(StanceQuestion question, String reason, JudgeId judge) {
    return new Stance.Withheld(
        question.document().id(), question.holder(), question.target(), reason, Optional.of(judge));
  }

  /** Signs of irony and rhetorical questions. */
  static List<Span> cues(PostWords words) {
    List<Span> places = new ArrayList<>();
    for (Cues.Cue cue : Cues.of(words)) {
      places.add(new Span(cue.start(), cue.end()));
    }
    return places;
  }

  /** Words of a list, up to three in a phrase. */
  private static List<Span> listed(PostWords text, Set<String> list) {
    List<Span> found = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      for (int n = Math.min(3, text.size() - i); n > 0; n--) {
        if (list.contains(String.join(" ", text.words().subList(i, i + n)))) {
          found.add(new Span(text.start(i), text.end(i + n - 1)));
          break;
        }
      }
    }
    return found;
  }

  /** The holder's words, read for one side. */
  private final class Reading {

    private final StanceQuestion question;
    private final Favor label;
    private final PostWords text;
    private final double[] toned;

    Reading(StanceQuestion question, Favor label) {
      this.question = question;
      this.label = label;
      text = PostWords.of(TargetStance.beginning(question.ownText()));
      toned = tones.of(text);
    }

    /**
     * Whether the tone towards an actor is clearly the opposite of the side, while no harm done to
     * him, sympathy, irony or negation explains it.
     */
    boolean contradicted() {
      if (!question.target().type().equals("actor") || question.tones().isEmpty()) {
        return false;
      }
      double tone = question.tones().stream().mapToDouble(Sentiment::score).average().orElse(0);
      if (label == Favor.FAVOR && tone < -LIKELY) {
        boolean harmed = question.tones().stream().anyMatch(one -> one.affected() == Affected.HARM);
        return !harmed && listed(text, SYMPATHY).isEmpty() && listed(text, PRAISE).isEmpty();
      }
      return label == Favor.AGAINST
          && tone > LIKELY
          && cues(text).isEmpty()
          && listed(text, BLAME).isEmpty()
          && text.words().stream().noneMatch(WordTones::negates);
    }

    /** Whether a span lies in a sentence in which the target is meant; true if none is known. */
    private boolean meant(Span span) {
      boolean actor = question.target().type().equals("actor");
      if (!actor || question.places().isEmpty()) {
        return true;
      }
      Span sentence = text.sentenceSpan(index(span.start()));
      return question.places().stream().anyMatch(sentence::overlaps);
    }

    /** The places that the judge told, trimmed; without any those that a reader would underline. */
    List<Span> evidence(List<Span> told) {
      List<Span> trimmed = new ArrayList<>();
      for (Span span : told.isEmpty() ? carrying() : told) {
        (label != Favor.NONE && cues(text).contains(span) ? Optional.of(span) : trimmed(span))
            .ifPresent(trimmed::add);
      }
      if (trimmed.isEmpty()) {
        fallback().flatMap(this::trimmed).ifPresent(trimmed::add);
      }
      if (trimmed.isEmpty()) {
        trimmed.addAll(
            question.own().isEmpty()
                ? List.of(Span.allOf(question.document().text()))
                : question.own());
      }
      return trimmed.stream().distinct().sorted().limit(MOST_PASSAGES).toList();
    }

    /** Moves, listed and toned words for the side; those of a sentence are joined. */
    private List<Span> carrying() {
      if (label == Favor.NONE) {
        return List.of();
      }
      boolean favor = label == Favor.FAVOR;
      List<Span> words = new ArrayList<>();
      if (answers(question.target())) {
        String kind = favor ? ReplyMoves.AGREE : ReplyMoves.DISAGREE;
        words.addAll(ReplyMoves.places(moves.find(text), kind, text));
      } else {
        words.addAll(listed(text, favor ? SYMPATHY : BLAME));
        words.addAll(favor ? listed(text, PRAISE) : List.of());
      }
      words.addAll(favor ? List.of() : cues(text));
      boolean anySign = question.target().type().equals("article");
      for (int i = 0; i < toned.length; i++) {
        boolean fits = favor ? toned[i] > TONED : toned[i] < -TONED;
        if (fits || anySign && Math.abs(toned[i]) > TONED) {
          words.add(new Span(text.start(i), text.end(i)));
        }
      }
      if (!words.isEmpty() && question.target() instanceof Stance.Target.OfConcept) {
        words.addAll(question.places().stream().filter(place -> besides(place, words)).toList());
      }
      return strongest(joined(words.stream().filter(this::meant).distinct().sorted().toList()));
    }

    /** Whether one of the words stands in the sentence of a place. */
    private boolean besides(Span place, List<Span> words) {
      Span sentence = text.sentenceSpan(index(place.start()));
      return words.stream().anyMatch(sentence::contains);
    }

    /** Words of one sentence with at most eight words between them become one span. */
    private List<Span> joined(List<Span> words) {
      List<Span> joined = new ArrayList<>();
      for (Span word : words) {
        Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last != null && word.start() < last.end()) {
          joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), word.end())));
        } else if (last != null && near(last, word)) {
          joined.set(joined.size() - 1, new Span(last.start(), word.end()));
        } else {
          joined.add(word);
        }
      }
      return joined;
    }

    private boolean near(Span last, Span word) {
      int from = index(last.end() - 1);
      int to = index(word.start());
      return text.sentence()[from] == text.sentence()[to] && to - from <= LONGEST_GAP;
    }

    /** The last word that begins at or before a place. */
    private int index(int place) {
      int low = 0;
      int high = text.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (text.start(middle) <= place) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    }

    private List<Span> strongest(List<Span> spans) {
      return spans.stream()
          .sorted(
              Comparator.comparingDouble((Span span) -> -weight(span)).thenComparing(span -> span))
          .limit(MOST_PASSAGES)
          .toList();
    }

    private double weight(Span span) {
      double weight = 0;
      for (int i = index(span.start()); i < text.size() && text.start(i) < span.end(); i++) {
        weight += Math.abs(toned[i]) + (content(i) ? 0.1 : 0);
      }
      return weight;
    }

    /** The sentence in which the target is meant, or else the one with most content words. */
    private Optional<Span> fallback() {
      Optional<Span> best = Optional.empty();
      double most = 0;
      for (int i = 0; i < text.size(); ) {
        Span sentence = text.sentenceSpan(i);
        double content = 0;
        int next = i;
        while (next < text.size() && text.start(next) < sentence.end()) {
          Span word = new Span(text.start(next), text.end(next));
          content += content(next) ? 1 : 0;
          content += question.places().stream().anyMatch(word::overlaps) ? LONGEST_GAP : 0;
          next++;
        }
        if (content > most) {
          most = content;
          best = Optional.of(sentence);
        }
        i = Math.max(i + 1, next);
      }
      return best;
    }

    /** From the first content word to the last; empty if there is none. */
    private Optional<Span> trimmed(Span span) {
      int first = -1;
      int last = -1;
      for (int i = text.size() == 0 ? 0 : index(span.start());
          i < text.size() && text.start(i) < span.end();
          i++) {
        if (text.end(i) > span.start() && content(i)) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
      return first < 0
          ? Optional.empty()
          : Optional.of(new Span(text.start(first), text.end(last)));
    }

    private boolean content(int i) {
      PostTokens.Kind kind = text.tokenOf(i).kind();
      return kind != PostTokens.Kind.MARK && !FUNCTION.contains(text.word(i));
    }
  }
}
