package org.polylogue.corpus.html;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;

/**
 * The text of a cell or field that may hold HTML, as dumps of comments do: tags become paragraphs
 * and block quotations, entities become characters.
 *
 * @param text the text
 * @param blocks its paragraphs and block quotations
 */
public record MarkedText(String text, List<Block> blocks) {

  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|br|a|b|i|u|s|em|strong|blockquote|div|span|ul|ol|li|h[1-6]|code|pre|img|q|sup|sub)"
              + "(?:\\s[^<>]{0,2000})?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile("&(?:[a-zA-Z]{2,8}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});");

  /** Copies the list. */
  public MarkedText {
    blocks = List.copyOf(blocks);
  }

  /**
   * Reads a value as HTML if it has tags, with entities decoded if it has those, otherwise as it
   * is.
   *
   * @param value what a cell or field holds
   * @return its text
   */
  public static MarkedText of(String value) {
    if (!TAG.matcher(value).find()) {
      return asIs(plain(value));
    }
    boolean lines = value.indexOf('\n') >= 0 && !value.contains("<p");
    String html = lines ? value.replace("\n", "<br>") : value;
    StringBuilder text = new StringBuilder();
    List<Block> blocks =
        HtmlBlocks.join(HtmlBlocks.of(Jsoup.parse(html).body(), Set.of()), "\n", text);
    return new MarkedText(text.toString(), blocks);
  }

  /**
   * A text without markup.
   *
   * @param text the text
   * @return the text with a paragraph for each line
   */
  public static MarkedText asIs(String text) {
    return new MarkedText(text, Comment.of("x", text).blocks());
  }

  /**
   * Decodes entities.
   *
   * @param value what a cell or field holds
   * @return the characters
   */
  public static String plain(String value) {
    return ENTITY.matcher(value).find() ? Parser.unescapeEntities(value, false) : value;
  }
}
