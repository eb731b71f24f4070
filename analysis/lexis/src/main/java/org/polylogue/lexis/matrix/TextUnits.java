package org.polylogue.lexis.matrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.RegionLayer;
import org.polylogue.lexis.index.TokenIndex;

/**
 * What a row of a matrix is: a document, an unbroken passage of a quotation, or all words that
 * share some facts, such as a speaker, or a speaker and a month. A word in a quotation has the
 * facts of the innermost quotation around it, and otherwise those of its document. Immutable and
 * thread-safe.
 */
public final class TextUnits {

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
      case Fact.DOCUMENT -> documents();
      case Region.QUOTATION -> quotations();
      default -> by(Arrays.stream(text.split(",")).map(String::strip).toList());
    };
  }

  /**
   * Finds the unit of each token.
   *
   * @param index the tokens
   * @return what each belongs to
   * @throws IllegalArgumentException if the index has no quotations, or no such facts
   */
  public AssignedUnits assign(TokenIndex index) {
    check(index);
    return assigned(index);
  }

  /** Names of the facts that units share; none if they are places. */
  List<String> facts() {
    return facts;
  }

  /** Makes sure that each fact that units share is known of a text. */
  void check(TokenIndex index) {
    if (index.size() > 0) {
      check(AssignedUnits.names(index));
    }
  }

  /** The same, by the names of what is known. */
  void check(Set<String> known) {
    for (String fact : facts) {
      String name = Fact.of(fact).name();
      if (!name.equals(Fact.DOCUMENT) && !known.contains(name)) {
        throw AssignedUnits.unknown(name, known);
      }
    }
  }

  /** The same without that. */
  AssignedUnits assigned(TokenIndex index) {
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

  private static AssignedUnits byDocument(TokenIndex index) {
    int[] unitOf = new int[index.size()];
    int[] regions = new int[index.documentCount()];
    Arrays.fill(regions, -1);
    for (int d = 0; d < index.documentCount(); d++) {
      Arrays.fill(unitOf, index.documentStart(d), index.documentStart(d + 1), d);
    }
    return AssignedUnits.places(
        index, unitOf, IntStream.range(0, index.documentCount()).toArray(), regions);
  }

  private static AssignedUnits byQuotation(TokenIndex index, int[] quotation) {
    int[] unitOf = new int[index.size()];
    int[] number = new int[index.layer(Region.QUOTATION).size()];
    Arrays.fill(number, -1);
    int[] documents = new int[number.length];
    int[] regions = new int[number.length];
    int units = 0;
    for (int i = 0; i < unitOf.length; i++) {
      int region = quotation[i];
      if (region >= 0 && number[region] < 0) {
        documents[units] = index.documentAt(i);
        regions[units] = region;
        number[region] = units++;
      }
      unitOf[i] = region < 0 ? -1 : number[region];
    }
    return AssignedUnits.places(
        index, unitOf, Arrays.copyOf(documents, units), Arrays.copyOf(regions, units));
  }

  private AssignedUnits byFacts(TokenIndex index, int[] quotation) {
    List<Fact> wanted = facts.stream().map(Fact::of).toList();
    Map<List<String>, Integer> numbers = new LinkedHashMap<>();
    int[] unitOf = new int[index.size()];
    for (int d = 0; d < index.documentCount(); d++) {
      Map<Integer, Integer> ofRegion = new HashMap<>();
      for (int i = index.documentStart(d); i < index.documentStart(d + 1); i++) {
        int document = d;
        unitOf[i] =
            ofRegion.computeIfAbsent(
                quotation[i],
                region -> {
                  List<String> key = new ArrayList<>();
                  wanted.forEach(fact -> key.add(fact.value(index, document, region)));
                  return key.contains(null)
                      ? -1
                      : numbers.computeIfAbsent(List.copyOf(key), unseen -> numbers.size());
                });
      }
    }
    return sorted(index, numbers, unitOf);
  }

  /** Units in the order of their facts, whatever stands first in the corpus. */
  private AssignedUnits sorted(TokenIndex index, Map<List<String>, Integer> numbers, int[] unitOf) {
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
    for (int place = 0; place < rank.length; place++) {
      rank[numbers.get(keys.get(place))] = place;
    }
    for (int i = 0; i < unitOf.length; i++) {
      unitOf[i] = unitOf[i] < 0 ? -1 : rank[unitOf[i]];
    }
    return AssignedUnits.sharing(index, unitOf, facts, keys);
  }
}
