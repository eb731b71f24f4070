package org.polylogue.corpus.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;

class PressFormatTest {

  private static final String ACADEMIC =
      """


                                     1 of 2 DOCUMENTS


                                    The Quay Gazette

                                  May 3, 2024 Friday
                                  Late Edition - Final

      Council Closes the Lower Slip for the
      Winter

      BYLINE: By INGA VARN and BO HOLM

      SECTION: Section A; Column 1; Metropolitan
       Desk; Pg. 4

      LENGTH: 812 words

      DATELINE: OSTERBY

      The council voted on Thursday to close the lower slip for the winter after an
      engineer had found that its chains were worn through in four places.

      "We asked for new chains in March," said the mayor, Ruth Vale.

      LOAD-DATE: May 3, 2024

      LANGUAGE: ENGLISH

      PUBLICATION-TYPE: Newspaper

                       Copyright 2024 The Quay Gazette Company
                                 All Rights Reserved

                                     2 of 2 DOCUMENTS


                              The Northern Star (Hillport)

                                       June 1, 2024

      Boats Return

      LENGTH: 120 words

      The boats are back in the harbour.


      LOAD-DATE: June 2, 2024

                      Copyright 2024 Northern Star Newspapers Ltd
      """;

  private static final String UNI =
      """
      Council closes the lower slip

      The Quay Gazette (Osterby)
      May 3, 2024 Friday 10:14 AM GMT

      Copyright 2024 Quay Newspapers Limited All Rights Reserved

      Section: NEWS; Version:1
      Length: 812 words
      Byline: Inga Varn
      Highlight: Chains are worn through
      Body

      The council voted to close the slip.
      "We asked for new chains," said the mayor.

      A boat was lost.

      Classification

      Language: ENGLISH

      Publication-Type: Newspaper

      Load-Date: May 3, 2024

      End of Document
      Boats return
      The Northern Star
      June 1, 2024 Saturday

      Copyright 2024 Northern Star
      Length: 120 words

      Body

      The boats are back.

      Load-Date: June 2, 2024

      End of Document
      """;

  private static final String CODED =
      """
      SE\tNews
      HD\tCouncil closes the lower slip
      BY\tBy Inga Varn
      WC\t812 words
      PD\t3 May 2024
      SN\tThe Quay Gazette
      SC\tQUAYG
      LA\tEnglish
      CY\tCopyright 2024. Quay Newspapers.

      LP
      The council voted to close the slip.

      TD
      "We asked for new chains," said the mayor.

      IN THE END nobody came.

      CO\tquay : Quay Ltd
      AN
      Document QUAYG00020240503ek530001a

      HD\tBoats return
      WC\t120 words
      PD\t1 June 2024
      SN\tThe Northern Star
      LP
      The boats are back.
      TD
      They look new.
      AN
      Document NSTAR00020240601ek610001b
      """;

  private static final String SHOWN =
      """
      News
      Council closes the lower slip
      By Inga Varn
      812 words
      3 May 2024
      10:14
      The Quay Gazette
      QUAYG
      4
      English
      © 2024 Quay Newspapers.

      The council voted to close the slip.

      "We asked for new chains," said the mayor.

      Document QUAYG00020240503ek530001a

      Boats return
      1,120 words
      1 June 2024
      The Northern Star
      NSTAR
      English
      © 2024 Northern Star.

      The boats are back.

      Document NSTAR00020240601ek610001b
      """;

  @TempDir Path folder;

  private List<Article> read(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    try (Stream<ReadOutcome> read = CorpusReader.standard().read(file)) {
      List<ReadOutcome> outcomes = read.toList();
      assertThat(outcomes)
          .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(ReadOutcome.Read.class));
      return outcomes.stream()
          .map(outcome -> ((ReadOutcome.Read) outcome).conversation().article())
          .toList();
    }
  }

  private List<Article> read(String text) throws IOException {
    return read("download.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertSlip(Article article, String title) {
    assertThat(article.title()).isEqualTo(title);
    assertThat(article.publication().date().orElseThrow().toString()).startsWith("2024-05-03");
    assertThat(article.publication().outlet().orElseThrow()).startsWith("The Quay Gazette");
    assertThat(article.publication().author().orElseThrow()).containsIgnoringCase("Inga Varn");
    assertThat(article.publication().attributes()).containsEntry("length", "812 words");
    assertThat(article.text()).doesNotContainIgnoringCase("copyright", "load-date", "document");
  }

  @Test
  void aDownloadOfLexisNexisAcademicIsCutAtItsNumbers() throws IOException {
    List<Article> read = read(ACADEMIC);
    assertThat(read).hasSize(2);
    assertSlip(read.get(0), "Council Closes the Lower Slip for the Winter");
    assertThat(read.get(0).text())
        .isEqualTo(
            "The council voted on Thursday to close the lower slip for the winter after an engineer"
                + " had found that its chains were worn through in four places.\n\n"
                + "\"We asked for new chains in March,\" said the mayor, Ruth Vale.");
    assertThat(read.get(0).publication().section())
        .contains("Section A; Column 1; Metropolitan Desk; Pg. 4");
    assertThat(read.get(0).publication().attributes())
        .containsEntry("dateline", "OSTERBY")
        .containsEntry("language", "ENGLISH");
    assertThat(read.get(1).title()).isEqualTo("Boats Return");
    assertThat(read.get(1).publication().outlet()).contains("The Northern Star (Hillport)");
    assertThat(read.get(1).text()).isEqualTo("The boats are back in the harbour.");
  }

  @Test
  void aDownloadOfNexisUniIsCutAtItsEnds() throws IOException {
    List<Article> read = read(UNI);
    assertThat(read).hasSize(2);
    assertSlip(read.get(0), "Council closes the lower slip");
    assertThat(read.get(0).text())
        .isEqualTo(
            "The council voted to close the slip.\n\n"
                + "\"We asked for new chains,\" said the mayor.\n\nA boat was lost.");
    assertThat(read.get(1).title()).isEqualTo("Boats return");
    assertThat(read.get(1).publication().outlet()).contains("The Northern Star");
  }

  @Test
  void aDownloadOfFactivaIsReadByItsCodesOrAsItIsShown() throws IOException {
    for (String download : List.of(CODED, SHOWN)) {
      List<Article> read = read(download);
      assertThat(read).hasSize(2);
      assertSlip(read.get(0), "Council closes the lower slip");
      assertThat(read.get(0).text())
          .startsWith(
              "The council voted to close the slip.\n\n"
                  + "\"We asked for new chains,\" said the mayor.");
      assertThat(read.get(0).publication().section()).contains("News");
      assertThat(read.get(0).publication().attributes())
          .containsEntry("number", "QUAYG00020240503ek530001a");
      assertThat(read.get(1).title()).isEqualTo("Boats return");
      assertThat(read.get(1).publication().outlet()).contains("The Northern Star");
      assertThat(read.get(1).text()).startsWith("The boats are back.");
    }
    assertThat(read(CODED).get(0).text()).endsWith("IN THE END nobody came.");
  }

  @Test
  void richTextAndWordDocumentsAreReadAsTheTextInThem() throws IOException {
    String rtf =
        "{\\r"
            + "tf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}{\\info{\\title"
            + " No}}\n"
            + "\\uc1 "
            + UNI.replace("\"We asked", "\\ldblquote We asked")
                .replace("chains,\"", "chains,\\'94")
                .replace("A boat", "\\u197?\\~boat {\\b in bold}")
                .replace("\n", "\\par\n")
            + "}";
    List<Article> rich = read("a.rtf", rtf.getBytes(StandardCharsets.US_ASCII));
    assertThat(rich).hasSize(2);
    assertSlip(rich.get(0), "Council closes the lower slip");
    assertThat(rich.get(0).text())
        .contains("“We asked for new chains,” said")
        .contains("Å boat in bold was lost.");

    StringBuilder xml = new StringBuilder("<w:document xmlns:w=\"w\"><w:body>");
    UNI.lines()
        .forEach(
            line ->
                xml.append("<w:p><w:pPr><w:b/></w:pPr><w:r><w:t>")
                    .append(line)
                    .append("</w:t></w:r></w:p>"));
    List<Article> word = read("a.docx", word(xml + "</w:body></w:document>"));
    assertThat(word).hasSize(2);
    assertThat(word.get(0).text()).isEqualTo(read(UNI).get(0).text());
  }

  private static byte[] word(String xml) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("[Content_Types].xml", "word/document.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((name.startsWith("w") ? xml : "<Types/>").getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void otherDocumentsAndProseAreNoDownloads() throws IOException {
    for (byte[] content :
        List.of(
            "{\\rtf1\\ansi The council met on Monday and voted.}".getBytes(StandardCharsets.UTF_8),
            "{\\rtf1{{{\\u-4 \\bin999999999 \\'".getBytes(StandardCharsets.UTF_8),
            word("<w:document><w:p><w:t>We met.</w:t></w:p></w:document>"),
            word("<w:document>"))) {
      Path file = folder.resolve("other.doc");
      Files.write(file, content);
      try (Stream<ReadOutcome> read = CorpusReader.standard().read(file)) {
        assertThat(read.toList())
            .singleElement()
            .isInstanceOfSatisfying(
                ReadOutcome.Failed.class, failed -> assertThat(failed.reason()).isNotBlank());
      }
    }
    List<Article> prose =
        read(
            "Boats return\n\nBy Inga Varn\n\nThe speech had 120 words.\n\nLength: it was long, she"
                + " said on May 3, 2024.\n");
    assertThat(prose).hasSize(1);
    assertThat(prose.get(0).title()).isEqualTo("Boats return");
  }
}
