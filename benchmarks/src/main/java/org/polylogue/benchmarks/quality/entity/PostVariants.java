package org.polylogue.benchmarks.quality.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.polylogue.discourse.entity.world.NameLists;
import org.polylogue.discourse.entity.world.NameLists.Kind;

/**
 * Variants of posts to learn from: in lower case (Mayhew, Tsygankova and Roth 2019), and with their
 * names replaced by others of their type (Dai and Adel 2020), written with the capitals of those
 * that they replace. Deterministic.
 */
final class PostVariants {

  private static final long SEED = 5;
  private static final int DRAWS = 8;

  /** How a name of a type is made: lists to take a name from, one after the other. */
  private static final Map<String, Kind[][]> PATTERNS =
      Map.of(
          "person",
          new Kind[][] {
            {Kind.GIVEN},
            {Kind.GIVEN, Kind.SURNAME},
            {Kind.GIVEN, Kind.SURNAME},
            {Kind.PERSON},
            {Kind.SURNAME}
          },
          "location",
          new Kind[][] {{Kind.LARGE_CITY}, {Kind.TOWN}, {Kind.PLACE}},
          "corporation",
          new Kind[][] {{Kind.COMPANY}, {Kind.BRAND}},
          "group",
          new Kind[][] {{Kind.GROUP}},
          "product",
          new Kind[][] {{Kind.PRODUCT}},
          "creative-work",
          new Kind[][] {{Kind.WORK}});

  private final Map<Kind, List<String>> names = new EnumMap<>(Kind.class);
  private final Random random = new Random(SEED);

  private PostVariants() {}

  /**
   * Posts to learn from.
   *
   * @param everyRun whether every run learns from them, not one only
   */
  record Variant(List<ConllFile.Sentence> posts, boolean everyRun) {}

  /** The posts themselves, in lower case, and draws of other names, each for one run. */
  static List<Variant> of(List<ConllFile.Sentence> posts) {
    PostVariants variants = new PostVariants();
    List<Variant> all = new ArrayList<>();
    all.add(new Variant(posts, true));
    all.add(new Variant(posts.stream().map(PostVariants::lower).toList(), true));
    List<ConllFile.Sentence> named = posts.stream().filter(post -> !post.gold().isEmpty()).toList();
    for (int draw = 0; draw < DRAWS; draw++) {
      all.add(new Variant(named.stream().map(variants::replaced).toList(), false));
    }
    return all;
  }

  private static ConllFile.Sentence lower(ConllFile.Sentence post) {
    List<String> tokens =
        post.tokens().stream()
            .map(
                word ->
                    word.startsWith("http") || word.startsWith("@")
                        ? word
                        : word.toLowerCase(Locale.ROOT))
            .toList();
    return new ConllFile.Sentence(tokens, post.gold(), post.firstLine());
  }

  private ConllFile.Sentence replaced(ConllFile.Sentence post) {
    List<TypedSpan> gold = new ArrayList<>(post.gold());
    gold.sort(Comparator.comparingInt(TypedSpan::first));
    List<String> tokens = new ArrayList<>();
    List<TypedSpan> spans = new ArrayList<>();
    int next = 0;
    for (TypedSpan span : gold) {
      tokens.addAll(post.tokens().subList(next, span.first()));
      int first = tokens.size();
      String old = String.join(" ", post.tokens().subList(span.first(), span.last() + 1));
      for (String word : name(span.type()).split(" ")) {
        tokens.add(written(word, old));
      }
      spans.add(new TypedSpan(first, tokens.size() - 1, span.type()));
      next = span.last() + 1;
    }
    tokens.addAll(post.tokens().subList(next, post.tokens().size()));
    return new ConllFile.Sentence(List.copyOf(tokens), spans, post.firstLine());
  }

  private String name(String type) {
    Kind[][] patterns = PATTERNS.get(type);
    List<String> parts = new ArrayList<>();
    for (Kind kind : patterns[random.nextInt(patterns.length)]) {
      List<String> all = names.computeIfAbsent(kind, NameLists::names);
      parts.add(all.get(random.nextInt(all.size())));
    }
    return String.join(" ", parts);
  }

  private static String written(String word, String like) {
    if (like.length() > 3 && like.equals(like.toUpperCase(Locale.ROOT))) {
      return word.toUpperCase(Locale.ROOT);
    }
    return like.chars().anyMatch(Character::isUpperCase)
        ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
        : word;
  }
}
