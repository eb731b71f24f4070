package org.polylogue.corpus.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Groups articles whose texts are nearly the same. Two belong together if their similarity, the
 * share of common three-word sequences among all of theirs (Jaccard), reaches a threshold, or if
 * others link them. Which articles form a group does not depend on their order.
 *
 * <p>Candidates are found by locality-sensitive hashing (Indyk and Motwani 1998): signatures that
 * agree in one of 32 bands of four values meet, and each is compared with the nearest sixteen of
 * those it meets, so that boilerplate shared by thousands costs no more than linear time. At a
 * similarity of 0.5 two articles meet with probability 0.87, at 0.6 with 0.988, at 0.8 with 0.9999.
 * Memory is 128 bytes and the id for each article. Not thread-safe.
 */
public final class NearDuplicates {

  /**
   * A similarity that copies with one word in twelve edited still reach, and different articles
   * with shared boilerplate do not unless two thirds of their words are boilerplate.
   */
  public static final double DEFAULT_SIMILARITY = 0.5;

  private static final int ROWS = 4;
  private static final int NEIGHBOURS = 16;

  private final double similarity;
  private final List<String> ids = new ArrayList<>();
  private final List<byte[]> signatures = new ArrayList<>();

  /**
   * A member of a group.
   *
   * @param id of the article
   * @param similarity to the first of the group, estimated, 0 to 1; 1 for the first itself
   */
  public record Member(String id, double similarity) {
    /** Checks that an id is there. */
    public Member {
      Objects.requireNonNull(id, "id");
    }
  }

  /**
   * No articles yet.
   *
   * @param similarity the threshold, more than 0 and at most 1
   * @throws IllegalArgumentException if it is not
   */
  public NearDuplicates(double similarity) {
    if (!(similarity > 0 && similarity <= 1)) {
      throw new IllegalArgumentException("a similarity is more than 0, at most 1: " + similarity);
    }
    this.similarity = similarity;
  }

  /**
   * Adds an article.
   *
   * @param id its id, unique in the corpus
   * @param text its text; one without any word is like no other
   */
  public void add(String id, String text) {
    byte[] signature = MinHash.signature(text);
    if (signature != null) {
      ids.add(Objects.requireNonNull(id, "id"));
      signatures.add(signature);
    }
  }

  /**
   * The groups of two and more.
   *
   * @return groups and their members in the order in which the articles were added
   */
  public List<List<Member>> groups() {
    int[] leaders = new int[ids.size()];
    Arrays.setAll(leaders, i -> i);
    for (int band = 0; band < MinHash.SIZE; band += ROWS) {
      join(band, leaders);
    }
    Map<Integer, List<Member>> groups = new LinkedHashMap<>();
    for (int i = 0; i < leaders.length; i++) {
      int first = leader(leaders, i);
      double like = MinHash.similarity(signatures.get(first), signatures.get(i));
      groups.computeIfAbsent(first, f -> new ArrayList<>()).add(new Member(ids.get(i), like));
    }
    return groups.values().stream().filter(g -> g.size() > 1).map(List::copyOf).toList();
  }

  private void join(int band, int[] leaders) {
    long[] keys = new long[leaders.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) key(signatures.get(i), band) << 32 | i;
    }
    Arrays.sort(keys);
    for (int from = 0; from < keys.length; ) {
      int to = from + 1;
      while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
        to++;
      }
      if (to - from > 1) {
        joinNeighbours(
            Arrays.stream(keys, from, to).mapToInt(k -> (int) k).toArray(), band, leaders);
      }
      from = to;
    }
  }

  private void joinNeighbours(int[] meeting, int band, int[] leaders) {
    List<Integer> sorted = new ArrayList<>();
    for (int i : meeting) {
      sorted.add(i);
    }
    if (meeting.length > NEIGHBOURS) {
      sorted.sort((a, b) -> compare(signatures.get(a), signatures.get(b), band));
    }
    for (int i = 1; i < sorted.size(); i++) {
      for (int j = Math.max(0, i - NEIGHBOURS); j < i; j++) {
        int one = leader(leaders, sorted.get(i));
        int other = leader(leaders, sorted.get(j));
        if (one != other
            && MinHash.similarity(signatures.get(sorted.get(i)), signatures.get(sorted.get(j)))
                >= similarity) {
          leaders[Math.max(one, other)] = Math.min(one, other);
        }
      }
    }
  }

  /** From the end of the band on, around to its beginning. */
  private static int compare(byte[] one, byte[] other, int band) {
    int start = band + ROWS;
    int behind = Arrays.compare(one, start, MinHash.SIZE, other, start, MinHash.SIZE);
    return behind != 0 ? behind : Arrays.compare(one, 0, band, other, 0, band);
  }

  private static int key(byte[] signature, int band) {
    int key = 0;
    for (int i = 0; i < ROWS; i++) {
      key = key << 8 | signature[band + i] & 0xff;
    }
    return key;
  }

  /** The first article of a group; paths are halved on the way (Tarjan and van Leeuwen 1984). */
  private static int leader(int[] leaders, int article) {
    int at = article;
    while (leaders[at] != at) {
      leaders[at] = leaders[leaders[at]];
      at = leaders[at];
    }
    return at;
  }
}
