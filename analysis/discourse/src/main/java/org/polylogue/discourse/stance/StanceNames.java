package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.polylogue.discourse.entity.world.ActorIds;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Mention;
import org.polylogue.text.Span;

/**
 * Finds the known actors of a conversation where a commenter means them without writing a name as
 * names are written: in letters of any case ("the valley bank"), by the office that the article
 * gives them ("the inspector", after "chief inspector Una Brace") or by what they are ("the union",
 * where one union is known). What several actors go by is left out. Linear in the text.
 */
final class StanceNames {

  private static final int LONGEST = 5;
  private static final int SHORTEST = 4;
  private static final int LONGEST_ROLE = 4;
  private static final Set<String> FUNCTION = StanceWords.list("function");
  private static final Set<String> DETERMINERS = StanceWords.list("determiner");

  private final Unique names = new Unique();
  private final Unique roles = new Unique();

  /** Which actor goes by a name, where it is one alone. */
  private static final class Unique {
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    void put(String name, String id) {
      String before = ids.putIfAbsent(name, id);
      if (before != null && !before.equals(id)) {
        ambiguous.add(name);
      }
    }

    String get(String name) {
      return ambiguous.contains(name) ? null : ids.get(name);
    }
  }

  /**
   * Reads what actors go by.
   *
   * @param actors all of them
   * @param article its text
   * @param mentions the mentions in it
   */
  StanceNames(List<Actor> actors, String article, List<Mention> mentions) {
    Map<String, ActorType> types = new HashMap<>();
    for (Actor actor : actors) {
      types.put(actor.id(), actor.type());
      Set<String> all = new HashSet<>(actor.aliases());
      all.add(actor.name());
      for (String name : all) {
        if (FUNCTION.contains(name.split(" ")[0].toLowerCase(Locale.ROOT))
            && !name.regionMatches(true, 0, "the ", 0, 4)) {
          continue; // "her father" is nobody without her
        }
        List<String> words = content(PostWords.of(name).words());
        String key = String.join(" ", words);
        if (key.length() >= SHORTEST && words.size() <= LONGEST) {
          boolean noun = words.size() == 1 && ActorIds.isDescribed(actor.id());
          (noun ? roles : names).put(key, actor.id());
        }
        if (actor.type() != ActorType.PERSON && words.size() > 1) {
          body(words, actor.id());
        }
      }
    }
    PostWords words = PostWords.of(article);
    int at = 0;
    for (Mention mention : mentions) {
      while (at < words.size() && words.end(at) <= mention.span().start()) {
        at++;
      }
      if (!mention.byPronoun() && types.get(mention.meantActorId()) == ActorType.PERSON) {
        office(words, at, mention);
      }
    }
  }

  private static List<String> content(List<String> words) {
    return words.stream()
        .filter(word -> Character.isLetterOrDigit(word.charAt(0)) && !FUNCTION.contains(word))
        .toList();
  }

  /** "Dock and Deck Union" is a union. */
  private void body(List<String> words, String id) {
    for (int n = Math.min(LONGEST_ROLE, words.size() - 1); n > 0; n--) {
      String last = String.join(" ", words.subList(words.size() - n, words.size()));
      if (Roles.body(last) != null) {
        roles.put(last, id);
      }
    }
  }

  /** The office right before a name, or behind it after a comma. */
  private void office(PostWords words, int first, Mention mention) {
    String id = mention.meantActorId();
    for (int n = 1; n <= LONGEST_ROLE && first - n >= 0; n++) {
      role(words, first - n, first, id);
    }
    int after = first;
    while (after < words.size() && words.start(after) < mention.span().end()) {
      after++;
    }
    if (after + 1 >= words.size() || !words.word(after).equals(",")) {
      return;
    }
    int begin = FUNCTION.contains(words.word(after + 1)) ? after + 2 : after + 1;
    for (int n = 1; n <= LONGEST_ROLE && begin + n <= words.size(); n++) {
      role(words, begin, begin + n, id);
    }
  }

  private void role(PostWords words, int from, int to, String id) {
    String phrase = String.join(" ", words.words().subList(from, to));
    if (Roles.person(phrase) != null) {
      roles.put(phrase, id);
      roles.put(words.word(to - 1), id);
    }
  }

  /** Where actors are meant in a text beside the mentions that are known, by id. */
  Map<String, List<Span>> in(String text, List<Mention> mentions) {
    PostWords words = PostWords.of(TargetStance.beginning(text));
    Map<String, List<Span>> found = new LinkedHashMap<>();
    int next = 0;
    for (int i = 0; i < words.size(); i++) {
      while (next < mentions.size() && mentions.get(next).span().end() <= words.start(i)) {
        next++;
      }
      boolean determined = DETERMINERS.contains(words.word(i)) || words.word(i).equals("the");
      int from = determined ? i + 1 : i;
      StringBuilder name = new StringBuilder();
      Span longest = null;
      String actor = null;
      for (int n = 0; n < LONGEST && from + n < words.size(); n++) {
        name.append(n == 0 ? "" : " ").append(words.word(from + n));
        String id = names.get(name.toString());
        id = id == null && determined ? roles.get(name.toString()) : id;
        if (id != null) {
          actor = id;
          longest = new Span(words.start(from), words.end(from + n));
        }
      }
      if (longest != null) {
        boolean known = next < mentions.size() && mentions.get(next).span().overlaps(longest);
        if (!known) {
          found.computeIfAbsent(actor, id -> new ArrayList<>()).add(longest);
        }
        while (i + 1 < words.size() && words.start(i + 1) < longest.end()) {
          i++;
        }
      }
    }
    return found;
  }
}
