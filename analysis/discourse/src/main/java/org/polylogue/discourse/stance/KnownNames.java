package org.polylogue.discourse.stance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polylogue.model.Actor;
import org.polylogue.model.Mention;
import org.polylogue.text.Span;

/**
 * Finds the known actors of a conversation where a commenter names them in letters of any case,
 * which a finder of names passes over: "the valley bank", "vasque". Names that several actors go by
 * are left out. Linear in the text.
 */
final class KnownNames {

  private static final int LONGEST = 5;
  private static final int SHORTEST = 4;
  private static final Set<String> FUNCTION = Lexicon.list("function");

  private final Map<String, String> idByName = new HashMap<>();

  KnownNames(List<Actor> actors) {
    Set<String> ambiguous = new HashSet<>();
    for (Actor actor : actors) {
      Set<String> names = new HashSet<>(actor.aliases());
      names.add(actor.name());
      for (String name : names) {
        List<String> words = content(PostWords.of(name).words());
        String key = String.join(" ", words);
        if (key.length() < SHORTEST || words.size() > LONGEST) {
          continue;
        }
        String before = idByName.putIfAbsent(key, actor.id());
        if (before != null && !before.equals(actor.id())) {
          ambiguous.add(key);
        }
      }
    }
    ambiguous.forEach(idByName::remove);
  }

  private static List<String> content(List<String> words) {
    return words.stream()
        .filter(word -> Character.isLetterOrDigit(word.charAt(0)) && !FUNCTION.contains(word))
        .toList();
  }

  /** Where actors are named in some spans of a text, by id, beside the mentions that are known. */
  Map<String, List<Span>> in(String text, List<Mention> mentions) {
    PostWords words = PostWords.of(TargetStance.beginning(text));
    Map<String, List<Span>> found = new LinkedHashMap<>();
    int next = 0;
    for (int i = 0; i < words.size(); i++) {
      while (next < mentions.size() && mentions.get(next).span().end() <= words.start(i)) {
        next++;
      }
      StringBuilder name = new StringBuilder();
      Span longest = null;
      String actor = null;
      for (int n = 0; n < LONGEST && i + n < words.size(); n++) {
        name.append(n == 0 ? "" : " ").append(words.word(i + n));
        String id = idByName.get(name.toString());
        if (id != null) {
          actor = id;
          longest = new Span(words.start(i), words.end(i + n));
        }
      }
      if (longest != null
          && (next == mentions.size() || !mentions.get(next).span().overlaps(longest))) {
        found.computeIfAbsent(actor, id -> new ArrayList<>()).add(longest);
      }
    }
    return found;
  }
}
