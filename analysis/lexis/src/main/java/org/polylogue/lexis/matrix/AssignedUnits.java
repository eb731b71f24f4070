package org.polylogue.lexis.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.text.Passage;

/**
 * The units of an index, and which of them each token belongs to. Takes 4 bytes a token and 8 a
 * unit. Immutable and thread-safe.
 */
public final class AssignedUnits {

  private final TokenIndex index;
  private final int[] unitOf;

  /** Documents and regions of units that are places; none if they share facts. */
  private final int[] documents;

  private final int[] regions;

  /** Names of facts that units share, and their values by unit; none if they are places. */
  private final List<String> facts;

  private final List<List<String>> keys;
  private final Set<String> known;

  private AssignedUnits(
      TokenIndex index,
      int[] unitOf,
      int[] documents,
      int[] regions,
      List<String> facts,
      List<List<String>> keys) {
    this.index = index;
    this.unitOf = unitOf;
    this.documents = documents;
    this.regions = regions;
    this.facts = facts;
    this.keys = keys;
    this.known = documents == null ? new TreeSet<>(facts) : known();
  }

  /** Units that are documents, each with region −1, or regions of them. */
  static AssignedUnits places(TokenIndex index, int[] unitOf, int[] documents, int[] regions) {
    return new AssignedUnits(index, unitOf, documents, regions, List.of(), List.of());
  }

  /** Units that share facts. */
  static AssignedUnits sharing(
      TokenIndex index, int[] unitOf, List<String> facts, List<List<String>> keys) {
    return new AssignedUnits(index, unitOf, null, null, facts, keys);
  }

  /**
   * Counts the units.
   *
   * @return 0 or more
   */
  public int size() {
    return documents == null ? keys.size() : documents.length;
  }

  /**
   * What a token belongs to.
   *
   * @param position of the token in the index
   * @return a unit from 0, or −1 for none
   */
  public int unitOf(int position) {
    return unitOf[position];
  }

  /**
   * The name of a unit.
   *
   * @param unit from 0
   * @return its document's id, with {@code @start-end} after it for a quotation, or the facts that
   *     it shares with {@code " | "} between
   */
  public String name(int unit) {
    if (documents == null) {
      return String.join(" | ", keys.get(unit));
    }
    if (regions[unit] < 0) {
      return index.documentId(documents[unit]);
    }
    Passage passage = index.passage(from(unit), to(unit));
    return passage.documentId() + "@" + passage.span();
  }

  /**
   * What is known of all of a unit.
   *
   * @param unit from 0
   * @return facts by name, sorted; of a document or quotation all of its facts
   */
  public Map<String, String> facts(int unit) {
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i < facts.size(); i++) {
      found.put(facts.get(i), keys.get(unit).get(i));
    }
    if (documents != null) {
      for (String name : known) {
        String value = Fact.of(name).value(index, documents[unit], regions[unit]);
        if (value != null) {
          found.put(name, value);
        }
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /**
   * A fact of some units.
   *
   * @param name such as {@code outlet} or {@code speaker}; with {@code .} and a number after it,
   *     only so many first characters, as {@code date.7} for months
   * @param units from 0
   * @return by unit, null where it is not known
   * @throws IllegalArgumentException if there are units and it is known of none
   */
  public List<String> facts(String name, int[] units) {
    Fact fact = Fact.of(name);
    List<String> values = new ArrayList<>(units.length);
    for (int unit : units) {
      values.add(
          documents == null
              ? shared(name, fact, unit)
              : fact.value(index, documents[unit], regions[unit]));
    }
    if (!values.isEmpty() && values.stream().allMatch(Objects::isNull)) {
      throw unknown(name, known);
    }
    return values;
  }

  static IllegalArgumentException unknown(String name, Set<String> known) {
    return new IllegalArgumentException("no " + name + " is known of these texts, only " + known);
  }

  /** Also the first characters of a longer fact. */
  private String shared(String name, Fact fact, int unit) {
    int place = facts.indexOf(name);
    for (int i = 0; i < facts.size() && place < 0; i++) {
      Fact longer = Fact.of(facts.get(i));
      place = longer.name().equals(fact.name()) && longer.length() >= fact.length() ? i : -1;
    }
    return place < 0 ? null : fact.cut(keys.get(unit).get(place));
  }

  private Set<String> known() {
    Set<String> names = new TreeSet<>(index.documentAttributes());
    names.add(Fact.DOCUMENT);
    if (regions.length > 0 && regions[0] >= 0) {
      names.addAll(index.layer(Region.QUOTATION).attributes());
    }
    return names;
  }

  /** Names of facts that some document or quotation has. */
  static Set<String> names(TokenIndex index) {
    Set<String> names = new TreeSet<>(index.documentAttributes());
    if (index.layers().contains(Region.QUOTATION)) {
      names.addAll(index.layer(Region.QUOTATION).attributes());
    }
    return names;
  }

  /**
   * The article that a unit is of.
   *
   * @param unit from 0
   * @return the id of the article, also for a comment under it; empty for units that share facts
   */
  public Optional<String> article(int unit) {
    return documents == null
        ? Optional.empty()
        : index
            .documentAttribute("article", documents[unit])
            .or(() -> Optional.of(index.documentId(documents[unit])));
  }

  /**
   * Where a unit stands.
   *
   * @param unit from 0
   * @return from its first token to its last; empty for units that share facts, and without tokens
   */
  public Optional<Passage> passage(int unit) {
    return documents == null || from(unit) == to(unit)
        ? Optional.empty()
        : Optional.of(index.passage(from(unit), to(unit)));
  }

  /**
   * The first words of a unit.
   *
   * @param unit from 0
   * @param tokens how many tokens at most
   * @return on one line; empty for units that share facts
   */
  public String beginning(int unit, int tokens) {
    return documents == null ? "" : index.text(from(unit), Math.min(to(unit), from(unit) + tokens));
  }

  private int from(int unit) {
    return regions[unit] < 0
        ? index.documentStart(documents[unit])
        : index.layer(Region.QUOTATION).from(regions[unit]);
  }

  private int to(int unit) {
    return regions[unit] < 0
        ? index.documentStart(documents[unit] + 1)
        : index.layer(Region.QUOTATION).to(regions[unit]);
  }
}
