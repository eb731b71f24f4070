package org.polylogue.corpus.brat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.model.StanceLabel;

/** What {@code annotation.conf} says: types, roles, relations and the values of attributes. */
final class BratConfiguration {

  static final String TEXT =
      """
      [entities]
      Content
      Cue
      Source
      Mention
      Expression
      Sentiment
      Target
      Stance
      Echo

      [relations]
      Inside	Arg1:Content, Arg2:Content
      Target	Arg1:Sentiment, Arg2:Target
      <OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

      [events]
      Attribution	Content+:Content, Cue*:Cue, Source*:Source

      [attributes]
      kind	Arg:Content|Expression, Value:%s|%s
      mode	Arg:Content, Value:%s
      speaker	Arg:Content|Sentiment|Stance, Value:ACTOR|DESCRIBED|WRITER|%s
      form	Arg:Mention, Value:%s
      voice	Arg:Sentiment|Stance, Value:AUTHOR|SOURCE|COMMENTER
      label	Arg:Stance, Value:%s|%s
      scheme	Arg:Stance, Value:favor|agreement
      towards	Arg:Stance, Value:ARTICLE|PARENT|ACTOR|CLAIM|CONCEPT
      """
          .formatted(
              names(Quotation.Kind.values()),
              names(MarkedExpression.Kind.values()),
              names(Quotation.Mode.values()),
              names(Speaker.Reason.values()),
              names(Mention.Form.values()),
              names(StanceLabel.Favor.values()),
              names(StanceLabel.Agreement.values()));

  private BratConfiguration() {}

  private static String names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.joining("|"));
  }
}
