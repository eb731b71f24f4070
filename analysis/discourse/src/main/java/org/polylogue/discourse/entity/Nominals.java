package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;
import org.polylogue.model.Mention;
import org.polylogue.text.Span;

/**
 * Definite descriptions by office, and offices that are addressed ("Mr Mayor"): "the Kazakh
 * president" is the last president named before it whose country does not contradict. A description
 * that fits nobody stays nobody's.
 */
final class Nominals {

  private static final Set<String> DEFINITE = EntityWords.list("definite");
  private static final Set<String> ADDRESS = EntityWords.list("address");
  private static final int MODIFIERS = 5;
  private static final double BY_NOUN = 0.6;

  private final Map<String, List<Place>> named = new HashMap<>();
  private final Map<String, Cluster> described = new HashMap<>();
  private final Bodies bodies = new Bodies();

  private record Place(int order, Cluster cluster) {}

  /** Notes the nouns that the article uses. */
  void inArticle(AnnotatedText article) {
    for (Sentence sentence : article.sentences()) {
      for (Token token : sentence.tokens()) {
        if (token.tag().startsWith("NN")) {
          bodies.said(token.lemma());
        }
      }
    }
  }

  /** Notes beforehand that a body is named in the article. */
  void inArticle(Cluster body, Name name) {
    bodies.named(body, name);
  }

  /** Notes that a document begins. */
  void begin() {
    bodies.begin();
  }

  /** Notes that somebody was named; call in order. */
  void named(int order, Cluster cluster, Name name) {
    if (cluster.type == ActorType.ORGANISATION) {
      bodies.read(cluster);
      bodyNouns(name).forEach(noun -> describe(noun, cluster));
      return;
    }
    if (cluster.type != ActorType.PERSON) {
      return;
    }
    List<String> offices = new ArrayList<>(cluster.roles);
    cluster.leader.ifPresent(leader -> offices.add(leader.office()));
    for (String role : offices) {
      String head = role.substring(role.lastIndexOf(' ') + 1);
      List<Place> places = named.computeIfAbsent(head, key -> new ArrayList<>());
      if (places.isEmpty() || places.get(places.size() - 1).cluster != cluster) {
        places.add(new Place(order, cluster));
      }
    }
  }

  /** Notes what somebody is called by a noun. */
  void describe(String noun, Cluster cluster) {
    described.put(noun, cluster);
  }

  /** "union" of "Dock and Deck Union", "university" of "University of Tresk". */
  private static List<String> bodyNouns(Name name) {
    List<String> words = name.words();
    List<String> nouns = new ArrayList<>();
    if (words.size() > 1) {
      nouns.add(Folding.plain(words.get(words.size() - 1)));
      for (int i = 1; i < words.size(); i++) {
        if (words.get(i).equals("of") || words.get(i).equals("for")) {
          nouns.add(Folding.plain(words.get(i - 1)));
        }
      }
    }
    return nouns;
  }

  /** Who is meant by a definite description whose noun is said of somebody named before it. */
  Optional<Cluster> resolve(Description one) {
    Cluster cluster = one.plural() ? null : described.get(one.noun());
    boolean fits =
        cluster != null
            && one.type() == cluster.type
            && one.isPlainlyDefinite()
            && cluster.aliases.stream()
                .anyMatch(alias -> hasAll(Folding.plain(alias), one.modifiers()));
    if (fits) {
      return Optional.of(cluster);
    }
    boolean body =
        cluster == null
            && one.type() == ActorType.ORGANISATION
            && !one.plural()
            && one.isPlainlyDefinite()
            && one.modifiers().isEmpty();
    return body ? bodies.meant(one.noun()) : Optional.empty();
  }

  private static boolean hasAll(String name, Set<String> words) {
    return List.of(name.split(" ")).containsAll(words);
  }

  /** A description that may mean somebody. */
  record Candidate(Span span, String role, Words description) {}

  /** The definite descriptions of a sentence, in order. */
  static List<Candidate> find(Sentence sentence, int index, Taken taken) {
    List<Candidate> found = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (int last = 1; last < tokens.size(); last++) {
      if (!tokens.get(last).tag().startsWith("NN") || tokens.get(last).tag().endsWith("S")) {
        continue;
      }
      Roles.Found role = Roles.endingAt(tokens, last);
      if (role == null
          || role.role().kind() != Roles.Kind.PERSON
          || taken.any(index, role.first(), last)
          || last + 1 < tokens.size() && tokens.get(last + 1).tag().startsWith("NN")) {
        continue;
      }
      Words description = describe(tokens, role.first(), last);
      if (description != null && !taken.any(index, description.first, description.first)) {
        Span span =
            new Span(tokens.get(description.first).start(), tokens.get(description.last).end());
        found.add(new Candidate(span, role.role().name(), description));
        last = description.last;
      }
    }
    return found;
  }

  record Words(int first, int last, Optional<Country> country, Optional<String> affiliation) {}

  private static Words describe(List<Token> tokens, int roleFirst, int roleLast) {
    Optional<Country> country = Optional.empty();
    int first = -1;
    for (int i = roleFirst - 1; i >= 0 && i >= roleFirst - MODIFIERS; i--) {
      Token token = tokens.get(i);
      boolean address = i == roleFirst - 1 && ADDRESS.contains(Folding.plain(token.text()));
      if (address || DEFINITE.contains(token.lemma()) || DEFINITE.contains(token.text())) {
        first = i;
        break;
      }
      if (isOther(token.lemma())) {
        return null;
      }
      Optional<Country> people = Countries.all().ofPeople(token.text());
      if (people.isPresent()) {
        country = people;
      } else if (token.tag().equals("POS") && i > 0) {
        country = Countries.all().named(tokens.get(i - 1).text());
        if (country.isPresent()) {
          first = i - 1;
        }
        break;
      } else if (!token.tag().startsWith("JJ") && !token.tag().startsWith("NN")) {
        break;
      }
    }
    if (first < 0) {
      return null;
    }
    int next = roleLast + 1;
    if (next + 1 < tokens.size() && tokens.get(next).text().equals("of")) {
      int start = tokens.get(next + 1).text().equalsIgnoreCase("the") ? next + 2 : next + 1;
      int end = start;
      StringBuilder words = new StringBuilder();
      while (end < tokens.size()
          && (tokens.get(end).tag().startsWith("NNP") || end > start && isOf(tokens, end))) {
        words.append(end == start ? "" : " ").append(tokens.get(end).text());
        end++;
      }
      if (words.isEmpty()) {
        return null;
      }
      Optional<Country> owner = Countries.all().named(words.toString());
      return owner.isPresent()
          ? new Words(first, end - 1, owner, Optional.empty())
          : new Words(first, end - 1, country, Optional.of(Folding.plain(words.toString())));
    }
    return new Words(first, roleLast, country, Optional.empty());
  }

  private static boolean isOf(List<Token> tokens, int i) {
    return tokens.get(i).text().equals("of")
        && i + 1 < tokens.size()
        && tokens.get(i + 1).tag().startsWith("NNP");
  }

  private static boolean isOther(String adjective) {
    return adjective.equals("other")
        || adjective.equals("next")
        || adjective.equals("new")
        || adjective.equals("previous")
        || adjective.equals("first")
        || adjective.equals("last")
        || adjective.equals("former")
        || adjective.equals("future");
  }

  /** Who is meant, if anybody named so far fits. */
  Optional<Cluster> resolve(Candidate candidate) {
    return resolve(candidate.role, candidate.description);
  }

  private Optional<Cluster> resolve(String role, Words description) {
    String head = role.substring(role.lastIndexOf(' ') + 1);
    List<Place> places = named.getOrDefault(head, List.of());
    Cluster likely = null;
    int looked = 0;
    for (int i = places.size() - 1; i >= 0 && looked < 50; i--, looked++) {
      Cluster cluster = places.get(i).cluster;
      if (!roleFits(role, cluster) || !affiliationFits(description, cluster)) {
        continue;
      }
      if (description.country.isEmpty()) {
        return Optional.of(cluster);
      }
      Optional<String> country = cluster.knownCountry();
      if (country.isPresent() && country.get().equals(description.country.get().name())) {
        return Optional.of(cluster);
      }
      if (country.isEmpty() && likely == null) {
        likely = cluster;
      }
    }
    return Optional.ofNullable(likely);
  }

  private static boolean roleFits(String role, Cluster cluster) {
    if (cluster.hasRole(role)) {
      return true;
    }
    if (role.indexOf(' ') >= 0) {
      return false;
    }
    for (String known : cluster.roles) {
      if (known.endsWith(" " + role) && !known.startsWith("vice") && !known.startsWith("prime")) {
        return true;
      }
    }
    return false;
  }

  private static boolean affiliationFits(Words description, Cluster cluster) {
    return description.affiliation.isEmpty()
        || cluster.affiliations.contains(description.affiliation.get());
  }

  static Mention mention(Span span, Cluster cluster) {
    return new Mention(span, Mention.Form.NOMINAL, cluster.id, Optional.empty(), BY_NOUN);
  }

  static Mention mention(Candidate candidate, Cluster cluster) {
    return new Mention(
        candidate.span,
        Mention.Form.NOMINAL,
        cluster.id,
        Optional.empty(),
        candidate.description.country.isPresent() ? 0.7 : 0.6);
  }
}
