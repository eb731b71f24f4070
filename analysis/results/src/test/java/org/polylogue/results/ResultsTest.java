package org.polylogue.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.Discourse;

class ResultsTest {

  @TempDir Path temp;
  private final Results results = new Results();
  private final Discourse discourse = Findings.everyKind();
  private final String line = new DiscourseJson().write(discourse);

  @BeforeEach
  void aFolderOfResults() throws IOException {
    Files.writeString(temp.resolve("discourse.jsonl"), line + "\n\n" + line + "\n");
    Files.writeString(temp.resolve("articles.csv"), "article_id\n");
  }

  @Test
  void aFolderAndItsFileGiveWhatWasFound() {
    for (Path input : List.of(temp, temp.resolve("discourse.jsonl"))) {
      assertThat(results.are(input)).isTrue();
      try (Stream<Discourse> read = results.read(input)) {
        assertThat(read).containsExactly(discourse, discourse);
      }
    }
  }

  @Test
  void otherFilesAreNoResults() {
    assertThat(results.are(temp.resolve("articles.csv"))).isFalse();
  }

  @Test
  void asACorpusAFolderOfResultsIsItsConversations() {
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(results));
    try (Stream<ReadOutcome> read = reader.read(temp)) {
      List<ReadOutcome> outcomes = read.toList();
      assertThat(outcomes).hasSize(2);
      assertThat(((ReadOutcome.Read) outcomes.get(0)).conversation())
          .isEqualTo(discourse.conversation());
      assertThat(((ReadOutcome.Failed) outcomes.get(1)).reason()).contains("used before");
    }
  }

  @Test
  void aDamagedLineNamesItsPlaceAndSparesTheOthers() throws IOException {
    Files.writeString(temp.resolve("discourse.jsonl"), line.substring(0, 100) + "\n" + line + "\n");
    try (Stream<Discourse> read = results.read(temp)) {
      assertThatThrownBy(read::toList)
          .isInstanceOf(CorpusException.class)
          .hasMessageContaining("no line of results");
    }
    CorpusReader reader = CorpusReader.standard().withFormats(List.of(results));
    try (Stream<ReadOutcome> read = reader.read(temp)) {
      List<ReadOutcome> outcomes = read.toList();
      assertThat(outcomes.get(0)).isInstanceOf(ReadOutcome.Failed.class);
      assertThat(outcomes.get(0).place().line()).hasValue(1);
      assertThat(outcomes.get(1)).isInstanceOf(ReadOutcome.Read.class);
    }
  }
}
