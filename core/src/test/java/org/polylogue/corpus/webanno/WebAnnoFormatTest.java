package org.polylogue.corpus.webanno;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.corpus.exchange.FileNames;
import org.polylogue.corpus.exchange.LayerLink;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.corpus.exchange.LayeredOutcome;
import org.polylogue.corpus.exchange.LayeredText;
import org.polylogue.corpus.exchange.Layers;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.text.Span;

class WebAnnoFormatTest {

  private static final String HEAD = "#FORMAT=WebAnno TSV 3.3\n";

  @TempDir Path folder;

  @Test
  void aFileWrittenHereComesBackEqual() throws IOException {
    for (int seed = 0; seed < 500; seed++) {
      LayeredText written = Layers.random(seed);
      WebAnnoFormat.write(folder, written);
      CorpusSource source = CorpusSource.of(folder.resolve(FileNames.of(written.id()) + ".tsv"));
      LayeredOutcome outcome = WebAnnoFormat.document(source);
      assertThat(outcome).as("seed " + seed).isInstanceOf(LayeredOutcome.Read.class);
      assertThat(((LayeredOutcome.Read) outcome).notices()).isEmpty();
      assertThat(((LayeredOutcome.Read) outcome).document()).isEqualTo(written);
    }
  }

  @Test
  void theFileIsAsTheFormatSays() {
    LayeredText document =
        new LayeredText(
            "d",
            "He left.\n“Why?” she said.",
            List.of(
                LayerSpan.of("Content", new Span(9, 15), Map.of("kind", "DIRECT")),
                LayerSpan.of("Cue", new Span(20, 24), Map.of())),
            List.of(new LayerLink("Cue", 0, 1)));
    assertThat(WebAnnoFormat.toFile(document))
        .isEqualTo(
            HEAD
                + "#T_SP=webanno.custom.Content|group|kind|to_Cue\n"
                + "#T_SP=webanno.custom.Cue|group\n\n\n"
                + "#Text=He left.\n"
                + "1-1\t0-2\tHe\t_\t_\t_\t_\t\n"
                + "1-2\t3-7\tleft\t_\t_\t_\t_\t\n"
                + "1-3\t7-8\t.\t_\t_\t_\t_\t\n\n"
                + "#Text=“Why?” she said.\n"
                + "2-1\t9-10\t“\t1[1]\tDIRECT[1]\t2[1]\t_\t\n"
                + "2-2\t10-13\tWhy\t1[1]\tDIRECT[1]\t2[1]\t_\t\n"
                + "2-3\t13-14\t?\t1[1]\tDIRECT[1]\t2[1]\t_\t\n"
                + "2-4\t14-15\t”\t1[1]\tDIRECT[1]\t2[1]\t_\t\n"
                + "2-5\t16-19\tshe\t_\t_\t_\t_\t\n"
                + "2-6\t20-24\tsaid\t_\t_\t_\t2\t\n"
                + "2-7\t24-25\t.\t_\t_\t_\t_\t\n");
  }

  @Test
  void filesOfOtherProjectsAreReadAndWhatIsLeftAsideIsSaid() throws IOException {
    LayeredOutcome.Read read =
        (LayeredOutcome.Read)
            read(
                "#FORMAT=WebAnno TSV 3.2\n"
                    + "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n"
                    + "#T_RL=webanno.custom.Rel|kind|BT_webanno.custom.X\n\n\n"
                    + "#Text=Mara Lindqvist left\n"
                    + "1-1\t0-4\tMara\t*[1]\tPER[1]\t_\t_\t\n"
                    + "1-2\t5-14\tLindqvist\t*[1]\tPER[1]|X[2]\t_\t_\t\n"
                    + "1-2.1\t5-9\tLind\t*\tpart\t_\t_\t\n"
                    + "1-3\t15-19\tleft\t_\t_\t_\t_\t\n");
    assertThat(read.document().layer("NamedEntity"))
        .extracting(one -> one.extent() + one.features().toString())
        .containsExactlyInAnyOrder("0-14{value=PER}", "5-14{value=X}", "5-9{value=part}");
    assertThat(read.notices()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'1-1\t0-2\tSo\t1\n', leave its sentence",
    "'1-1\t0-1\tX\t1\n', but its sentence says",
    "'1-1\t0-1\tH\n', cells of annotations",
    "'1-1\t1-1\tH\t_\n', no span of a text",
    "'1-1\t0\tH\t_\n', is no token",
    "'nonsense\n', neither a header",
    "'', is the file cut?",
  })
  void aDamagedLineIsAFailureThatNamesItAndTheCause(String rows, String cause) throws IOException {
    LayeredOutcome.Failed failed =
        (LayeredOutcome.Failed) read(HEAD + "#T_SP=webanno.custom.Cue|group\n\n#Text=H\n" + rows);
    assertThat(failed.reason()).contains(cause);
    assertThat(failed.place().line().orElseThrow()).isBetween(4L, 5L);
  }

  @Test
  void anotherEncodingIsAFailure() throws IOException {
    Path file = folder.resolve("w.tsv");
    Files.write(file, (HEAD + "#Text=für\n").getBytes(Charset.forName("windows-1252")));
    LayeredOutcome.Failed failed =
        (LayeredOutcome.Failed) WebAnnoFormat.document(CorpusSource.of(file));
    assertThat(failed.reason()).contains("0xFC");
  }

  private LayeredOutcome read(String content) throws IOException {
    Path file = folder.resolve("d.tsv");
    Files.writeString(file, content);
    assertThat(new WebAnnoFormat().accepts(CorpusSource.of(file))).isTrue();
    return WebAnnoFormat.document(CorpusSource.of(file));
  }
}
