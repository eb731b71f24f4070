package org.polylogue.discourse.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValenceLexiconTest {

  private static final ValenceLexicon SHIPPED = ValenceLexicon.shipped();

  private static ValenceLexicon lexicon(String table) throws IOException {
    return ValenceLexicon.read("own.tsv", new StringReader(table));
  }

  private static List<String> entries(ValenceLexicon lexicon, String text) {
    return lexicon.matches(Plain.sentence(text)).stream().map(ValenceLexicon.Match::entry).toList();
  }

  @Test
  void theShippedTableIsSortedLowerCasedAndWithoutDoubles() throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ValenceLexicon.class.getResourceAsStream("valence.tsv"), StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("# ")).forEach(lines::add);
    }
    Set<String> keys = new HashSet<>();
    for (String line : lines) {
      String[] cells = line.split("\t");
      assertThat(cells[0]).isEqualTo(cells[0].toLowerCase(Locale.ROOT)).doesNotContain("_ ");
      assertThat(cells[1]).as(line).matches("-?[01]\\.\\d\\d");
      assertThat(Double.parseDouble(cells[1])).as(line).isNotZero().isBetween(-1.0, 1.0);
      assertThat(keys.add(cells[0] + (cells.length > 2 ? cells[2] : ""))).as(line).isTrue();
    }
    assertThat(SHIPPED.size()).isEqualTo(lines.size()).isGreaterThan(4000);
  }

  @ParameterizedTest
  @CsvSource({
    "murder, -1",
    "corrupt, -1",
    "heroic, 1",
    "praise, 1",
    "idiot, -1",
    "wassat, 1",
    "😡, -1",
    "❤, 1"
  })
  void knowsWordsOfNewsAndOfComments(String word, int sign) {
    assertThat(Math.signum(SHIPPED.valence(word).orElseThrow())).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource({"wondrously, 1", "bravely, 1", "clumsily, -1", "stubbornness, -1"})
  void knowsAdverbsAndNounsOfItsAdjectives(String word, int sign) {
    assertThat(Math.signum(SHIPPED.valence(word).orElseThrow())).isEqualTo(sign);
  }

  @Test
  void wordsWithoutToneAreUnknown() {
    assertThat(SHIPPED.valence("table")).isEmpty();
    assertThat(SHIPPED.valence("")).isEmpty();
  }

  @Test
  void takesTheLongestPhrase() throws IOException {
    ValenceLexicon own = lexicon("war\t-0.80\nwar hero\t0.70\n");
    assertThat(entries(own, "A war hero died in the war.")).containsExactly("war hero", "war");
  }

  @Test
  void findsHyphenatedAndContractedEntriesAsEnginesSplitThem() throws IOException {
    ValenceLexicon own = lexicon("self-serving\t-0.50\ncan't stand\t-0.60\n");
    assertThat(entries(own, "A self-serving man I ca n't stand"))
        .containsExactly("self-serving", "can't stand");
    assertThat(entries(own, "I can't stand it")).containsExactly("can't stand");
  }

  @Test
  void aWildcardStandsForAllWordsThatBeginSo() throws IOException {
    ValenceLexicon own = lexicon("corrupt*\t-0.70\nclimate hoax*\t-0.50\n");
    assertThat(entries(own, "Corruption corrupts, climate hoaxers rot."))
        .containsExactly("corrupt*", "corrupt*", "climate hoax*");
  }

  @Test
  void aPartOfSpeechKeepsOtherWordsOut() throws IOException {
    ValenceLexicon own = lexicon("like\t0.40\tv\n");
    assertThat(own.matches(Plain.parsed("like/IN/like/0/root"))).isEmpty();
    assertThat(own.matches(Plain.parsed("likes/VBZ/like/0/root"))).hasSize(1);
  }

  @Test
  void namesAreNotReadAsWords() throws IOException {
    ValenceLexicon own = lexicon("grave\t-0.50\n");
    assertThat(own.matches(Plain.parsed("Grave/NNP/grave/0/root"))).isEmpty();
  }

  @Test
  void aUsersEntryWinsOverTheShippedOne() throws IOException {
    ValenceLexicon both = SHIPPED.overriddenBy(lexicon("radical\t0.50\nzorgly\t-0.90\n"));
    assertThat(both.valence("radical")).hasValue(0.5);
    assertThat(both.valence("zorgly")).hasValue(-0.9);
    assertThat(both.valence("murder")).isEqualTo(SHIPPED.valence("murder"));
    assertThat(both.size()).isEqualTo(SHIPPED.size() + 1);
  }

  @Test
  void readsAFileWithAByteOrderMarkCommentsAndBlankLines(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.tsv");
    Files.writeString(file, "\uFEFF# mine\n\n#freedom\t0.50\n");
    assertThat(ValenceLexicon.read(file).valence("#FREEDOM")).hasValue(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good$high | line 1, column 6: valence is 'high'",
        "good | line 1, column 5: valence is ''",
        "good$1.5 | line 1, column 6: valence is '1.5'",
        "good$NaN | line 1, column 6: valence is 'NaN'",
        "good$0.5$adj | line 1, column 10: part of speech is 'adj'",
        "good$0.5$a$x | line 1, column 12: a line has at most",
        "a$0.1%good$0.5%good$0.4 | line 3, column 1: 'good' stands in line 2 already",
        "co*pt$0.5 | line 1, column 1: a * stands once",
        "a  b$0.5 | line 1, column 1: two spaces"
      })
  void mistakesAreNamedByLineAndColumn(String table, String message) {
    assertThatThrownBy(() -> lexicon(table.replace('$', '\t').replace('%', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own.tsv, " + message);
  }
}
