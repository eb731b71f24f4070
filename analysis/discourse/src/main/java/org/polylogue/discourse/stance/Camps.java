package org.polylogue.discourse.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.language.WordLists;

/**
 * General knowledge of who stands where in public controversies: words that mark a side's voice,
 * and persons, parties and aims that a side favours. Immutable once loaded.
 */
final class Camps {

  /**
   * One entry of the table.
   *
   * @param axis the controversy
   * @param position −1 or +1
   * @param voice whether the term marks the speaker's side; otherwise it names something the side
   *     favours
   */
  record Sign(String axis, double position, boolean voice) {}

  private final PhraseTable<List<Sign>> table = new PhraseTable<>();

  /**
   * Loads the table that comes with the library.
   *
   * @return the camps
   */
  static Camps shipped() {
    try (BufferedReader reader = new BufferedReader(WordLists.open(Camps.class, "camps.tsv"))) {
      Map<String, List<Sign>> signs = new TreeMap<>();
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        String[] columns = line.split("\t", -1);
        if (columns.length != 4) {
          throw new IOException(
              "camps.tsv, line " + number + ": 4 columns expected, found " + columns.length);
        }
        Sign sign =
            new Sign(columns[0], Double.parseDouble(columns[1]), columns[2].equals("voice"));
        for (String term : columns[3].split(",")) {
          signs.computeIfAbsent(term.strip(), t -> new ArrayList<>()).add(sign);
        }
      }
      Camps camps = new Camps();
      signs.forEach((term, found) -> camps.table.put(term, List.copyOf(found)));
      return camps;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A place in a text where the table has an entry.
   *
   * @param start index of the first word
   * @param length number of words
   * @param signs what the table says
   */
  record Place(int start, int length, List<Sign> signs) {}

  /**
   * Finds all entries in a text. A hashtag or handle is looked up as a whole first, then by its
   * parts.
   *
   * @param text a post
   * @return the places in order
   */
  public List<Place> places(PostWords text) {
    List<Place> places = new ArrayList<>();
    List<String> words = text.words();
    int i = 0;
    while (i < words.size()) {
      PostTokens.Token token = text.tokens().get(text.token()[i]);
      boolean tag =
          token.kind() == PostTokens.Kind.HASHTAG || token.kind() == PostTokens.Kind.HANDLE;
      if (tag && (i == 0 || text.token()[i - 1] != text.token()[i])) {
        List<Sign> whole = table.word(token.norm().substring(1));
        if (whole != null) {
          int end = i;
          while (end < words.size() && text.token()[end] == text.token()[i]) {
            end++;
          }
          places.add(new Place(i, end - i, whole));
          i = end;
          continue;
        }
      }
      PhraseTable.Match<List<Sign>> match = table.longest(words, i);
      if (match != null) {
        places.add(new Place(i, match.length(), match.value()));
        i += match.length();
      } else {
        i++;
      }
    }
    return places;
  }

  /**
   * Where a target itself stands: the mean position of the entries in its phrase, by axis.
   *
   * @param phrase the words of the target
   * @return positions −1…1 by axis; empty if the table does not know the target
   */
  public Map<String, Double> positions(PostWords phrase) {
    Map<String, Double> sums = new TreeMap<>();
    for (Place place : places(phrase)) {
      for (Sign sign : place.signs()) {
        sums.merge(sign.axis(), sign.position(), Double::sum);
      }
    }
    sums.replaceAll((axis, sum) -> Math.max(-1, Math.min(1, sum)));
    return sums;
  }
}
