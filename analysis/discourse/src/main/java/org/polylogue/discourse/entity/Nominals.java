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
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Mention;
import org.polylogue.text.Span;

/**
 * Definite descriptions by office: "the Kazakh president" is the last president named before it
 * whose country does not contradict. A description that fits nobody stays nobody's.
 */
final class Nominals {

  private static final Set<String> DEFINITE = EntityWords.list("definite");
  private static final int MODIFIERS = 5;

  private final Map<String, List<Place>> named = new HashMap<>();

  private record Place(int order, Cluster cluster) {}

  /** Notes that a person with an office was named; call in order. */
  void named(int order, Cluster cluster) {
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

  /** A description that may mean somebody. */
  record Candidate(Span span, String role, Description description) {}

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
      Description description = describe(tokens, role.first(), last);
      if (description != null && !taken.any(index, description.first, description.first)) {
        Span span =
            new Span(tokens.get(description.first).start(), tokens.get(description.last).end());
        found.add(new Candidate(span, role.role().name(), description));
        last = description.last;
      }
    }
    return found;
  }

  record Description(
      int first, int last, Optional<Country> country, Optional<String> affiliation) {}

  private static Description describe(List<Token> tokens, int roleFirst, int roleLast) {
    Optional<Country> country = Optional.empty();
    int first = -1;
    for (int i = roleFirst - 1; i >= 0 && i >= roleFirst - MODIFIERS; i--) {
      Token token = tokens.get(i);
      if (DEFINITE.contains(token.lemma()) || DEFINITE.contains(token.text())) {
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
          ? new Description(first, end - 1, owner, Optional.empty())
          : new Description(first, end - 1, country, Optional.of(Folding.plain(words.toString())));
    }
    return new Description(first, roleLast, country, Optional.empty());
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

  private Optional<Cluster> resolve(String role, Description description) {
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

  private static boolean affiliationFits(Description description, Cluster cluster) {
    return description.affiliation.isEmpty()
        || cluster.affiliations.contains(description.affiliation.get());
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
