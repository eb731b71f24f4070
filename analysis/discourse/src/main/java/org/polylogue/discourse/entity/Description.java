package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;

/**
 * A noun for an actor with what stands before it in its phrase: "the town council".
 *
 * @param first position of the first token that is no part of a name
 * @param head position of the noun
 * @param noun its lemma in lower case
 * @param plural "councils"
 * @param type what it describes
 * @param article what the phrase begins with
 * @param owned whether a possessive tells whose it is
 * @param modifiers other words of the phrase, in lower case: "town"
 * @param words the phrase without its article ("the union's lawyers" with it), proper names as
 *     written, the rest in lower case
 */
record Description(
    int first,
    int head,
    String noun,
    boolean plural,
    ActorType type,
    Article article,
    boolean owned,
    Set<String> modifiers,
    String words) {

  /** What a phrase begins with. */
  enum Article {
    /** "the", "this", "our", "Ann's". */
    DEFINITE,
    /** "a", "some", "two". */
    INDEFINITE,
    /** "his", "their": somebody else tells who. */
    POSSESSIVE,
    /** "my": the writer's own. */
    OWN,
    /** Nothing. */
    NONE
  }

  private static final int LONGEST = 6;
  private static final Set<String> THE = Set.of("the", "this", "that", "these", "those", "our");
  private static final Set<String> A =
      Set.of("a", "an", "some", "any", "another", "every", "each", "no");
  private static final Set<String> SOME = Set.of("several", "few", "more");
  private static final Set<String> ALL = Set.of("most", "many", "all", "both");
  private static final Set<String> THEIR = Set.of("his", "her", "its", "their", "whose");
  private static final Set<String> MY = Set.of("my", "your");

  /** "the council", not "Ann's council" nor "our council". */
  boolean isPlainlyDefinite() {
    return article == Article.DEFINITE && !owned;
  }

  /** "councils", not "the councils". */
  boolean isGeneral() {
    return plural && article == Article.NONE;
  }

  /** The country whose government this is: "the French government". */
  Optional<Country> government() {
    if (!noun.equals("government") || plural) {
      return Optional.empty();
    }
    return modifiers.stream().flatMap(word -> Countries.all().ofPeople(word).stream()).findFirst();
  }

  /** The descriptions of a sentence, in order. */
  static List<Description> find(Sentence sentence, int index, Taken taken) {
    List<Description> found = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      Token token = sentence.token(i);
      if (!token.tag().startsWith("NN") || taken.any(index, i, i) || isNoun(sentence, i + 1)) {
        continue;
      }
      boolean plural = token.tag().endsWith("S");
      String noun = noun(token, plural);
      if (ActorNouns.needsNoun(noun) && i > 0 && sentence.token(i - 1).tag().equals("NN")) {
        noun = sentence.token(i - 1).text().toLowerCase(Locale.ROOT) + " " + noun;
      }
      ActorType type = ActorNouns.kind(noun.substring(noun.lastIndexOf(' ') + 1), plural);
      if (type != null) {
        Description one = read(sentence, index, taken, i, noun, plural, type);
        if (one != null) {
          found.add(one);
        }
      }
    }
    return found;
  }

  private static boolean isNoun(Sentence sentence, int i) {
    return i < sentence.size() && sentence.token(i).tag().startsWith("NN");
  }

  private static String noun(Token token, boolean plural) {
    if (!token.tag().startsWith("NNP")) {
      return token.lemma().toLowerCase(Locale.ROOT);
    }
    String word = token.text().toLowerCase(Locale.ROOT);
    return plural && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static Description read(
      Sentence sentence,
      int index,
      Taken taken,
      int head,
      String noun,
      boolean plural,
      ActorType type) {
    Article article = Article.NONE;
    Set<String> modifiers = new TreeSet<>();
    int start = head;
    int first = head;
    boolean free = true;
    boolean owned = false;
    boolean some = false;
    boolean the = false;
    for (int i = head - 1; i >= 0 && i >= head - LONGEST; i--) {
      Token token = sentence.token(i);
      String word = token.text().toLowerCase(Locale.ROOT);
      if (ALL.contains(word)) {
        break;
      }
      Article begins = token.tag().equals("IN") ? null : article(word);
      if (begins != null) {
        article = begins;
        the = owned && word.equals("the");
        owned |= word.equals("our");
        first = free ? i : first;
        break;
      }
      boolean owner = token.tag().equals("POS");
      boolean counted = i < head && sentence.token(i + 1).tag().equals("CD");
      if (!owner && !isPart(token)
          || governs(sentence, i, head)
          || counted && token.tag().startsWith("N")) {
        break;
      }
      free &= !taken.any(index, i, i);
      owned |= owner;
      some |= token.tag().equals("CD") || SOME.contains(word);
      start = i;
      first = free ? i : first;
      if (!owner && !token.tag().equals("CD")) {
        modifiers.add(word);
      }
    }
    // the mark of an owner who is an actor of his own is no word of the phrase
    first += isOwner(sentence, first) ? 1 : 0;
    if (article == Article.NONE) {
      article = owned ? Article.DEFINITE : some ? Article.INDEFINITE : article;
    }
    boolean proper = sentence.token(head).tag().startsWith("NNP");
    boolean inName = proper && head + 2 < sentence.size() && isOwner(sentence, head + 1);
    if (proper && article == Article.NONE
        || inName && sentence.token(head + 2).tag().startsWith("NNP")) {
      return null;
    }
    String words =
        (the ? "the " : "")
            + words(sentence, start, head)
            + complement(sentence, head + 1, modifiers);
    return new Description(first, head, noun, plural, type, article, owned, modifiers, words);
  }

  private static boolean isOwner(Sentence sentence, int i) {
    return sentence.token(i).tag().equals("POS");
  }

  /** "closing" of "closing hospitals costs money". */
  private static boolean governs(Sentence sentence, int verb, int noun) {
    return sentence.token(verb).tag().startsWith("VB")
        && sentence.isParsed()
        && (sentence.head(verb) <= verb || sentence.head(verb) > noun);
  }

  private static boolean isPart(Token token) {
    String tag = token.tag();
    return tag.startsWith("NN")
        || tag.startsWith("JJ")
        || tag.equals("VBN")
        || tag.equals("VBG")
        || tag.equals("CD");
  }

  private static String words(Sentence sentence, int first, int last) {
    StringBuilder words = new StringBuilder();
    for (int i = first; i <= last; i++) {
      Token token = sentence.token(i);
      if (token.tag().equals("CD")) {
        continue;
      }
      boolean joined = words.isEmpty() || token.tag().equals("POS");
      boolean proper =
          token.tag().startsWith("NNP") || Countries.all().ofPeople(token.text()).isPresent();
      String written = proper ? token.text() : token.text().toLowerCase(Locale.ROOT);
      words.append(joined ? "" : " ").append(written);
    }
    return words.toString();
  }

  /** "of the ferry", read into the modifiers; empty if nothing follows. */
  private static String complement(Sentence sentence, int of, Set<String> modifiers) {
    if (of + 1 >= sentence.size() || !sentence.token(of).text().equals("of")) {
      return "";
    }
    int noun = of + 1;
    if (THE.contains(sentence.token(noun).text())) {
      noun++;
    }
    int end = noun;
    while (end < sentence.size() && end < noun + LONGEST && isPart(sentence.token(end))) {
      end++;
    }
    if (end == noun) {
      return "";
    }
    modifiers.add(sentence.token(end - 1).text().toLowerCase(Locale.ROOT));
    return " of "
        + (noun > of + 1 ? sentence.token(of + 1).text() + " " : "")
        + words(sentence, noun, end - 1);
  }

  private static Article article(String word) {
    if (THE.contains(word)) {
      return Article.DEFINITE;
    }
    if (A.contains(word)) {
      return Article.INDEFINITE;
    }
    if (THEIR.contains(word)) {
      return Article.POSSESSIVE;
    }
    return MY.contains(word) ? Article.OWN : null;
  }
}
