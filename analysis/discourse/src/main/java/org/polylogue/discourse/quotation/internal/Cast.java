package org.polylogue.discourse.quotation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Mention;
import org.polylogue.text.Span;

/** Who is named in a document and where. */
public final class Cast {

  /**
   * Somebody or something named.
   *
   * @param id of the actor
   * @param name canonical
   * @param person whether it is a human being
   * @param gender of a person
   * @param roles offices and jobs in lower case
   */
  record Member(String id, String name, boolean person, Gender gender, Set<String> roles) {}

  /**
   * A place where a member is named.
   *
   * @param span the words
   * @param member who
   */
  record Naming(Span span, Member member) {}

  private static final Set<String> MALE = QuotationWords.list("male");
  private static final Set<String> FEMALE = QuotationWords.list("female");

  /** A pronoun that means a member, and how sure that is. */
  record Pronoun(Member member, double confidence) {}

  private final List<Naming> namings;
  private final Map<Integer, Pronoun> pronouns;

  private Cast(List<Naming> namings, Map<Integer, Pronoun> pronouns) {
    this.namings = List.copyOf(namings);
    this.pronouns = Map.copyOf(pronouns);
  }

  /**
   * A cast without pronouns.
   *
   * @param namings disjoint, in order
   */
  Cast(List<Naming> namings) {
    this(namings, Map.of());
  }

  /** Whom the pronoun that begins at an offset means, null if that is not known. */
  Pronoun pronounAt(int offset) {
    return pronouns.get(offset);
  }

  List<Naming> namings() {
    return namings;
  }

  /** The naming that holds an offset, null for none. */
  Naming at(int offset) {
    int i = firstEndingAfter(offset);
    return i < namings.size() && namings.get(i).span().start() <= offset ? namings.get(i) : null;
  }

  /** Position of the first naming that ends after an offset. */
  int firstEndingAfter(int offset) {
    int low = 0;
    int high = namings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (namings.get(middle).span().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The cast that the entities of a conversation give: whoever is meant in the end, so that a
   * capital that stands for a government is the government.
   *
   * @param entities of the conversation
   * @param documentId of the document
   * @return the cast
   */
  public static Cast of(Entities entities, String documentId) {
    Map<String, Member> members = new HashMap<>();
    List<Naming> namings = new ArrayList<>();
    Map<Integer, Pronoun> pronouns = new HashMap<>();
    for (Mention mention : entities.mentions(documentId)) {
      Member member =
          members.computeIfAbsent(
              mention.meantActorId(),
              id -> {
                Actor actor = entities.actor(id);
                ActorProfile profile = entities.profile(id);
                return new Member(
                    id,
                    actor.name(),
                    actor.type() == ActorType.PERSON,
                    profile.gender(),
                    profile.roles());
              });
      if (mention.form() == Mention.Form.PRONOUN) {
        pronouns.put(mention.span().start(), new Pronoun(member, mention.confidence()));
      } else {
        namings.add(new Naming(mention.span(), member));
      }
    }
    return new Cast(namings, pronouns);
  }

  /** The cast that the text's own names give: a person is the same where the last name is. */
  public static Cast of(ParsedText t) {
    Map<String, String> full = new HashMap<>();
    Map<String, Gender> genders = new HashMap<>();
    Map<String, Set<String>> roles = new HashMap<>();
    List<int[]> ranges = new ArrayList<>();
    for (int i = 0; i < t.size; i++) {
      if (t.name[i].equals("O")) {
        continue;
      }
      int e = i;
      while (e + 1 < t.size
          && t.sentenceOf[e + 1] == t.sentenceOf[i]
          && t.name[e + 1].equals(t.name[i])) {
        e++;
      }
      ranges.add(new int[] {i, e});
      String text = t.text.substring(t.charStart[i], t.charEnd[e]);
      if (t.name[i].equals("PERSON")) {
        String key = t.word[e];
        full.merge(key, text, (a, b) -> b.split(" ").length > a.split(" ").length ? b : a);
        if (i > 0 && MALE.contains(t.word[i - 1])) {
          genders.put(key, Gender.MALE);
        } else if (i > 0 && FEMALE.contains(t.word[i - 1])) {
          genders.put(key, Gender.FEMALE);
        }
        roles.computeIfAbsent(key, k -> new TreeSet<>()).addAll(rolesBeside(t, i, e));
      }
      i = e;
    }
    Map<String, Member> members = new HashMap<>();
    List<Naming> namings = new ArrayList<>();
    for (int[] r : ranges) {
      String text = t.text.substring(t.charStart[r[0]], t.charEnd[r[1]]);
      boolean person = t.name[r[0]].equals("PERSON");
      String key = person ? t.word[r[1]] : text.toLowerCase(Locale.ROOT);
      Member member =
          members.computeIfAbsent(
              (person ? "p " : "o ") + key,
              k -> {
                String name = person ? full.get(key) : text;
                return new Member(
                    name,
                    name,
                    person,
                    genders.getOrDefault(key, Gender.UNKNOWN),
                    roles.getOrDefault(key, Set.of()));
              });
      namings.add(new Naming(new Span(t.charStart[r[0]], t.charEnd[r[1]]), member));
    }
    return new Cast(namings);
  }

  private static Set<String> rolesBeside(ParsedText t, int first, int last) {
    Set<String> found = new TreeSet<>();
    for (int i = first - 1;
        i >= 0 && i >= first - 4 && t.sentenceOf[i] == t.sentenceOf[first];
        i--) {
      if (!t.tag[i].startsWith("NN") || !t.name[i].equals("O")) {
        break;
      }
      found.add(t.lemma[i]);
    }
    for (int c = t.firstChild[last]; c >= 0; c = t.nextSibling[c]) {
      if (t.relation[c].equals("appos") && t.tag[c].startsWith("NN")) {
        found.add(t.lemma[c]);
      }
    }
    return found;
  }
}
