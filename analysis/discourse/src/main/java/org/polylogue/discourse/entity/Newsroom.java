package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.text.Span;

/**
 * Who made an article: the writers that its byline names, and its outlet. Commenters mean them by
 * "the author" and "this paper", unless the article is about another author or paper. They are
 * actors only where somebody means them.
 */
final class Newsroom {

  private static final int LONGEST_NAME = 4;
  private static final int LONGEST_BYLINE = 200;
  private static final Set<String> OUTLETS = EntityWords.list("outlet");
  private static final Set<String> ONLY_THIS = EntityWords.list("outlet-this");
  private static final Set<String> WRITERS = EntityWords.list("writer");
  private static final Set<String> EDITORS = EntityWords.list("outlet-people");
  private static final Set<String> THIS = Set.of("this", "your");
  private static final Set<String> OURS = Set.of("this", "our");
  private static final String THE = "the";
  private static final Set<String> NEUTRAL = EntityWords.list("outlet-named");

  private final List<Name> writers = new ArrayList<>();
  private final Optional<Name> outlet;
  private final Set<String> told = new HashSet<>();
  private Optional<Cluster> writer = Optional.empty();
  private Cluster house;

  /** Where somebody of the newsroom is meant. */
  record Found(int first, int last, Cluster cluster) {}

  /** Reads what is known of an article's making, and which of its words mean others. */
  Newsroom(Article article, AnnotatedText text) {
    Optional<String> body = article.publication().outlet().filter(name -> !name.isBlank());
    String line = article.publication().author().orElse("");
    for (String part : parts(line.substring(0, Math.min(line.length(), LONGEST_BYLINE)))) {
      List<String> words = List.of(part.split(" "));
      boolean name = words.size() > 1 && words.size() <= LONGEST_NAME && isCapital(words);
      if (name && isBody(words)) {
        body = body.or(() -> Optional.of(part));
      } else if (name && words.stream().noneMatch(Newsroom::isOffice)) {
        writers.add(named(part, ActorType.PERSON));
      }
    }
    outlet = body.map(name -> named(Name.singleSpaced(name.strip()), ActorType.ORGANISATION));
    for (Sentence sentence : text.sentences()) {
      for (int i = 0; i < sentence.size(); i++) {
        String word = lower(sentence, i);
        if (i == 0 || !OURS.contains(lower(sentence, i - 1))) {
          told.add(word);
          told.add(sentence.token(i).lemma().toLowerCase(Locale.ROOT) + "s");
        }
      }
    }
  }

  /** What stands between commas and behind "by". */
  private static List<String> parts(String byline) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : Name.singleSpaced(byline.strip()).split(" ")) {
      String plain = word.toLowerCase(Locale.ROOT);
      boolean by = plain.equals("by") || word.endsWith(":");
      boolean ends = by || plain.equals("and") || plain.equals("for") || word.equals("&");
      if (ends) {
        add(by ? "" : part.toString(), parts);
        part.setLength(0);
        continue;
      }
      boolean last = word.endsWith(",") || word.endsWith(";") || word.endsWith("|");
      String bare = last ? word.substring(0, word.length() - 1) : word;
      part.append(part.isEmpty() ? "" : " ").append(bare);
      if (last) {
        add(part.toString(), parts);
        part.setLength(0);
      }
    }
    add(part.toString(), parts);
    return parts;
  }

  private static void add(String part, List<String> parts) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }

  private static boolean isCapital(List<String> words) {
    return Character.isUpperCase(words.get(0).codePointAt(0))
        && Character.isUpperCase(words.get(words.size() - 1).codePointAt(0));
  }

  private static boolean isBody(List<String> words) {
    return NameKinds.told(words, ActorType.OTHER)
        .filter(type -> type == ActorType.ORGANISATION)
        .isPresent();
  }

  private static boolean isOffice(String word) {
    String plain = Folding.plain(word);
    return Roles.person(plain) != null || plain.equals("staff") || plain.equals("the");
  }

  /** A name that stands in no text. */
  private static Name named(String text, ActorType type) {
    return new Name(-1, 0, 0, 0, type, text, new Span(0, 0), false);
  }

  /** The writers, as names to be read after all others; none whose surname the article uses. */
  List<Name> writers(List<Name> inArticle) {
    Set<String> known = new HashSet<>();
    inArticle.forEach(name -> known.add(last(name)));
    return writers.stream().filter(name -> !known.contains(last(name))).toList();
  }

  private static String last(Name name) {
    return Folding.loose(name.text().substring(name.text().lastIndexOf(' ') + 1));
  }

  /** The words of the writers' names, folded. */
  Set<String> writersWords() {
    Set<String> words = new HashSet<>();
    writers.forEach(name -> name.words().forEach(word -> words.add(Folding.loose(word))));
    return words;
  }

  /** The outlet's name, to be read after all others. */
  Optional<Name> outlet() {
    return outlet;
  }

  /** Learns who the names are. */
  void know(Map<Name, Cluster> clusters) {
    writer =
        writers.size() == 1 ? Optional.ofNullable(clusters.get(writers.get(0))) : Optional.empty();
    house = outlet.map(clusters::get).orElse(null);
  }

  /** Where a sentence means the outlet or the writer, in order. */
  List<Found> find(Sentence sentence, int index, int document, Taken taken) {
    List<Found> found = new ArrayList<>();
    for (int i = 1; i < sentence.size(); i++) {
      Token token = sentence.token(i);
      String word = lower(sentence, i);
      boolean modifies = continues(sentence, i) && !WRITERS.contains(word);
      if (!token.tag().startsWith("NN") || taken.any(index, i - 1, i) || modifies) {
        continue;
      }
      String before = lower(sentence, i - 1);
      Optional<Cluster> meant = document == 0 ? inArticle(before, word) : inComment(before, word);
      if (meant.isPresent()) {
        taken.mark(index, i - 1, i);
        found.add(new Found(i - 1, i, meant.get()));
      }
    }
    return found;
  }

  private static boolean continues(Sentence sentence, int i) {
    return i + 1 < sentence.size() && sentence.token(i + 1).tag().startsWith("NN");
  }

  private Optional<Cluster> inArticle(String before, String word) {
    return before.equals("this") && OUTLETS.contains(word)
        ? Optional.of(house(word))
        : Optional.empty();
  }

  private Optional<Cluster> inComment(String before, String word) {
    boolean own = THIS.contains(before);
    boolean the = before.equals(THE) && !told.contains(word);
    if (!own && !the) {
      return Optional.empty();
    }
    if (OUTLETS.contains(word) || EDITORS.contains(word) || own && ONLY_THIS.contains(word)) {
      return Optional.of(house(word));
    }
    return WRITERS.contains(word) && !told.contains(word) ? writer : Optional.empty();
  }

  private Cluster house(String word) {
    if (house == null) {
      house = new Cluster(ActorType.ORGANISATION);
      house.described = true;
      house.fixedName = Optional.of(THE + " " + (NEUTRAL.contains(word) ? word : "newspaper"));
    }
    return house;
  }

  private static String lower(Sentence sentence, int i) {
    return sentence.token(i).text().toLowerCase(Locale.ROOT);
  }
}
