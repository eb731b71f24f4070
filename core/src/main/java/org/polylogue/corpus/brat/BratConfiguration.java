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
      Inside\tArg1:Content, Arg2:Content
      Target\tArg1:Sentiment, Arg2:Target
      <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

      [events]
      Attribution\tContent+:Content, Cue*:Cue, Source*:Source

      [attributes]
      kind\tArg:Content|Expression, Value:%s|%s
      mode\tArg:Content, Value:%s
      speaker\tArg:Content|Sentiment|Stance, Value:ACTOR|DESCRIBED|WRITER|%s
      form\tArg:Mention, Value:%s
      voice\tArg:Sentiment|Stance, Value:AUTHOR|SOURCE|COMMENTER
      label\tArg:Stance, Value:%s|%s
      scheme\tArg:Stance, Value:favor|agreement
      towards\tArg:Stance, Value:ARTICLE|PARENT|ACTOR|CLAIM|CONCEPT
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
