package org.polylogue.discourse.stance;

import org.polylogue.model.StanceLabel.Agreement;
import org.polylogue.model.StanceLabel.Favor;

/**
 * Conversion between schemes of labels. It is a decision of the researcher, never made silently: to
 * agree with a text is to favour what it says, not everybody whom it names.
 *
 * <table>
 *   <caption>How labels correspond</caption>
 *   <tr><th>agreement</th><th>favour</th></tr>
 *   <tr><td>AGREE</td><td>FAVOR</td></tr>
 *   <tr><td>NEUTRAL</td><td>NONE</td></tr>
 *   <tr><td>DISAGREE</td><td>AGAINST</td></tr>
 *   <tr><td>QUERY</td><td>NONE</td></tr>
 * </table>
 */
public final class StanceLabels {

  private StanceLabels() {}

  /**
   * Reads agreement with a text as favour for what it says.
   *
   * @param label agreement with a text
   * @return favour for what the text says
   */
  public static Favor favor(Agreement label) {
    return switch (label) {
      case AGREE -> Favor.FAVOR;
      case NEUTRAL, QUERY -> Favor.NONE;
      case DISAGREE -> Favor.AGAINST;
    };
  }

  /**
   * Reads favour for what a text says as agreement with it.
   *
   * @param label favour for what a text says
   * @return agreement with the text; NONE, which in its scheme may also mean that nothing can be
   *     told, becomes NEUTRAL
   */
  public static Agreement agreement(Favor label) {
    return switch (label) {
      case FAVOR -> Agreement.AGREE;
      case NONE -> Agreement.NEUTRAL;
      case AGAINST -> Agreement.DISAGREE;
    };
  }
}
