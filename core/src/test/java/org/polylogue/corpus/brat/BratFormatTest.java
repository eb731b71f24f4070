package org.polylogue.corpus.brat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayerLink;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredOutcome;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.exchange.Layers;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.text.CodePointIndex;

class BratFormatTest {

  private static final ReadLimits LIMITS = ReadLimits.DEFAULT;

  @TempDir Path folder;

  @Test
  void aFolderWrittenHereComesBackEqual() throws IOException {
    List<LayeredText> written = new ArrayList<>();
    for (int seed = 0; seed < 300; seed++) {
      written.add(Layers.random(seed));
      BratFormat.write(folder, written.get(seed), List.of());
    }
    written.sort(Comparator.comparing(LayeredText::id));
    List<LayeredText> read = new ArrayList<>();
    for (LayeredOutcome outcome : read(folder)) {
      assertThat(outcome).isInstanceOf(LayeredOutcome.Read.class);
      assertThat(((LayeredOutcome.Read) outcome).notices()).isEmpty();
      read.add(((LayeredOutcome.Read) outcome).document());
    }
    read.sort(Comparator.comparing(LayeredText::id));
    assertThat(read).isEqualTo(written);
  }

  @Test
  void polnearIsReadWithEveryDiscontinuousSpan() throws IOException {
    Path gold =
        Path.of(System.getProperty("polylogue.root", ".."))
            .resolveSibling("shared/gold/polnear/dev");
    assumeTrue(Files.isDirectory(gold), "no PolNeAR beside the repository: " + gold);
    int documents = 0;
    for (LayeredOutcome outcome : read(gold)) {
      assertThat(outcome).isInstanceOf(LayeredOutcome.Read.class);
      LayeredText read = ((LayeredOutcome.Read) outcome).document();
      Path file = Path.of(outcome.place().source());
      CodePointIndex index = CodePointIndex.of(read.text());
      List<String> expected = new ArrayList<>();
      int events = 0;
      for (String line : Files.readAllLines(file)) {
        String[] columns = line.split("\t");
        String[] head = columns[1].split(" ", 2);
        if (line.startsWith("T") && !head[0].startsWith("Attribution")) {
          expected.add(
              head[0]
                  + " "
                  + Stream.of(head[1].split(";"))
                      .sorted(Comparator.comparingInt(s -> Integer.parseInt(s.split(" ")[0])))
                      .collect(Collectors.joining(";")));
        }
        events += line.startsWith("E") && line.contains("Content") ? 1 : 0;
      }
      List<String> found = new ArrayList<>();
      for (LayerSpan one : read.annotations()) {
        found.add(
            one.layer()
                + " "
                + one.spans().stream()
                    .map(index::toCodePoints)
                    .map(span -> span.start() + " " + span.end())
                    .collect(Collectors.joining(";")));
      }
      assertThat(found)
          .filteredOn(line -> !line.startsWith("Attribution"))
          .as(file.toString())
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(read.layer(LayerLink.CONTENT)).hasSizeGreaterThanOrEqualTo(events);
      documents++;
    }
    assertThat(documents).isEqualTo(84);
  }

  @ParameterizedTest
  @CsvSource({
    "'T1\tCue 0 3\tfoo', quotes",
    "'T1\tCue 0 99\tThe', none in a text of 20 characters",
    "'T1\tCue 3 0\tThe', none in a text",
    "'T1\tCue 0 x\tThe', no number",
    "'T1\tCue\tThe', no offsets",
    "'T1\tCue 0 3;2 5\tThe e m', overlap",
    "'T1 Cue 0 3 The', no tab",
    "'E1\tAttribution:T9', which no line declares",
    "'E1\tAttribution', Role:Id",
    "'R1\tInside Arg1:T1', no relation",
    "'A1\tkind', no attribute",
    "'X1\tkind T1', none of",
  })
  void aDamagedLineIsAFailureThatNamesItAndTheCause(String line, String cause) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "The mayor said so. \n");
    Files.writeString(folder.resolve("a.ann"), "T7\tCue 0 3\tThe\n" + line + "\n");
    Files.writeString(folder.resolve("b.txt"), "Fine.");
    Files.writeString(folder.resolve("b.ann"), "");
    List<LayeredOutcome> outcomes = read(folder);
    LayeredOutcome.Failed failed = (LayeredOutcome.Failed) outcomes.get(0);
    assertThat(failed.reason()).contains(cause);
    assertThat(failed.place().toString()).endsWith("a.ann:2");
    assertThat(outcomes.get(1)).isInstanceOf(LayeredOutcome.Read.class);
  }

  @Test
  void aRepeatedIdIsAFailure() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "The mayor said so.");
    Files.writeString(folder.resolve("a.ann"), "T1\tCue 0 3\tThe\nT1\tCue 0 3\tThe\n");
    assertThat(((LayeredOutcome.Failed) read(folder).get(0)).reason()).contains("T1 again");
  }

  @Test
  void eventsThatHangOnEachOtherInACircleAreRead() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "The mayor said so.");
    Files.writeString(
        folder.resolve("a.ann"),
        "T1\tThing 0 3\tThe\nT2\tThing 4 9\tmayor\nE1\tThing:T1 Part:E2\nE2\tThing:T2 Part:E1\n");
    LayeredText read = ((LayeredOutcome.Read) read(folder).get(0)).document();
    assertThat(read.links()).hasSize(2);
  }

  @Test
  void aTextInAnotherEncodingIsAFailureWithTheByte() throws IOException {
    Files.write(
        folder.resolve("a.txt"), "Das Rathaus für alle".getBytes(Charset.forName("windows-1252")));
    Files.writeString(folder.resolve("a.ann"), "");
    LayeredOutcome.Failed failed = (LayeredOutcome.Failed) read(folder).get(0);
    assertThat(failed.reason()).contains("0xFC").contains("UTF-8");
    assertThat(failed.place().toString()).contains("a.txt");
  }

  @Test
  void aByteOrderMarkIsTheFirstCharacterOfATextAsBratCountsIt() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "\uFEFFHe came.\n");
    Files.writeString(folder.resolve("a.ann"), "T1\tPerson 1 3\tHe\n");
    LayeredText read = ((LayeredOutcome.Read) read(folder).get(0)).document();
    assertThat(read.text()).startsWith("\uFEFFHe");
    BratFormat.write(folder, read, List.of());
    assertThat(read(folder)).extracting("document").containsExactly(read);
  }

  @Test
  void aFolderIsRecognisedAndGivesItsTextsAsArticles() throws IOException {
    BratFormat.write(folder, Layers.random(3), List.of());
    BratFormat.writeConfiguration(
        folder,
        List.of(
            new AnnotationType(
                "Question", Map.of("form", List.of("TAG", "OPEN")), Map.of("Asks", "Topic"))));
    BratFormat format = new BratFormat();
    assertThat(format.accepts(CorpusSource.of(folder))).isTrue();
    try (Stream<?> read = format.read(CorpusSource.of(folder))) {
      assertThat(read).hasSize(1);
    }
    assertThat(folder.resolve("annotation.conf")).content().contains("Content+:Content");
    assertThat(folder.resolve("annotation.conf"))
        .content()
        .contains(
            "Question\n", "Asks\tArg1:Question, Arg2:Topic", "form\tArg:Question, Value:TAG|OPEN");
  }

  private static List<LayeredOutcome> read(Path folder) {
    try (Stream<LayeredOutcome> outcomes = new BratFormat().documents(folder, LIMITS)) {
      return outcomes.toList();
    }
  }
}
