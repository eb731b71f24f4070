package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.world.Countries;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Gender;
import org.polylogue.discourse.entity.world.Roles;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;

/**
 * What stands around a person's name: titles and offices before it, an apposition after it.
 *
 * @param titleFirst position of the first token of capitalised titles right before the name, or of
 *     the name itself
 * @param calledFirst the same, titles in lower case included
 * @param roles offices and jobs in lower case
 * @param affiliations bodies that the roles belong to, folded
 * @param country the country that the roles belong to
 * @param gender what titles tell
 */
record RoleContext(
    int titleFirst,
    int calledFirst,
    List<String> roles,
    List<String> affiliations,
    Optional<Country> country,
    Gender gender) {

  /** Nothing stands around the name. */
  static final RoleContext NONE =
      new RoleContext(0, 0, List.of(), List.of(), Optional.empty(), Gender.UNKNOWN);

  private static final int APPOSITION = 8;
  private static final Set<String> FORMER = EntityWords.list("former");
  private static final Set<String> LINKS = EntityWords.list("link");

  static RoleContext of(Sentence sentence, int first, int last) {
    Reader reader = new Reader(sentence.tokens());
    reader.before(first);
    reader.after(last);
    return new RoleContext(
        reader.titleFirst,
        reader.calledFirst,
        reader.roles,
        reader.affiliations,
        reader.country,
        reader.gender);
  }

  private static final class Reader {
    private final List<Token> tokens;
    private final List<String> roles = new ArrayList<>();
    private final List<String> affiliations = new ArrayList<>();
    private Optional<Country> country = Optional.empty();
    private Gender gender = Gender.UNKNOWN;
    private int titleFirst;
    private int calledFirst;

    Reader(List<Token> tokens) {
      this.tokens = tokens;
    }

    void before(int first) {
      titleFirst = first;
      calledFirst = first;
      int i = first - 1;
      boolean adjacent = true;
      while (i >= 0) {
        Roles.Found found = Roles.titleEndingAt(tokens, i);
        if (found == null) {
          break;
        }
        take(found.role());
        calledFirst = found.first();
        adjacent = adjacent && isCapital(tokens.get(found.first()));
        if (adjacent) {
          titleFirst = found.first();
        }
        i = found.first() - 1;
      }
      if (roles.isEmpty() && i >= 1 && isMark(i, ",")) {
        apposedBefore(i - 1);
      } else if (i < first - 1) {
        owner(i);
      }
    }

    /** "the Kazakh president, X" and "the president of Kazakhstan, X". */
    private void apposedBefore(int end) {
      for (int j = end; j >= 0 && j > end - APPOSITION; j--) {
        String text = tokens.get(j).text();
        if (text.equals(",") || tokens.get(j).tag().startsWith("VB")) {
          return;
        }
        Roles.Found found = Roles.endingAt(tokens, j);
        if (found == null || found.role().kind() != Roles.Kind.PERSON) {
          continue;
        }
        if (j == end || LINKS.contains(tokens.get(j + 1).text())) {
          take(found.role());
          complement(j + 1);
          owner(found.first() - 1);
        }
        return;
      }
    }

    void after(int last) {
      if (!isMark(last + 1, ",")) {
        return;
      }
      for (int j = last + 2; j < tokens.size() && j < last + 2 + APPOSITION; j++) {
        Token token = tokens.get(j);
        if (token.text().equals(",") || token.tag().startsWith("VB") || token.tag().equals("W")) {
          return;
        }
        Roles.Found found = Roles.endingAt(tokens, j);
        if (found == null || found.role().kind() != Roles.Kind.PERSON || continues(j)) {
          continue;
        }
        if (found.first() > last + 1) {
          take(found.role());
          complement(j + 1);
          owner(found.first() - 1);
        }
        return;
      }
    }

    /** A noun that belongs to a longer compound, as president of "president spokesman". */
    private boolean continues(int j) {
      return j + 1 < tokens.size() && tokens.get(j + 1).tag().startsWith("NN");
    }

    private void complement(int link) {
      if (link + 1 >= tokens.size() || !LINKS.contains(tokens.get(link).text())) {
        return;
      }
      int start = link + 1;
      if (tokens.get(start).text().equalsIgnoreCase("the")) {
        start++;
      }
      int end = start;
      while (end < tokens.size()
          && (tokens.get(end).tag().startsWith("NNP")
              || end > start && tokens.get(end).text().equals("of"))) {
        end++;
      }
      body(start, end - 1);
    }

    private void owner(int end) {
      int i = end;
      while (i >= 0 && FORMER.contains(Folding.plain(tokens.get(i).text()))) {
        i--;
      }
      if (i >= 0 && tokens.get(i).tag().equals("POS")) {
        i--;
      }
      int start = i;
      while (start >= 0
          && (tokens.get(start).tag().startsWith("NNP") || isPeople(start))
          && i - start < 5) {
        start--;
      }
      body(start + 1, i);
    }

    private boolean isPeople(int i) {
      return Countries.all().ofPeople(tokens.get(i).text()).isPresent();
    }

    private void body(int start, int end) {
      if (start > end) {
        return;
      }
      StringBuilder words = new StringBuilder();
      for (int i = start; i <= end; i++) {
        words.append(i == start ? "" : " ").append(tokens.get(i).text());
      }
      String name = words.toString();
      Optional<Country> found =
          Countries.all().named(name).or(() -> Countries.all().ofPeople(name));
      if (found.isPresent()) {
        if (country.isEmpty()) {
          country = found;
        }
      } else if (isCapital(tokens.get(start))) {
        affiliations.add(Folding.plain(name));
      }
    }

    private void take(Roles.Role role) {
      gender = gender.or(role.gender());
      if (role.kind() == Roles.Kind.PERSON) {
        roles.add(role.name());
      }
    }

    private boolean isMark(int i, String mark) {
      return i >= 0 && i < tokens.size() && tokens.get(i).text().equals(mark);
    }

    private static boolean isCapital(Token token) {
      return Character.isUpperCase(token.text().codePointAt(0));
    }
  }
}
