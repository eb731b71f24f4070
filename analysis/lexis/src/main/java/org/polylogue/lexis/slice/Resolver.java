package org.polylogue.lexis.slice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.lexis.index.Region;
import org.polylogue.lexis.index.RegionLayer;
import org.polylogue.lexis.index.TokenIndex;

/** Finds the tokens of a slice in an index. */
final class Resolver {

  private final TokenIndex index;

  Resolver(TokenIndex index) {
    this.index = index;
  }

  Ranges resolve(Slice slice) {
    if (slice instanceof Slice.Documents documents) {
      return documents(documents.attribute(), documents.condition());
    }
    if (slice instanceof Slice.Inside inside) {
      return regions(inside.layer(), inside.facts(), false);
    }
    if (slice instanceof Slice.Sentences sentences) {
      return regions(sentences.layer(), sentences.facts(), true);
    }
    if (slice instanceof Slice.Attribute attribute) {
      return resolve(owned(attribute));
    }
    if (slice instanceof Slice.Any any) {
      Ranges found = Ranges.NONE;
      for (Slice part : any.parts()) {
        found = found.or(resolve(part));
      }
      return found;
    }
    if (slice instanceof Slice.Not not) {
      return resolve(not.part()).not(index.size());
    }
    return all(((Slice.All) slice).parts());
  }

  private Ranges all(List<Slice> parts) {
    Map<String, List<Slice.Fact>> inside = new LinkedHashMap<>();
    Ranges found = Ranges.upTo(index.size());
    for (Slice part : parts) {
      Slice owned = part instanceof Slice.Attribute attribute ? owned(attribute) : part;
      if (owned instanceof Slice.Inside same) {
        inside.computeIfAbsent(same.layer(), layer -> new ArrayList<>()).addAll(same.facts());
      } else {
        found = found.and(resolve(owned));
      }
    }
    for (Map.Entry<String, List<Slice.Fact>> entry : inside.entrySet()) {
      found = found.and(regions(entry.getKey(), entry.getValue(), false));
    }
    return found;
  }

  private Slice owned(Slice.Attribute slice) {
    String name = slice.attribute();
    int point = name.indexOf('.');
    String owner = point < 0 ? "" : name.substring(0, point);
    String rest = name.substring(point + 1);
    if (owner.equals("document")) {
      return new Slice.Documents(rest, slice.condition());
    }
    List<Slice.Fact> fact = List.of(new Slice.Fact(rest, slice.condition()));
    if (owner.equals(Region.QUOTATION)) {
      return new Slice.Inside(owner, fact);
    }
    if (owner.equals(Region.MENTION)) {
      return new Slice.Sentences(owner, fact);
    }
    if (index.documentAttributes().contains(name)) {
      return new Slice.Documents(name, slice.condition());
    }
    return new Slice.Inside(Region.QUOTATION, List.of(new Slice.Fact(name, slice.condition())));
  }

  private Ranges documents(String attribute, Condition condition) {
    checkKnown(attribute, index.documentAttributes(), "documents");
    Ranges.Collector found = new Ranges.Collector();
    for (int i = 0; i < index.documentCount(); i++) {
      Optional<String> value = index.documentAttribute(attribute, i);
      if (value.isPresent() && condition.test(value.get())) {
        found.add(index.documentStart(i), index.documentStart(i + 1));
      }
    }
    return found.toRanges();
  }

  private Ranges regions(String name, List<Slice.Fact> facts, boolean sentences) {
    if (!index.layers().contains(name)) {
      throw new IllegalArgumentException(
          "the input has no "
              + name
              + "s, because nobody looked for them; analyse it first and give the result"
              + (facts.isEmpty() ? "" : ", or use one of " + index.documentAttributes()));
    }
    RegionLayer layer = index.layer(name);
    for (Slice.Fact fact : facts) {
      if (layer.size() > 0 && fact.attributes().stream().noneMatch(layer.attributes()::contains)) {
        boolean standard = fact.attributes().contains("actor");
        checkKnown(standard ? null : fact.attributes().get(0), layer.attributes(), name + "s");
      }
    }
    Ranges.Collector found = new Ranges.Collector();
    for (int i = 0; i < layer.size(); i++) {
      if (holds(layer, i, facts)) {
        int from = layer.from(i);
        int to = layer.to(i);
        found.add(
            sentences ? index.sentenceStart(index.sentenceAt(from)) : from,
            sentences ? index.sentenceStart(index.sentenceAt(to - 1) + 1) : to);
      }
    }
    return found.toRanges();
  }

  private static boolean holds(RegionLayer layer, int region, List<Slice.Fact> facts) {
    for (Slice.Fact fact : facts) {
      boolean one = false;
      for (String attribute : fact.attributes()) {
        one |= layer.attribute(attribute, region).filter(fact.condition()::test).isPresent();
      }
      if (!one) {
        return false;
      }
    }
    return true;
  }

  private void checkKnown(String attribute, Set<String> known, String owners) {
    if (attribute != null && index.size() > 0 && !known.contains(attribute)) {
      String others =
          owners.equals("documents") || index.documentAttributes().isEmpty()
              ? ""
              : "; documents have " + index.documentAttributes();
      throw new IllegalArgumentException(
          "no " + attribute + " is known of " + owners + ", only " + known + others);
    }
  }
}
