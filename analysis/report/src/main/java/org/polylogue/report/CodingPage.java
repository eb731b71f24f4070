package org.polylogue.report;

import java.io.IOException;
import java.io.Writer;
import org.polylogue.report.internal.CodingHtml;
import org.polylogue.validation.coding.CodingBook;
import org.polylogue.validation.coding.CodingSample;

/**
 * Pages for coders, each one self-contained HTML file that loads and sends nothing: the coding page
 * shows each row in its context, takes codes by keys, keeps them in the browser and saves them as a
 * table that {@link org.polylogue.validation.coding.CodedSample} reads; the codebook page is to be
 * read and printed. Texts are escaped and a content-security-policy allows the page's own script
 * and style alone.
 */
public final class CodingPage {

  private CodingPage() {}

  /**
   * Writes the coding page.
   *
   * @param sample what is to be coded
   * @param book the codes
   * @param shown true to show what the machine answered
   * @param out takes the page, is not closed
   * @throws IOException if it cannot
   */
  public static void write(CodingSample sample, CodingBook book, boolean shown, Writer out)
      throws IOException {
    out.write(CodingHtml.page(sample, book, shown));
  }

  /**
   * Writes the codebook page.
   *
   * @param book the codes
   * @param out takes the page, is not closed
   * @throws IOException if it cannot
   */
  public static void writeBook(CodingBook book, Writer out) throws IOException {
    out.write(CodingHtml.book(book));
  }
}
