package org.polylogue.lexis.collocation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.polylogue.lexis.association.Contingency;
import org.polylogue.lexis.concordance.PatternMatcher;
import org.polylogue.lexis.concordance.TokenPattern;
import org.polylogue.lexis.index.TokenAttribute;
import org.polylogue.lexis.index.TokenIndex;
import org.polylogue.lexis.index.Vocabulary;
import org.polylogue.lexis.slice.Subcorpus;

/**
 * Collocates by dependency: what a word governs or is governed by. What is counted are arcs between
 * two words of the subcorpus (relational co-occurrence, Evert 2008): the first row of the table is
 * the arcs with the node at its end, the second all others; the first column the arcs with the
 * collocate at the other end. Takes time linear in the subcorpus. Immutable and thread-safe.
 */
public final class DependencyCollocations {

  /** The end of an arc at which the node stands. */
  public enum NodeIs {
    /** The node governs the collocate, as a verb its object. */
    HEAD,
    /** The node depends on the collocate, as an adjective on its noun. */
    DEPENDENT
  }

  private final NodeIs role;
  private final String relation;
  private final TokenAttribute attribute;
  private final long minimumCount;
  private final Association order;

  private DependencyCollocations(
      NodeIs role,
      String relation,
      TokenAttribute attribute,
      long minimumCount,
      Association order) {
    this.role = Objects.requireNonNull(role, "role");
    this.relation = Objects.requireNonNull(relation, "relation");
    this.attribute = Objects.requireNonNull(attribute, "attribute");
    this.minimumCount = minimumCount;
    this.order = Objects.requireNonNull(order, "order");
    if (minimumCount < 1) {
      throw new IllegalArgumentException("the least count is 1, not " + minimumCount);
    }
  }

  /**
   * Collocates at the other end of arcs of a relation that meet at least 3 times, by
   * log-likelihood.
   *
   * @param role the end at which the node stands
   * @param relation such as {@code amod}; empty for all relations together
   * @return the question
   */
  public static DependencyCollocations of(NodeIs role, String relation) {
    return new DependencyCollocations(
        role, relation, TokenAttribute.WORD, 3, Association.LOG_LIKELIHOOD);
  }

  /**
   * The same question for another attribute, such as lemmas.
   *
   * @param other what collocates are counted by
   * @return a copy
   */
  public DependencyCollocations countedBy(TokenAttribute other) {
    return new DependencyCollocations(role, relation, other, minimumCount, order);
  }

  /**
   * The same question with another floor on counts.
   *
   * @param count how often the two have to meet, 1 or more
   * @return a copy
   */
  public DependencyCollocations withMinimumCount(long count) {
    return new DependencyCollocations(role, relation, attribute, count, order);
  }

  /**
   * The same question in another order.
   *
   * @param measure the measure, greatest first
   * @return a copy
   */
  public DependencyCollocations orderedBy(Association measure) {
    return new DependencyCollocations(role, relation, attribute, minimumCount, measure);
  }

  /**
   * Finds the collocates of a node.
   *
   * @param subcorpus where to look
   * @param node the node; of a match of several tokens each counts
   * @return collocates in order, equals by their characters; none if the node is not there
   * @throws IllegalArgumentException if no sentence of the index was parsed
   */
  public List<Collocate> of(Subcorpus subcorpus, TokenPattern node) {
    TokenIndex index = subcorpus.index();
    if (!index.hasDependencies()) {
      throw new IllegalArgumentException(
          "no sentence was parsed; index texts of an engine that delivers dependencies");
    }
    BitSet nodes = new BitSet(index.size());
    int[] matches = new PatternMatcher(index, node).matches(subcorpus);
    for (int i = 0; i < matches.length; i += 2) {
      nodes.set(matches[i], matches[i + 1]);
    }
    Vocabulary vocabulary = index.vocabulary(attribute);
    long[] meet = new long[vocabulary.size()];
    long[] everywhere = new long[vocabulary.size()];
    int[] ranges = new int[vocabulary.size()];
    int[] lastDocument = new int[vocabulary.size()];
    long ofNode = 0;
    long arcs = 0;
    int document = 0;
    for (int r = 0; r < subcorpus.rangeCount(); r++) {
      for (int i = subcorpus.from(r); i < subcorpus.to(r); i++) {
        int head = index.head(i);
        if (head == TokenIndex.NONE
            || !relation.isEmpty() && !relation.equals(index.relation(i))
            || !index.isWord(i)
            || !index.isWord(head)
            || !subcorpus.contains(head)) {
          continue;
        }
        while (index.documentStart(document + 1) <= i) {
          document++;
        }
        int nodeEnd = role == NodeIs.HEAD ? head : i;
        int id = index.id(attribute, role == NodeIs.HEAD ? i : head);
        arcs++;
        everywhere[id]++;
        if (nodes.get(nodeEnd)) {
          ofNode++;
          meet[id]++;
          if (lastDocument[id] != document + 1) {
            lastDocument[id] = document + 1;
            ranges[id]++;
          }
        }
      }
    }
    List<Collocate> found = new ArrayList<>();
    for (int id = 0; id < meet.length; id++) {
      if (meet[id] >= minimumCount) {
        long elsewhere = everywhere[id] - meet[id];
        Contingency table =
            new Contingency(meet[id], ofNode - meet[id], elsewhere, arcs - ofNode - elsewhere);
        found.add(new Collocate(vocabulary.entry(id), table, ofNode, ranges[id]));
      }
    }
    return Collocations.ordered(found, order);
  }
}
