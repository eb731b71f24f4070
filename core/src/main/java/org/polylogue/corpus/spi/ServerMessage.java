package org.polylogue.corpus.spi;

import java.util.regex.Pattern;

/**
 * Recognises what servers send in place of an article: that it is not there, that access to it is
 * denied, or that a browser has to show first that a person uses it.
 */
public final class ServerMessage {

  /** Longest text below a title that says it all. */
  private static final int LONGEST = 1000;

  /** Longest text that is one for a sentence at its beginning, and how far that reaches. */
  private static final int SHORT = 400;

  private static final int BEGINNING = 200;

  private static final Pattern TITLE =
      Pattern.compile(
          "(?:(?:http )?(?:error )?[45]\\d\\d(?: error)?[\\h:.|–—-]{0,4}|(?:error|oops|sorry)[!:,]? )?"
              + "(?:(?:http )?error [45]\\d\\d|[45]\\d\\d"
              + "|(?:(?:page|file|article|document|story|url) )?(?:was |could )?not (?:be )?found"
              + "|access (?:to this (?:page|site) )?(?:has been |is )?denied|(?:403 )?forbidden"
              + "|just a moment|attention required|pardon our interruption|request (?:blocked|rejected)"
              + "|(?:are|if) you (?:are )?(?:a )?(?:robot|human|not a robot)"
              + "|(?:please )?(?:enable|turn on) (?:javascript|cookies).{0,60}"
              + "|javascript (?:is )?(?:required|disabled)|(?:security|human) (?:check|verification)"
              + "|(?:service|page) (?:temporarily )?unavailable|bad gateway|internal server error"
              + "|gateway time-?out|too many requests|under maintenance"
              + "|(?:seite|artikel) (?:wurde )?nicht gefunden|zugriff verweigert|page (?:introuvable|non trouvée)"
              + "|accès refusé|página no encontrada|acceso denegado|pagina non trovata|pagina niet gevonden)"
              + "[.!?…]{0,3}(?:\\h[|–—·-]\\h.{1,60})?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SENTENCE =
      Pattern.compile(
          "you (?:don['’]t|do not) have permission to access"
              + "|(?:enable|turn on|activate) (?:javascript|cookies)\\b"
              + "|javascript (?:is (?:disabled|required)|must be enabled)"
              + "|checking (?:your browser|if the site connection)"
              + "|(?:verify(?:ing)?|confirm) (?:that )?you are (?:a )?(?:human|not a robot)"
              + "|the (?:page|article|file|url) (?:that )?you (?:are|were|have)? ?(?:looking for|requested)"
              + "|the requested (?:url|page)\\b|unusual traffic from your",
          Pattern.CASE_INSENSITIVE);

  private ServerMessage() {}

  /**
   * Whether a page is such a message.
   *
   * @param title its title, without white space around it
   * @param text the text below
   * @return false for texts longer than 1,000 characters; a longer story about such messages is
   *     none
   */
  public static boolean is(String title, String text) {
    return text.length() <= LONGEST && TITLE.matcher(title).matches()
        || text.length() <= SHORT
            && SENTENCE.matcher(text.substring(0, Math.min(text.length(), BEGINNING))).find();
  }
}
