package org.polylogue.lexis.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.RegionLayer;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.text.Passage;

/**
 * What a row of a matrix is: a document, an unbroken passage of a quotation, or all words that
 * share some facts, such as a speaker, or a speaker and a month. A word in a quotation has the
 * facts of the innermost quotation around it, and otherwise those of its document. Immutable and
 * thread-safe.
 */
public final class TextUnits {

  private static final String DOCUMENT = "document";

  private enum Kind {
    DOCUMENT,
    QUOTATION,
    FACTS
  }

  private final Kind kind;
  private final List<String> facts;

  private TextUnits(Kind kind, List<String> facts) {
    this.kind = kind;
    this.facts = List.copyOf(facts);
  }

  /**
   * Every article and every comment.
   *
   * @return units in corpus order, named by their ids
   */
  public static TextUnits documents() {
    return new TextUnits(Kind.DOCUMENT, List.of());
  }

  /**
   * Every unbroken passage of a quotation. A quotation inside another is a unit of its own.
   *
   * @return units in corpus order, named {@code document@start-end}
   */
  public static TextUnits quotations() {
    return new TextUnits(Kind.QUOTATION, List.of());
  }

  /**
   * Words that share facts. Words that lack one of them are in no unit.
   *
   * @param facts one or more, of documents or of quotations, such as {@code outlet} or {@code
   *     speaker}; with {@code .} and a number after it, only so many first characters, as {@code
   *     date.7} for months
   * @return units in the order of their facts, named by them with {@code " | "} between
   */
  public static TextUnits by(List<String> facts) {
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("no fact is given that units share");
    }
    return new TextUnits(Kind.FACTS, facts);
  }

  /**
   * Reads units as commands write them.
   *
   * @param text {@code document}, {@code quotation}, or facts with commas between
   * @return the units
   */
  public static TextUnits parse(String text) {
    return switch (text.strip()) {
      case DOCUMENT -> documents();
      case Region.QUOTATION -> quotations();
      default -> by(Arrays.stream(text.split(",")).map(String::strip).toList());
    };
  }

  /**
   * A unit.
   *
   * @param name unique among the units of a matrix
   * @param facts what is known of all of it, by name, sorted; of a document or quotation all facts
   */
  public record Unit(String name, Map<String, String> facts) {
    /** Copies the facts. */
    public Unit {
      facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
    }
  }

  /**
   * What tokens belong to.
   *
   * @param unitOf for each position of the index a place among the units, −1 for none; not copied
   * @param units the units
   */
  public record Assigned(int[] unitOf, List<Unit> units) {
    /** Copies the units. */
    public Assigned {
      units = List.copyOf(units);
    }
  }

  /**
   * Finds the unit of each token.
   *
   * @param index the tokens
   * @return what each belongs to
   * @throws IllegalArgumentException if the index has no quotations, or no such facts
   */
  public Assigned assign(TokenIndex index) {
    int[] quotation = new int[index.size()];
    Arrays.fill(quotation, -1);
    boolean quotations = index.layers().contains(Region.QUOTATION);
    if (quotations) {
      innermost(index.layer(Region.QUOTATION), quotation);
    } else if (kind == Kind.QUOTATION) {
      throw new IllegalArgumentException(
          "the input has no quotations, because nobody looked for them; analyse it first and give"
              + " the result");
    }
    return switch (kind) {
      case DOCUMENT -> byDocument(index);
      case QUOTATION -> byQuotation(index, quotation);
      default -> byFacts(index, quotation);
    };
  }

  /**
   * Regions open one after the other; of those around a token the last that opened is innermost.
   */
  private static void innermost(RegionLayer layer, int[] quotation) {
    List<Integer> order =
        IntStream.range(0, layer.size())
            .boxed()
            .sorted(
                Comparator.comparingInt(layer::from)
                    .thenComparing(Comparator.comparingInt(layer::to).reversed()))
            .toList();
    Deque<Integer> open = new ArrayDeque<>();
    int next = 0;
    for (int i = 0; i < quotation.length; i++) {
      while (!open.isEmpty() && layer.to(open.peek()) <= i) {
        open.pop();
      }
      while (next < order.size() && layer.from(order.get(next)) <= i) {
        int region = order.get(next++);
        if (layer.to(region) > i) {
          open.push(region);
        }
      }
      quotation[i] = open.isEmpty() ? -1 : open.peek();
    }
  }

  private static Assigned byDocument(TokenIndex index) {
    int[] unitOf = new int[index.size()];
    List<Unit> units = new ArrayList<>();
    for (int d = 0; d < index.documentCount(); d++) {
      Arrays.fill(unitOf, index.documentStart(d), index.documentStart(d + 1), d);
      units.add(new Unit(index.documentId(d), facts(index, d)));
    }
    return new Assigned(unitOf, units);
  }

  private static Map<String, String> facts(TokenIndex index, int document) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(DOCUMENT, index.documentId(document));
    for (String name : index.documentAttributes()) {
      index.documentAttribute(name, document).ifPresent(value -> facts.put(name, value));
    }
    return facts;
  }

  private static Assigned byQuotation(TokenIndex index, int[] quotation) {
    RegionLayer layer = index.layer(Region.QUOTATION);
    int[] unitOf = new int[index.size()];
    int[] number = new int[layer.size()];
    Arrays.fill(number, -1);
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < unitOf.length; i++) {
      int region = quotation[i];
      if (region >= 0 && number[region] < 0) {
        int document = index.documentAt(i);
        Map<String, String> facts = facts(index, document);
        for (String name : layer.attributes()) {
          layer.attribute(name, region).ifPresent(value -> facts.put(name, value));
        }
        number[region] = units.size();
        Passage passage = index.passage(layer.from(region), layer.to(region));
        units.add(new Unit(passage.documentId() + "@" + passage.span(), facts));
      }
      unitOf[i] = region < 0 ? -1 : number[region];
    }
    return new Assigned(unitOf, units);
  }

  private Assigned byFacts(TokenIndex index, int[] quotation) {
    List<Fact> wanted = facts.stream().map(Fact::of).toList();
    Map<List<String>, Integer> numbers = new LinkedHashMap<>();
    int[] unitOf = new int[index.size()];
    boolean[] known = new boolean[wanted.size()];
    for (int d = 0; d < index.documentCount(); d++) {
      Map<Integer, Integer> ofRegion = new java.util.HashMap<>();
      for (int i = index.documentStart(d); i < index.documentStart(d + 1); i++) {
        int document = d;
        unitOf[i] =
            ofRegion.computeIfAbsent(
                quotation[i],
                region -> {
                  List<String> key = new ArrayList<>();
                  for (int f = 0; f < wanted.size(); f++) {
                    String value = wanted.get(f).value(index, document, region);
                    known[f] |= value != null;
                    key.add(value);
                  }
                  return key.contains(null)
                      ? -1
                      : numbers.computeIfAbsent(List.copyOf(key), unseen -> numbers.size());
                });
      }
    }
    for (int f = 0; f < known.length; f++) {
      if (!known[f] && index.size() > 0) {
        throw new IllegalArgumentException(
            "no " + wanted.get(f).name + " is known of these texts, only " + names(index));
      }
    }
    return sorted(numbers, unitOf);
  }

  private static Set<String> names(TokenIndex index) {
    Set<String> names = new TreeSet<>(index.documentAttributes());
    if (index.layers().contains(Region.QUOTATION)) {
      names.addAll(index.layer(Region.QUOTATION).attributes());
    }
    return names;
  }

  /** Units in the order of their facts, whatever stands first in the corpus. */
  private Assigned sorted(Map<List<String>, Integer> numbers, int[] unitOf) {
    List<List<String>> keys = new ArrayList<>(numbers.keySet());
    keys.sort(
        (one, other) -> {
          for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
              return order;
            }
          }
          return 0;
        });
    int[] rank = new int[keys.size()];
    List<Unit> units = new ArrayList<>();
    for (List<String> key : keys) {
      rank[numbers.get(key)] = units.size();
      Map<String, String> shared = new TreeMap<>();
      for (int i = 0; i < key.size(); i++) {
        shared.put(facts.get(i), key.get(i));
      }
      units.add(new Unit(String.join(" | ", key), shared));
    }
    for (int i = 0; i < unitOf.length; i++) {
      unitOf[i] = unitOf[i] < 0 ? -1 : rank[unitOf[i]];
    }
    return new Assigned(unitOf, units);
  }

  /** A name, and how many first characters of the value count. */
  private record Fact(String name, int length) {

    static Fact of(String text) {
      int point = text.lastIndexOf('.');
      String end = text.substring(point + 1);
      boolean cut =
          point > 0
              && !end.isEmpty()
              && end.length() < 4
              && end.chars().allMatch(c -> c >= '0' && c <= '9');
      return cut
          ? new Fact(text.substring(0, point), Integer.parseInt(end))
          : new Fact(text, Integer.MAX_VALUE);
    }

    String value(TokenIndex index, int document, int region) {
      Optional<String> own =
          region < 0 ? Optional.empty() : index.layer(Region.QUOTATION).attribute(name, region);
      String value =
          own.or(
                  () ->
                      name.equals(DOCUMENT)
                          ? Optional.of(index.documentId(document))
                          : index.documentAttribute(name, document))
              .orElse(null);
      return value == null || value.length() <= length ? value : value.substring(0, length);
    }
  }
}
