package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Affected;
import org.polylogue.model.Comment;
import org.polylogue.model.Tone;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/** Of each kind, how many of some texts that nobody trained on have to be judged right. */
class ToneKindsTest {

  private static final EncoderJudges JUDGES =
      EncoderJudges.of(
          Encoder.tones(),
          Encoder.stances(),
          DiscourseModels.shipped(),
          EncoderJudges.Settings.DEFAULT);
  private static final Pattern MENTION = Pattern.compile("\\[([^|\\]]*)\\|([-0+])([hH]?)\\]");

  @AfterAll
  static void close() {
    JUDGES.close();
  }

  /** A mention is followed by its tone, and h or H for harm or help. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "judged ; 7 ; [Orla Finch|-] cheated her pupils. "
            + "/ [Orla Finch|+] is a gifted teacher. "
            + "/ The jury found that [Dermot Wye|-] had stolen the money. "
            + "/ Critics called [Dermot Wye|-] a coward. "
            + "/ Colleagues remember [Dermot Wye|+] as generous and wise. "
            + "/ [Sundara|-] is a disgrace to the sport. "
            + "/ [Sundara|+] was magnificent in goal. "
            + "/ We owe [Nurse Abara|+] a great deal.",
        "nothing said ; 8 ; [Orla Finch|0] teaches at a school in Cavan. "
            + "/ The minutes were taken by [Dermot Wye|0]. "
            + "/ [Dermot Wye|0] said on Monday that the road would be closed. "
            + "/ The train from [Utrecht|0] was due at six. "
            + "/ She spoke to [Le Matin|0] by telephone. "
            + "/ [Sundara|0] plays on the left. "
            + "/ [Hanne Dahl|0] was appointed in May and will serve two years. "
            + "/ The firm, which [Hanne Dahl|0] founded, makes pumps.",
        "parts of names, owners, places ; 6 ; The [Cardiff|0] dentist was jailed for fraud. "
            + "/ A [Danish|0] thief was caught with the ring. "
            + "/ [Finch|0]'s brilliant sister runs the clinic. "
            + "/ He swore in [Polish|0] and was thrown out. "
            + "/ Ministers from [Chad|0], Benin and Togo condemned the massacre. "
            + "/ The notorious gang was arrested in [Antwerp|0].",
        "two in one sentence ; 3 ; [Wye|-] is a fool, but [Finch|+] is brilliant. "
            + "/ [Finch|+] is far better at this than [Wye|-]. "
            + "/ The dishonest [Wye|-] was beaten by the excellent [Finch|+]. "
            + "/ I would take [Finch|+] over [Wye|-] every time. "
            + "/ Where [Wye|-] was rude, [Finch|+] was a model of patience.",
        "attacks by and on ; 8 ; [Wye|0] called [Finch|-] a liar. "
            + "/ [Finch|0] rejected what [Wye|0] had said about her. "
            + "/ [Dahl|0] blamed [Sundara|-] for the defeat. "
            + "/ [Dahl|0] defended [Sundara|+] as a man of honour.",
        "harm and help ; 3 ; Burglars robbed [Ines Pohl|0h] of everything she had. "
            + "/ [Ines Pohl|0h] was injured when the roof fell in. "
            + "/ A landslide buried the village of [Corvo|0h]. "
            + "/ [Ines Pohl|0H] was given a new kidney. "
            + "/ The judge acquitted [Ines Pohl|0H]. "
            + "/ [Ines Pohl|0h] was sacked without notice.",
        "comments ; 5 ; [Wye|+] for governor! "
            + "/ No way will I vote for [Wye|-]. "
            + "/ Congratulations [Finch|+], well deserved. "
            + "/ Shame on you, [Wye|-]. "
            + "/ If [Wye|-] is a statesman then I am an astronaut. "
            + "/ Poor [Finch|0h], she has lost everything. "
            + "/ When does [Finch|0] speak? "
            + "/ [Wye|0] lives two doors down from my aunt."
      })
  void tone_towards_mentions(String kind, int most, String texts) {
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (String marked : texts.split(" / ")) {
      for (Mention mention : mentions(marked)) {
        all++;
        ToneJudgement told = target(mention);
        if (told.tone() != mention.tone() || told.affected() != mention.affected()) {
          wrong.add(marked + " " + mention.span() + " " + told.tone() + " " + told.affected());
        }
      }
    }
    assertThat(all - wrong.size()).as(kind + " " + wrong).isGreaterThanOrEqualTo(most);
  }

  /** A text is followed by its sign. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "plain ; 6 ; The choir sang beautifully. + / A dreadful, noisy place. - "
            + "/ The office closes at five. 0 / Our guide was kind and funny. + "
            + "/ They ruined our holiday. - / The parcel weighs two kilos. 0",
        "names and figures of speech ; 6 ; The United Kingdom leads the committee. 0 "
            + "/ He holds a 12 percent share of the mill. 0 / According to Mr Sharp, rain is due. 0 "
            + "/ Justice Grace Swift will hear the case. 0 / The Liberty Bell is in Philadelphia. 0 "
            + "/ The Devil's Bridge was built in 1902. 0",
        "reversals ; 5 ; The drought has ended. + / The danger has passed. + "
            + "/ Thefts are down by half. + / Poverty is on the rise again. - "
            + "/ The golden age is over. - / She overcame her fear of water. +",
        "superlatives that are denied ; 6 ; The weather could not have been kinder. + "
            + "/ I could not have asked for a nicer host. + / Nobody cooks better than my aunt. + "
            + "/ It could not have been more boring. - / There is no worse airline. - "
            + "/ Nothing could be easier. +",
        "wishes and conditions ; 2 ; I wish the rooms were cleaner. - "
            + "/ It would be nice if someone answered. - / If it is good, we will stay. 0 "
            + "/ I hoped for a clever plot and got this. - / Let us hope for the best. 0 "
            + "/ Had they been careful, this would not have happened. -",
        "denied ; 6 ; I do not like the new menu. - / The soup is not bad. + "
            + "/ There is nothing to complain about. + / It was never dull. + "
            + "/ He’s not helpful at all. - / Not a good start. -",
        "irony ; 1 ; Great, the lift is broken again. - / Thanks a lot for waking the baby. - "
            + "/ What a genius, he locked himself out. - / “Luxury” hotel, my foot. -",
        "signs ; 9 ; 👍🏼 + / 👎🏾 - / 😡😡😡 - / ❤️ + / No seats for children :( - "
            + "/ We are open again :) + / Sooooo lovely!!! + / this is baaaad - / 🎉🎉 + / 🤢 -"
      })
  void tone_of_sentences(String kind, int most, String texts) {
    List<String> wrong = new ArrayList<>();
    String[] all = texts.split(" / ");
    for (String signed : all) {
      String text = signed.substring(0, signed.length() - 2);
      Tone tone = tone(signed.charAt(signed.length() - 1));
      Tone told = sentence(text);
      if (told != tone) {
        wrong.add(text + " " + told);
      }
    }
    assertThat(all.length - wrong.size()).as(kind + " " + wrong).isGreaterThanOrEqualTo(most);
  }

  private record Mention(String text, Span span, Tone tone, Affected affected) {}

  private static List<Mention> mentions(String marked) {
    String text = MENTION.matcher(marked).replaceAll("$1");
    List<Mention> mentions = new ArrayList<>();
    Matcher matcher = MENTION.matcher(marked);
    int less = 0;
    while (matcher.find()) {
      int start = matcher.start() - less;
      less += matcher.group().length() - matcher.group(1).length();
      String happens = matcher.group(3);
      mentions.add(
          new Mention(
              text,
              new Span(start, start + matcher.group(1).length()),
              tone(matcher.group(2).charAt(0)),
              happens.equals("h")
                  ? Affected.HARM
                  : happens.equals("H") ? Affected.HELP : Affected.NONE));
    }
    return mentions;
  }

  private static Tone tone(char sign) {
    return sign == '+' ? Tone.POSITIVE : sign == '-' ? Tone.NEGATIVE : Tone.NEUTRAL;
  }

  private static ToneJudgement target(Mention mention) {
    TargetQuestion question =
        new TargetQuestion(
            Comment.of("c", mention.text()),
            words(mention.text()),
            mention.span(),
            new Voice.Commenter());
    return JUDGES.targets().judge(List.of(question), new Scope()).get(0);
  }

  private static Tone sentence(String text) {
    Sentence sentence = words(text);
    SentenceQuestion question =
        new SentenceQuestion(Comment.of("c", text), sentence, new Voice.Commenter());
    Optional<ToneJudgement> told = JUDGES.sentences().judge(List.of(question), new Scope()).get(0);
    return told.orElseThrow().tone();
  }

  private static Sentence words(String text) {
    List<Token> tokens = new ArrayList<>();
    int from = 0;
    for (String word : text.split(" ")) {
      tokens.add(new Token(from, from + word.length(), word, "", ""));
      from += word.length() + 1;
    }
    return Sentence.of(tokens);
  }
}
