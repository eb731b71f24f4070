package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.Referent.Place;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;
import org.polylogue.model.Block;
import org.polylogue.model.Document;
import org.polylogue.model.Mention;
import org.polylogue.text.Span;

/**
 * Whom "he" and "she" mean. Every place where a person is named or described before a pronoun has a
 * salience: more for a subject than for an object or a possessor, half as much for every sentence
 * between (Lappin and Leass 1994) and for every other place between in the sentence of the pronoun,
 * less across a paragraph or out of somebody else's quotation, a little more for who is named
 * often. Of several places in one sentence the most salient one counts; those of different
 * sentences add up. Gender has to agree, and the rules of binding hold: "him" is not the subject of
 * its clause, "himself" is (Chomsky 1981; as filters, Lappin and Leass 1994). In direct speech "he"
 * is not who speaks. A pronoun may precede the subject that it means: "In her speech, Ann …".
 *
 * <p>The weights were fitted on the development part of GAP (Webster et al. 2018), see {@code
 * docs/decisions/022}.
 *
 * <p>Persons that are described and not named ("a woman", "her husband") compete; if one of them
 * wins, or the best two are close, the pronoun means nobody. So what is precise is kept and the
 * rest left open (Lee et al. 2013). "He or she" means nobody. "They", "it" and first and second
 * persons are not read: "they" is seldom one actor.
 *
 * <p>A possessive before a noun for a relative makes the relative an actor ("her mother").
 *
 * <p>In a comment the persons of the comment that it answers are still there, all of them as if
 * they had been named in the sentence before; comments are short and speak of few persons. If the
 * comment names nothing and nobody fits, a pronoun means the one person of its gender that the
 * article is mostly about, if there is one.
 *
 * <p>One object reads one conversation, document by document. Not thread-safe. Time is linear: a
 * pronoun looks back over a bounded number of sentences and places.
 */
final class Pronouns {

  /** Where somebody is named or described: token positions in a sentence of a document. */
  record Named(int sentence, int first, int last, Cluster cluster) {}

  /**
   * Who a pronoun means, or a description of a relative with or without one, and how sure that is,
   * 0 to 1.
   */
  record Resolved(Span span, Mention.Form form, Cluster cluster, double confidence) {}

  private static final int REACH = 5;
  private static final int MOST_PLACES = 80;
  private static final int MOST_PAST = 20;
  private static final double PER_SENTENCE = 0.35;
  private static final double PER_PARAGRAPH = 0.8;
  private static final double OUT_OF_QUOTATION = 0.24;
  private static final double UNKNOWN_GENDER = 0.9;
  private static final double UNKNOWN_IN_COMMENT = 0.6;
  private static final double OF_CLAUSE = 1.5;
  private static final double BOTH_SUBJECTS = 2.4;
  private static final double SPEAKS_ON = 1.6;
  private static final double TOPIC = 0.07;
  private static final int TOPIC_MOST = 5;
  private static final double LEAST_SALIENCE = 0.17;
  private static final double BY_PRONOUN = 0.125;
  private static final double BY_PRONOUN_IN_COMMENT = 0.5;
  private static final int FAR_IN_COMMENT = 1;
  private static final int REACH_IN_COMMENT = 10;
  private static final double PER_PLACE_BETWEEN = 0.5;
  private static final int MOST_BETWEEN = 4;
  private static final double LEAST_MARGIN = 0.1;
  private static final double TELLS_GENDER = 0.9;
  private static final double FROM_PAST = 0.85;
  private static final double FROM_ARTICLE = 0.5;
  private static final int LONGEST_OPENING = 12;
  private static final int LONGEST_RELATIVE = 3;
  private static final int LONGEST_APPOSITION = 7;
  private static final double NAMED_RELATIVE = 0.8;
  private static final double KNOWN_RELATIVE = 0.6;

  private static final Set<String> OWNERS = Set.of("his", "her");
  private static final Set<String> SAYING = EntityWords.list("say");
  private static final Set<String> DEFINITE = EntityWords.list("definite");

  private record Noun(int document, int sentence, int token) {}

  private final Map<Noun, Cluster> describes = new HashMap<>();
  private final Map<Cluster, Referent> actors = new LinkedHashMap<>();
  private final Map<String, List<Place>> ends = new HashMap<>();
  private final Relatives relatives = new Relatives();
  private MainPersons inArticle;
  private int documents;

  /** Tells of an actor that a noun describes, before its document is read. */
  void describe(int document, int sentence, int token, Cluster cluster) {
    describes.put(new Noun(document, sentence, token), cluster);
  }

  /**
   * Reads a document, the article first.
   *
   * @param answered id of the comment that it answers; read before, if its persons are to be there
   * @param named where somebody is named or described, in order
   * @return the pronouns that mean somebody, in no order
   */
  List<Resolved> read(
      Document document, Optional<String> answered, AnnotatedText text, List<Named> named) {
    Reading reading = new Reading(answered.map(ends::get).orElse(List.of()));
    reading.read(text, document.blocks(), named);
    ends.put(document.id(), reading.end());
    documents++;
    if (inArticle == null) {
      inArticle = new MainPersons(actors.values());
    }
    return reading.found.stream().map(this::named).toList();
  }

  private Resolved named(Resolved one) {
    return new Resolved(one.span(), one.form(), relatives.who(one.cluster()), one.confidence());
  }

  /** One document while it is read. */
  private final class Reading {

    private final List<Place> places;
    private final List<Resolved> found = new ArrayList<>();
    private final Map<Gender, Integer> namedHere = new EnumMap<>(Gender.class);
    private final Described described = new Described();
    private Referent speaker;
    private int speakerParagraph = -1;
    private boolean open;
    private int sentences;
    private int told;
    private int paragraph;
    private Clauses clauses;
    private boolean[] quoted;
    private String text;

    Reading(List<Place> past) {
      this.places = new ArrayList<>(past);
    }

    void read(AnnotatedText annotated, List<Block> blocks, List<Named> named) {
      text = annotated.text();
      int next = 0;
      int before = 0;
      for (Sentence sentence : annotated.sentences()) {
        int start = sentence.span().start();
        while (paragraph < blocks.size() && blocks.get(paragraph).span().end() <= start) {
          paragraph++;
        }
        if (paragraph != before) {
          open = false;
          before = paragraph;
        }
        int first = next;
        while (next < named.size() && named.get(next).sentence() == sentences) {
          next++;
        }
        clauses = new Clauses(sentence);
        marks(sentence);
        read(sentence, named.subList(first, next));
        sentences++;
      }
    }

    /** The latest places, as the past of whatever answers this document. */
    List<Place> end() {
      List<Place> past = new ArrayList<>();
      for (int i = Math.max(0, places.size() - MOST_PAST); i < places.size(); i++) {
        Place place = places.get(i).past(sentences, told);
        if (place.told() > -REACH_IN_COMMENT) {
          past.add(place);
        }
      }
      return past;
    }

    /** Which tokens stand between quotation marks; marks do not reach across a paragraph. */
    private void marks(Sentence sentence) {
      quoted = new boolean[sentence.size()];
      boolean tells = false;
      for (int i = 0; i < quoted.length; i++) {
        String word = sentence.token(i).text();
        switch (word) {
          case "“", "``", "«", "„" -> open = true;
          case "”", "»" -> open = false;
          case "\"", "''" -> open = !open;
          default -> tells |= !open && Character.isLetter(word.codePointAt(0));
        }
        quoted[i] = open;
      }
      told += tells ? 1 : 0;
    }

    private void read(Sentence sentence, List<Named> named) {
      boolean[] taken = new boolean[sentence.size()];
      for (Named one : named) {
        for (int i = one.first(); i <= one.last(); i++) {
          taken[i] = true;
        }
        Cluster cluster = one.cluster();
        if (cluster.type == ActorType.PERSON) {
          Referent who = actors.computeIfAbsent(cluster, c -> new Referent(c, c.gender));
          add(who, one.last(), clauses.headOf(one.first(), one.last()), 1);
        }
      }
      List<Integer> pronouns = new ArrayList<>();
      boolean anyQuoted = false;
      for (int i = 0; i < taken.length; i++) {
        anyQuoted |= quoted[i];
        if (!taken[i]
            && (PronounWords.gender(sentence.token(i)) != Gender.UNKNOWN || isThisMan(i))) {
          pronouns.add(i);
        } else if (!taken[i] && isSingular(sentence.token(i))) {
          Described.Found person = described.at(clauses, i);
          if (person != null) {
            if (person.who().cluster == null) {
              person.who().cluster = describes.get(new Noun(documents, sentences, i));
            }
            add(person.who(), i, i, person.factor());
          }
          known(i);
        }
      }
      relatives(named);
      // who speaks is told outside of the marks
      pronouns.stream().filter(i -> !quoted[i]).forEach(this::resolve);
      if (anyQuoted) {
        Referent speaks = speaker();
        speaker = speaks == null ? speaker : speaks;
        speakerParagraph = speaks == null ? speakerParagraph : paragraph;
      }
      pronouns.stream().filter(i -> quoted[i]).forEach(this::resolve);
    }

    /** Whose words stand between the marks of the sentence: the subject outside of them. */
    private Referent speaker() {
      Referent any = null;
      for (int i = places.size() - 1; i >= least() && places.get(i).isIn(sentences); i--) {
        Place place = places.get(i);
        if (!place.quoted() && place.speaks()) {
          return place.who();
        }
        any = !place.quoted() && clauses.is(place.head(), "nsubj") ? place.who() : any;
      }
      return any;
    }

    /** The first place that is looked at. */
    private int least() {
      return Math.max(0, places.size() - MOST_PLACES);
    }

    private void add(Referent who, int last, int head, double factor) {
      int phrase = clauses.phrase(head);
      String relation = clauses.relation(phrase);
      boolean speaks = speaks(phrase);
      double salience = 0.43;
      if (speaks || relation.startsWith("nsubj")) {
        salience = 1;
      } else if (relation.equals("root") || relation.equals("obj") || relation.equals("iobj")) {
        salience = 0.9;
      } else if (relation.equals("nmod:poss")) {
        salience = 0.6;
      } else if (relation.equals("compound")) {
        salience = 0.6;
      }
      who.count++;
      if (who.document < documents) {
        who.document = documents;
        noteActor(who, 1);
      }
      places.add(
          new Place(
              who,
              sentences,
              told,
              paragraph,
              last,
              head,
              salience * factor,
              speaks,
              quoted[head],
              speaks || relation.startsWith("nsubj"),
              PronounWords.gender(clauses.sentence.token(last)) != Gender.UNKNOWN));
    }

    /** The subject of a verb of saying, also behind it, where parsers take it for an object. */
    private boolean speaks(int token) {
      int verb = clauses.head(token);
      if (verb < 0 || !SAYING.contains(clauses.sentence.token(verb).lemma())) {
        return false;
      }
      return clauses.is(token, "nsubj") || token == verb + 1 && clauses.child(verb, "nsubj") < 0;
    }

    private void resolve(int p) {
      if (PronounWords.isPaired(clauses.sentence, p)) {
        return;
      }
      Token token = clauses.sentence.token(p);
      Gender gender = PronounWords.gender(token).or(Described.gender(token.lemma()));
      if (PronounWords.lower(token).endsWith("self")) {
        Referent subject = reflexive(p, gender);
        if (subject != null) {
          take(subject, p, TELLS_GENDER);
        }
        return;
      }
      Map<Referent, Double> salience = salience(p, gender);
      Referent best = null;
      double first = 0;
      double second = 0;
      for (Map.Entry<Referent, Double> entry : salience.entrySet()) {
        Referent who = entry.getKey();
        double often = 1 + TOPIC * Math.min(TOPIC_MOST, who.count);
        double known =
            who.gender == gender ? 1 : documents > 0 ? UNKNOWN_IN_COMMENT : UNKNOWN_GENDER;
        double score = entry.getValue() * often * known;
        if (score > first) {
          second = first;
          first = score;
          best = who;
        } else {
          second = Math.max(second, score);
        }
      }
      if (best == null) {
        Referent main = inArticle == null || anyNamed(gender) ? null : inArticle.of(gender);
        if (main != null) {
          take(main, p, FROM_ARTICLE);
        }
        return;
      }
      double margin = (first - second) / first;
      if (margin >= LEAST_MARGIN && first >= LEAST_SALIENCE) {
        double confidence = 0.5 + 0.45 * margin;
        if (confidence > TELLS_GENDER && best.gender == Gender.UNKNOWN) {
          noteActor(best, -1);
          best.gender = gender;
          noteActor(best, 1);
        }
        take(best, p, best.document == documents ? confidence : FROM_PAST * confidence);
      }
    }

    private boolean anyNamed(Gender gender) {
      return namedHere.entrySet().stream()
          .anyMatch(one -> one.getValue() > 0 && one.getKey().fits(gender));
    }

    /** Counts an actor of this document by gender. */
    private void noteActor(Referent who, int change) {
      if (who.cluster != null && who.document == documents) {
        namedHere.merge(who.gender, change, Integer::sum);
      }
    }

    /** "This man" in a comment is who "he" would be. */
    private boolean isThisMan(int noun) {
      return documents > 0 && Described.isThisMan(clauses, noun);
    }

    /** How salient whoever agrees with a pronoun is where it stands. */
    private Map<Referent, Double> salience(int p, Gender gender) {
      boolean subject = clauses.is(p, "nsubj");
      boolean saying = !quoted[p] && speaks(p);
      Referent speaks = quoted[p] && speakerParagraph == paragraph ? speaker : null;
      Set<Referent> barred = barred(p);
      int above = clauses.is(p, "nmod:poss") ? clauses.subjectBefore(p) : -1;
      int later = clauses.subjectAfter(p);
      later = later < 0 && opens(p) ? subjectBehind(p) : later;
      Map<Referent, Double> sum = new LinkedHashMap<>();
      Map<Referent, Double> inSentence = new LinkedHashMap<>();
      int sentence = sentences;
      int between = 0;
      int far = documents > 0 ? FAR_IN_COMMENT : REACH;
      for (int i = places.size() - 1; i >= least(); i--) {
        Place place = places.get(i);
        Referent who = place.who();
        int distance = quoted[p] ? sentences - place.sentence() : told - place.told();
        if (distance > (documents > 0 ? REACH_IN_COMMENT : REACH)) {
          break;
        }
        if (place.sentence() != sentence) {
          inSentence.forEach((w, v) -> sum.merge(w, v, Double::sum));
          inSentence.clear();
          sentence = place.sentence();
        }
        boolean follows = place.isIn(sentences) && place.last() > p && place.head() != later;
        if (follows || who == speaks || !who.gender.fits(gender) || barred.contains(who)) {
          continue;
        }
        double weight = place.salience() * Math.pow(PER_SENTENCE, Math.min(distance, far));
        weight *= place.paragraph() == paragraph ? 1 : PER_PARAGRAPH;
        weight *= place.quoted() && !quoted[p] ? OUT_OF_QUOTATION : 1;
        weight *= place.isIn(sentences) && place.head() == above ? OF_CLAUSE : 1;
        weight *= subject && place.subject() ? BOTH_SUBJECTS : 1;
        weight *= saying && place.speaks() ? SPEAKS_ON : 1;
        weight *= !place.pronoun() ? 1 : documents > 0 ? BY_PRONOUN_IN_COMMENT : BY_PRONOUN;
        if (place.isIn(sentences)) {
          weight *= Math.pow(PER_PLACE_BETWEEN, between);
          between += between < MOST_BETWEEN && place.last() < p ? 1 : 0;
        }
        inSentence.merge(who, weight, Math::max);
      }
      inSentence.forEach((w, v) -> sum.merge(w, v, Double::sum));
      return sum;
    }

    /** Whether a phrase or clause before the subject begins the sentence: "In his speech …". */
    private boolean opens(int p) {
      String tag = clauses.sentence.token(0).tag();
      return p <= LONGEST_OPENING
          && (tag.equals("IN") || tag.equals("WRB") || tag.equals("TO") || tag.equals("VBG"))
          && !clauses.is(p, "obj");
    }

    /** The first subject behind a token who is named, −1 if another name stands before it. */
    private int subjectBehind(int p) {
      int first = -1;
      boolean subject = false;
      for (int i = places.size() - 1; i >= least() && places.get(i).isIn(sentences); i--) {
        Place place = places.get(i);
        if (place.last() > p && !place.pronoun() && (first < 0 || place.head() < first)) {
          first = place.head();
          subject = place.subject();
        }
      }
      return subject ? first : -1;
    }

    private void take(Referent who, int p, double confidence) {
      add(who, p, p, 1);
      if (who.cluster != null) {
        boolean pronoun = PronounWords.gender(clauses.sentence.token(p)) != Gender.UNKNOWN;
        Span span = span(pronoun ? p : Described.thisMan(clauses, p), p);
        Mention.Form form = pronoun ? Mention.Form.PRONOUN : Mention.Form.NOMINAL;
        found.add(new Resolved(span, form, who.cluster, confidence));
        if (OWNERS.contains(PronounWords.lower(clauses.sentence.token(p)))) {
          relative(who.cluster, p, p + 1, confidence);
        }
      }
    }

    /** The relatives of those who are named: "Ann's mother"; and "the mother" if there is one. */
    private void relatives(List<Named> named) {
      for (Named one : named) {
        int mark = one.last() + 1;
        boolean owner =
            one.cluster().type == ActorType.PERSON
                && mark < clauses.sentence.size()
                && clauses.sentence.token(mark).tag().equals("POS");
        if (owner) {
          relative(one.cluster(), one.first(), mark + 1, NAMED_RELATIVE);
        }
      }
    }

    /** "The mother", where one mother is known. */
    private void known(int noun) {
      int the = clauses.child(noun, "det");
      if (the >= 0
          && the == noun - 1
          && DEFINITE.contains(PronounWords.lower(clauses.sentence.token(the)))) {
        Relatives.kin(PronounWords.lower(clauses.sentence.token(noun)))
            .flatMap(relatives::only)
            .ifPresent(one -> mean(one, the, noun, KNOWN_RELATIVE));
      }
    }

    /** Notes somebody's relative where the next noun tells of one. */
    private void relative(Cluster owner, int whole, int first, double confidence) {
      Sentence sentence = clauses.sentence;
      Optional<String> kin = Optional.empty();
      int noun = first - 1;
      while (kin.isEmpty() && ++noun < sentence.size() && noun < first + LONGEST_RELATIVE) {
        Token token = sentence.token(noun);
        kin = Relatives.kin(PronounWords.lower(token));
        if (kin.isEmpty() && !isSingular(token) && !token.tag().startsWith("JJ")) {
          return;
        }
      }
      if (kin.isEmpty()) {
        return;
      }
      if (Relatives.isInLaw(sentence, noun)) {
        noun += Relatives.IN_LAW.size();
        kin = Optional.of(kin.get() + String.join("", Relatives.IN_LAW));
      }
      String called = Name.singleSpaced(span(whole, noun).of(text));
      Referent named = apposed(noun);
      if (named == null) {
        mean(relatives.of(owner, kin.get(), called), first, noun, confidence);
      } else {
        relatives.know(owner, kin.get(), named.cluster, called);
      }
    }

    /** Who is named right behind a noun: "her father, the singer Teddy Kern". */
    private Referent apposed(int noun) {
      Sentence sentence = clauses.sentence;
      boolean comma = noun + 1 < sentence.size() && sentence.token(noun + 1).text().equals(",");
      int from = comma ? noun + 2 : noun + 1;
      for (int i = places.size() - 1; i >= least() && places.get(i).isIn(sentences); i--) {
        Place place = places.get(i);
        int head = place.head();
        boolean beside = head >= from && head <= noun + LONGEST_APPOSITION;
        for (int k = from; beside && k < head; k++) {
          String tag = sentence.token(k).tag();
          beside = tag.startsWith("N") || tag.startsWith("JJ") || comma && tag.equals("DT");
        }
        if (beside && place.who().cluster != null && !place.pronoun()) {
          return place.who();
        }
      }
      return null;
    }

    private void mean(Cluster relative, int first, int noun, double confidence) {
      for (int i = places.size() - 1; i >= least() && places.get(i).isIn(sentences); i--) {
        Place place = places.get(i);
        if (place.head() == noun && place.who().cluster == null) {
          place.who().cluster = relative;
          noteActor(place.who(), 1);
        }
      }
      found.add(new Resolved(span(first, noun), Mention.Form.NOMINAL, relative, confidence));
    }

    private Span span(int first, int last) {
      Sentence sentence = clauses.sentence;
      return new Span(sentence.token(first).start(), sentence.token(last).end());
    }

    /** "Ann herself", and the subject of the clause. */
    private Referent reflexive(int p, Gender gender) {
      int verb = clauses.head(p);
      int subject = verb < 0 ? -1 : clauses.subject(verb);
      for (int i = places.size() - 1; i >= least() && places.get(i).isIn(sentences); i--) {
        Place place = places.get(i);
        boolean bound = place.last() == p - 1 || subject >= 0 && place.head() == subject;
        if (bound && place.who().gender.fits(gender)) {
          return place.who();
        }
      }
      return null;
    }

    /** Whom a pronoun that is no reflexive cannot mean, by its place in the tree. */
    private Set<Referent> barred(int p) {
      Set<Referent> barred = new HashSet<>();
      int governor = clauses.head(p);
      if (governor < 0) {
        return barred;
      }
      boolean possessive = clauses.is(p, "nmod:poss");
      boolean predicate = possessive && clauses.child(governor, "cop") >= 0;
      int subject = possessive ? -1 : clauses.subject(governor);
      for (int i = places.size() - 1; i >= least() && places.get(i).isIn(sentences); i--) {
        int head = places.get(i).head();
        boolean beside = clauses.head(head) == governor;
        boolean out =
            possessive
                ? head == governor
                    || beside && clauses.is(head, "appos")
                    || beside && predicate && clauses.is(head, "nsubj")
                : beside || head == subject;
        out |= clauses.is(p, "conj") && head == governor || clauses.head(head) == p;
        if (out && head != p) {
          barred.add(places.get(i).who());
        }
      }
      return barred;
    }
  }

  private static boolean isSingular(Token token) {
    return token.tag().equals("NN") || token.tag().equals("NNP");
  }
}
