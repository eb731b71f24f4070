package org.polylogue.corpus.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.corpus.CorpusReader;

class EncodingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "gb2312, GBK, 镕",
    "GB_2312-80, GBK, 镕",
    "shift_jis, windows-31j, ①",
    "x-sjis, windows-31j, ①",
    "euc-kr, x-windows-949, 똠",
    "ks_c_5601-1987, x-windows-949, 똠",
    "big5, Big5-HKSCS, 嘅",
    "iso-8859-1, windows-1252, ’",
    "latin1, windows-1252, ’",
    "us-ascii, windows-1252, ’",
    "iso-8859-9, windows-1254, €",
    "tis-620, x-windows-874, €",
    "utf-16, UTF-8, é",
    "unicode, UTF-8, é",
    "cp1251, windows-1251, ж"
  })
  void aLabelMeansWhatBrowsersReadIt(String label, String written, String letter)
      throws IOException {
    byte[] bytes = letter.getBytes(Charset.forName(written));
    assertThat(new String(bytes, Encoding.ofWebLabel(label).orElseThrow())).isEqualTo(letter);

    String page =
        "<html><head><meta charset=\"%s\"></head><body><p>%s %s</p></body></html>"
            .formatted(
                label, letter, "The council met on Monday and voted to close it. ".repeat(5));
    List<ReadOutcome> outcomes = read("page.html", page.getBytes(Charset.forName(written)));
    assertThat(((ReadOutcome.Read) outcomes.get(0)).conversation().article().text())
        .startsWith(letter + " The council");
  }

  @ParameterizedTest
  @CsvSource({"windows-1252", "utf-16", "UTF-32LE", "koi8-r"})
  void xmlIsReadInTheEncodingThatItDeclaresOrMarks(String label) throws IOException {
    String mark = label.startsWith("UTF-32") ? "\uFEFF" : "";
    String xml =
        mark
            + "<?xml version=\"1.0\" encoding=\"%s\"?><rss><channel><item><title>Quay</title>"
                .formatted(label)
            + "<description>It is %s.</description></item></channel></rss>";
    String text = label.equals("koi8-r") ? "мокро" : "gemäß";
    List<ReadOutcome> outcomes =
        read("feed.xml", xml.formatted(text).getBytes(Charset.forName(label)));
    assertThat(((ReadOutcome.Read) outcomes.get(0)).conversation().article().text())
        .isEqualTo("It is " + text + ".");
  }

  @Test
  void utf32IsKnownByItsMarkAndNotTakenForUtf16() throws IOException {
    String page = "\uFEFFThe quay\n\nThe quay was painted again.\n";
    for (String name : List.of("UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE", "UTF-8")) {
      List<ReadOutcome> outcomes =
          read(
              name.toLowerCase(java.util.Locale.ROOT) + ".txt",
              page.getBytes(Charset.forName(name)));
      assertThat(((ReadOutcome.Read) outcomes.get(0)).conversation().article().text())
          .as(name)
          .isEqualTo("The quay was painted again.");
    }
  }

  private List<ReadOutcome> read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(file)) {
      return outcomes.toList();
    }
  }
}
