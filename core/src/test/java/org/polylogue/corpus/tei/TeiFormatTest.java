package org.polylogue.corpus.tei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Block;

class TeiFormatTest {

  private static final String HEADER =
      """
      <teiHeader><fileDesc><titleStmt><title type="main">The lower slip</title><author>Ida Holm</author></titleStmt>
      <sourceDesc><bibl><title level="j">Quay Post</title><date when="1911-03-04"/></bibl></sourceDesc></fileDesc></teiHeader>
      """;

  @TempDir Path folder;

  private List<ReadOutcome> outcomes(String xml) throws IOException {
    Path file = Files.writeString(folder.resolve("paper.xml"), xml);
    try (Stream<ReadOutcome> read = CorpusReader.standard().read(file)) {
      return read.toList();
    }
  }

  private ReadOutcome.Read one(String body) throws IOException {
    List<ReadOutcome> outcomes =
        outcomes(
            "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\">"
                + HEADER
                + "<text><body>"
                + body
                + "</body></text></TEI>");
    assertThat(outcomes).hasSize(1);
    return (ReadOutcome.Read) outcomes.get(0);
  }

  @Test
  void theHeaderGivesTheFactsOfPublication() throws IOException {
    Article article = one("<p>We met.</p>").conversation().article();
    assertThat(article.id()).isEqualTo("paper");
    assertThat(article.title()).isEqualTo("The lower slip");
    assertThat(article.publication().author()).contains("Ida Holm");
    assertThat(article.publication().outlet()).contains("Quay Post");
    assertThat(article.publication().date().orElseThrow()).hasToString("1911-03-04");
  }

  @Test
  void paragraphsHeadingsQuotationsAndVerseAreBlocks() throws IOException {
    Article article =
        one("""
        <div><head>Chains</head><p>They had <hi>worn</hi> <name>Bo</name> out.</p>
        <quote><p>All is well.</p></quote><lg><l>One line</l><l>and another</l></lg>
        <list><item>first</item><item>second</item></list></div>\
        """)
            .conversation()
            .article();
    assertThat(article.text())
        .isEqualTo(
            "Chains\nThey had worn Bo out.\nAll is well.\nOne line\nand another\nfirst\nsecond");
    assertThat(article.blocks())
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.HEADING,
            Block.Kind.PARAGRAPH,
            Block.Kind.QUOTATION,
            Block.Kind.PARAGRAPH,
            Block.Kind.PARAGRAPH,
            Block.Kind.PARAGRAPH);
  }

  @Test
  void utterancesRegularReadingsTokensAndBrokenLinesAreRead() throws IOException {
    assertThat(one("<u who=\"#b\">We asked.</u><u>No.</u>").conversation().article().text())
        .isEqualTo("We asked.\nNo.");
    assertThat(
            one("<p>the <choice><orig>ye</orig><reg>the</reg></choice>"
                    + " <choice><abbr>Mr</abbr><expan>Mister</expan></choice><del>x</del> end</p>")
                .conversation()
                .article()
                .text())
        .isEqualTo("the the Mister end");
    assertThat(
            one("<p><s><w>We</w><w>met</w><pc>.</pc></s><w>Then</w></p>")
                .conversation()
                .article()
                .text())
        .isEqualTo("We met. Then");
    assertThat(one("<p>har<lb break=\"no\"/>bour<lb/>town</p>").conversation().article().text())
        .isEqualTo("harbour town");
  }

  @Test
  void notesAreLeftAsideAndMarksPutAroundQuotedWordsWithoutThem() throws IOException {
    ReadOutcome.Read read =
        one("<p>He said <q>no</q> and <said>“yes”</said>.<note>Not so.</note></p>");
    assertThat(read.conversation().article().text()).isEqualTo("He said “no” and “yes”.");
    assertThat(read.notices().toString())
        .contains("Not so.")
        .contains("1 quotations are elements without marks");
  }

  @Test
  void aCorpusGivesEachTextAndADamagedOneIsAFailure() throws IOException {
    String text = "<TEI>" + HEADER + "<text><body><p>We met.</p></body></text></TEI>";
    List<ReadOutcome> outcomes =
        outcomes(
            "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">"
                + HEADER
                + text.replace("<TEI>", "<TEI xml:id=\"a\">")
                + "<TEI><standOff/></TEI>"
                + text
                + "<TEI><text><p>cut");
    assertThat(outcomes).hasSize(4);
    assertThat(((ReadOutcome.Read) outcomes.get(0)).conversation().article().id()).isEqualTo("a");
    assertThat(((ReadOutcome.Failed) outcomes.get(1)).reason()).contains("no element text");
    assertThat(((ReadOutcome.Read) outcomes.get(2)).conversation().article().id())
        .isEqualTo("paper#3");
    assertThat(((ReadOutcome.Failed) outcomes.get(3)).reason()).contains("no well-formed XML");
  }
}
