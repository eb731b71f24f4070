package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Groups;
import org.polylogue.model.ActorType;

/**
 * Puts the names of organisations, places, groups, events and other things in one conversation
 * together: by spelling, by the table of countries, by acronym, and a short form with the one long
 * name that begins or ends with it.
 */
final class BodyMerger {

  private static final Set<String> SMALL = EntityWords.list("small");
  private static final Set<String> SEATED = EntityWords.list("seated-body");
  private static final Set<String> OF = Set.of("of", "for");

  private final Countries countries = Countries.all();
  private final Map<String, Cluster> byKey = new LinkedHashMap<>();
  private final Map<String, Cluster> groups = new HashMap<>();
  private final Map<String, Cluster> byCountry = new HashMap<>();

  /** For each name its cluster; the list holds no persons. */
  Map<Name, Cluster> merge(List<Name> names) {
    Map<String, Map<ActorType, Integer>> types = new HashMap<>();
    for (Name name : names) {
      types
          .computeIfAbsent(Folding.body(name.text()), key -> new TreeMap<>())
          .merge(name.type(), 1, Integer::sum);
    }
    Map<String, Cluster> byText = new LinkedHashMap<>();
    for (Name name : names) {
      String key = Folding.body(name.text());
      ActorType type = majority(types.get(key));
      Cluster cluster = byText.computeIfAbsent(key, k -> clusterFor(name, k, type));
      cluster.add(name.text());
    }
    joinShortForms(byText);
    Map<Name, Cluster> result = new HashMap<>();
    for (Name name : names) {
      result.put(name, byText.get(Folding.body(name.text())));
    }
    return result;
  }

  private Cluster clusterFor(Name name, String key, ActorType type) {
    if (type == ActorType.PLACE || type == ActorType.ORGANISATION) {
      Optional<Country> country = country(name.text());
      if (country.isPresent()) {
        return ofCountry("place/", ActorType.PLACE, country.get(), country.get().name());
      }
    }
    if (type == ActorType.GROUP) {
      Optional<Country> people = countries.ofPeople(name.text());
      if (people.isPresent()) {
        return ofCountry("group/", ActorType.GROUP, people.get(), people.get().demonyms().get(0));
      }
      return groups.computeIfAbsent(
          Groups.named(name.text()).orElse(singular(key)),
          group -> {
            Cluster cluster = new Cluster(type);
            cluster.fixedName = Groups.named(name.text());
            return cluster;
          });
    }
    return new Cluster(type);
  }

  private static String singular(String key) {
    String plain = Families.key(key.replace('-', ' '));
    return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
  }

  private Cluster ofCountry(String prefix, ActorType type, Country country, String name) {
    return byCountry.computeIfAbsent(
        prefix + country.name(),
        key -> {
          Cluster cluster = new Cluster(type);
          cluster.country = Optional.of(country);
          cluster.fixedName = Optional.of(name);
          return cluster;
        });
  }

  private Optional<Country> country(String text) {
    String letters = text.replace(".", "");
    boolean acronym = letters.length() <= 3;
    return acronym && !letters.equals(letters.toUpperCase(Locale.ROOT))
        ? Optional.empty()
        : countries.named(text);
  }

  /** Peoples and countries keep their type, everything else takes the most frequent one. */
  private static ActorType majority(Map<ActorType, Integer> counts) {
    ActorType best = null;
    int most = 0;
    for (Map.Entry<ActorType, Integer> count : counts.entrySet()) {
      if (count.getValue() > most) {
        best = count.getKey();
        most = count.getValue();
      }
    }
    return best;
  }

  private void joinShortForms(Map<String, Cluster> byText) {
    Map<String, List<String>> longer = new HashMap<>();
    for (Map.Entry<String, Cluster> entry : byText.entrySet()) {
      if (entry.getValue().country.isPresent() || entry.getValue().type == ActorType.GROUP) {
        continue;
      }
      for (String part : parts(entry.getKey(), entry.getValue())) {
        longer.computeIfAbsent(part, key -> new ArrayList<>()).add(entry.getKey());
      }
    }
    Map<Cluster, Cluster> joined = new HashMap<>();
    for (Map.Entry<String, Cluster> entry : byText.entrySet()) {
      Cluster small = whole(entry.getValue(), joined);
      Set<Cluster> candidates = new LinkedHashSet<>();
      for (String key : longer.getOrDefault(entry.getKey(), List.of())) {
        Cluster large = whole(byText.get(key), joined);
        if (large != small && sameKind(small.type, large.type)) {
          candidates.add(large);
        }
      }
      if (small.country.isEmpty() && candidates.size() == 1) {
        Cluster large = candidates.iterator().next();
        small.forms.forEach((form, count) -> large.forms.merge(form, count, Integer::sum));
        large.aliases.addAll(small.aliases);
        joined.put(small, large);
      }
    }
    byText.replaceAll((key, cluster) -> whole(cluster, joined));
  }

  /** The cluster that one was joined to, itself if to none. */
  private static Cluster whole(Cluster part, Map<Cluster, Cluster> joined) {
    Cluster whole = part;
    for (Cluster next = joined.get(whole); next != null; next = joined.get(whole)) {
      whole = next;
    }
    return whole;
  }

  /** A body may be tagged as a place in its short form; a place is short for a place only. */
  private static boolean sameKind(ActorType small, ActorType large) {
    return small == large
        || large == ActorType.ORGANISATION && small == ActorType.OTHER
        || large == ActorType.EVENT && small == ActorType.OTHER;
  }

  /**
   * The keys that a longer name may be shortened to: its first letters, its beginning, its end, and
   * the noun before "of" and "for" ("the Ministry").
   */
  private static List<String> parts(String key, Cluster cluster) {
    List<String> words = new ArrayList<>(List.of(key.split(" ")));
    List<String> parts = new ArrayList<>();
    if (words.size() < 2) {
      return parts;
    }
    StringBuilder all = new StringBuilder();
    StringBuilder capitals = new StringBuilder();
    for (String word : words) {
      if (word.isEmpty()) {
        continue;
      }
      all.append(word.charAt(0));
      capitals.append(SMALL.contains(word) ? "" : word.charAt(0));
    }
    if (capitals.length() > 1) {
      parts.add(capitals.toString());
    }
    if (all.length() > capitals.length()) {
      parts.add(all.toString());
    }
    if (cluster.type == ActorType.PLACE) {
      return parts;
    }
    boolean seated = SEATED.contains(words.get(words.size() - 1));
    for (int i = 1; i < words.size(); i++) {
      String noun = words.get(i - 1);
      boolean head =
          OF.contains(words.get(i))
              && NameKinds.head(noun, ActorType.OTHER).equals(Optional.of(ActorType.ORGANISATION));
      if (head) {
        parts.add(noun);
      }
      if (!(seated && i == 1)
          && !SMALL.contains(words.get(i - 1))
          && !SMALL.contains(words.get(i))) {
        parts.add(String.join(" ", words.subList(0, i)));
      }
      if (!SMALL.contains(words.get(i))) {
        parts.add(String.join(" ", words.subList(i, words.size())));
      }
    }
    return parts;
  }
}
