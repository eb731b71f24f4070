package org.polylogue.corpus.webanno;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.polylogue.corpus.spi.Notice;
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
      assertThat(((LayeredOutcome.Read) outcome).document()).isEqualTo(trimmed(written));
    }
  }

  /** INCEpTION knows no annotation that begins or ends with white space. */
  private static LayeredText trimmed(LayeredText text) {
    List<LayerSpan> annotations = new ArrayList<>();
    for (LayerSpan one : text.annotations()) {
      List<Span> spans = new ArrayList<>();
      for (Span span : one.spans()) {
        int start = span.start();
        int end = span.end();
        while (Character.isWhitespace(text.text().charAt(start))) {
          start++;
        }
        while (Character.isWhitespace(text.text().charAt(end - 1))) {
          end--;
        }
        spans.add(new Span(start, end));
      }
      annotations.add(new LayerSpan(one.layer(), spans, one.features()));
    }
    return new LayeredText(text.id(), text.text(), annotations, text.links());
  }

  @Test
  void noTokenIsWhiteSpaceBecauseAnAnnotationBeginsWithIt() {
    LayeredText document =
        new LayeredText(
            "d",
            "He left.\nWhy so?",
            List.of(LayerSpan.of("Stance", new Span(8, 12), Map.of())),
            List.of());
    assertThat(WebAnnoFormat.toFile(document)).contains("2-1\t9-12\tWhy\t1\t");
    assertThat(WebAnnoFormat.toFile(document).lines())
        .noneMatch(line -> line.matches("\\d+-\\d+\t\\d+-\\d+\t(\\\\n|\\s)\t.*"));
  }

  @Test
  void slotsWidthlessAnnotationsAndPartsOutOfOrderAreReadWithNotices() throws IOException {
    LayeredOutcome.Read read =
        (LayeredOutcome.Read)
            read(
                "#FORMAT=WebAnno TSV 3.3\n"
                    + "#T_SP=webanno.custom.Frame|kind|ROLE_webanno.custom.Frame:roles_webanno"
                    + ".custom.FrameRolesLink|webanno.custom.Frame\n\n\n"
                    + "#Text=Boats sail.\n"
                    + "1-1\t0-5\tBoats\tA\t_\t_\t\n"
                    + "1-1.1\t3-5\tts\tB\t_\t_\t\n"
                    + "1-1.2\t0-3\tBoa\tC\t_\t_\t\n"
                    + "1-1.3\t2-2\t\tD\t_\t_\t\n"
                    + "1-2\t6-10\tsail\t_\t_\t_\t\n");
    assertThat(read.document().annotations())
        .extracting(one -> one.features().get("kind"))
        .containsExactlyInAnyOrder("A", "B", "C");
    assertThat(read.notices())
        .extracting(Notice::reason)
        .containsExactly(
            "a slot feature was left aside", "an annotation without width was left aside");
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
