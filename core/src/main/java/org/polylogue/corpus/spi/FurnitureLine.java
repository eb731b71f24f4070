package org.polylogue.corpus.spi;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises lines that belong to a page and to no text on it, whatever the page is written in:
 * share buttons, requests to subscribe, pointers to other stories, credits and copyright lines.
 */
public final class FurnitureLine {

  private static final int LONGEST = 200;

  private static final Pattern LINE =
      Pattern.compile(
          "^(?:share (?:this|on|via|article|story)\\b.{0,60}|follow (?:us|me)\\b.{0,80}"
              + "|[0-9]{1,3} min(?:ute)?s? read|[0-9][0-9.,]{0,11} (?:views?|shares?|reads?)"
              + "|sort(?:ed)? by\\b.{0,40}|(?:load|show|view) (?:more|all)\\b.{0,30}"
              + "|(?:©|\\(c\\)|copyright)\\h.{0,160}|.{0,160}\\ball rights reserved\\.?"
              + "|(?:leave|add|write|post) (?:a|your) (?:comment|reply)\\b.{0,20}"
              + "|advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidad"
              + "|реклама|article continues (?:below|after).{0,40}|story continues (?:below|after).{0,40}"
              + "|(?:read|see|watch|listen)(?: also| more| next| this)?\\h?[:>»→-]\\h?.{1,180}"
              + "|(?:also read|read (?:also|next|more|on)|see also|more (?:on|from)|related(?: (?:articles?"
              + "|stor(?:y|ies)|news|topics?|coverage|reading))?|further reading|lire aussi|à lire aussi"
              + "|lesen sie auch|mehr zum thema|lea también|lee también|leggi anche|lees ook|читайте также"
              + "|zobacz też|czytaj też|leia também)(?:\\h?[:>»|–—-]\\h?.{0,180}|\\h?)"
              + "|(?:listen to|watch) (?:this|the) (?:article|story|video).{0,40}"
              + "|(?:please )?(?:sign up|subscribe|register|log in|sign in)\\b(?: now| today| here| free)?"
              + "(?: to| for| and)\\b.{0,150}"
              + "|(?:already a (?:subscriber|member)|not a subscriber|get (?:our|the) (?:daily |weekly |free"
              + " )?newsletter|download (?:our|the) app|support (?:our|independent) journalism)\\b.{0,150}"
              + "|(?:subscribe|continue reading|read the full (?:story|article))\\b.{0,60}"
              + "|(?:photo(?:graph|s|graphs)?|image|images|picture|pictures|pic|illustration|video|foto|bild"
              + "|crédit photo)(?: credit| by| courtesy(?: of)?)?\\h?[:©]\\h?.{1,120}"
              + "|our standards:.{1,100}|editing by .{1,120}|reporting by .{1,160}"
              + "|(?:please )?(?:enable|turn on) javascript\\b.{0,80}|to view this \\w{1,20}, javascript.{0,100}"
              + "|(?:suivez[- ]nous|folge(?:n sie)? uns|síguenos|seguici|volg ons)\\b.{0,80}"
              + "|(?:click|tap) here\\b.{0,80}|skip (?:to|past|ad)\\b.{0,60}|(?:print|save|copy link|email)"
              + "(?: this)?(?: (?:article|page|story))?)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> BUTTONS =
      Set.of(
          "share",
          "tweet",
          "print",
          "email",
          "e-mail",
          "save",
          "bookmark",
          "reply",
          "report",
          "like",
          "dislike",
          "permalink",
          "link",
          "flag",
          "copy",
          "facebook",
          "twitter",
          "whatsapp",
          "telegram",
          "linkedin",
          "reddit",
          "pinterest",
          "subscribe",
          "more");

  private static final Pattern SEPARATORS = Pattern.compile("[\\h|·•,/]+");

  private FurnitureLine() {}

  /**
   * Whether a line is page furniture.
   *
   * @param line a line or short paragraph without white space around it
   * @return false for longer ones than 200 characters
   */
  public static boolean is(String line) {
    return !line.isEmpty()
        && line.length() <= LONGEST
        && (LINE.matcher(line).matches() || isButtons(line));
  }

  private static boolean isButtons(String line) {
    if (line.length() > 80) {
      return false;
    }
    boolean any = false;
    for (String word : SEPARATORS.split(line.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty() && !BUTTONS.contains(word)) {
        return false;
      }
      any |= !word.isEmpty();
    }
    return any;
  }
}
