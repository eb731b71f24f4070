package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Affected;
import org.polylogue.model.Comment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.Tone;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

class EncoderJudgesTest {

  private static final EncoderJudges JUDGES = EncoderJudges.shipped();

  @AfterAll
  static void close() {
    JUDGES.close();
  }

  /** The mention is between brackets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[Corwin Hale] will open the new library on Friday. | NEUTRAL | NONE",
        "[Corwin Hale] lied to the inquiry, and everybody in the room knew it. | NEGATIVE | NONE",
        "[Corwin Hale] was a magnificent mayor. | POSITIVE | NONE",
        "The [Leeds] businessman said that the bridge was open. | NEUTRAL | NONE",
        "[Corwin Hale] said the minister's plan was a disgrace. | NEUTRAL | NONE",
        "The talks were attended by Norway, [Chile], Ghana and Fiji. | NEUTRAL | NONE"
      })
  void tone_towards_a_mention_is_told_only_where_it_is_judged(
      String marked, Tone tone, Affected affected) {
    ToneJudgement judgement = target(marked, JUDGES);
    assertThat(judgement.tone()).as(marked).isEqualTo(tone);
    assertThat(judgement.affected()).as(marked).isEqualTo(affected);
    assertThat(judgement.probabilities()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The council meets at seven on Monday. | NEUTRAL",
        "The United Nations said that its share of the budget was paid. | NEUTRAL",
        "The volunteers did a superb job all night. | POSITIVE",
        "What a shameful waste of everybody's money. | NEGATIVE"
      })
  void tone_of_a_sentence(String text, Tone tone) {
    Comment comment = Comment.of("c", text);
    ToneJudgement judgement =
        JUDGES
            .sentences()
            .judge(
                List.of(new SentenceQuestion(comment, sentence(text), new Voice.Commenter())),
                new Scope())
            .get(0)
            .orElseThrow();
    assertThat(judgement.tone()).as(text).isEqualTo(tone);
    assertThat(Tone.of(judgement.score())).isEqualTo(tone);
  }

  @Test
  void the_words_that_moved_an_answer_are_told_on_request() {
    EncoderJudges traced = JUDGES.traced();
    ToneJudgement judgement =
        target("On Friday [Corwin Hale] lied to the inquiry about the bridge.", traced);
    assertThat(judgement.trace()).isNotEmpty();
    assertThat(judgement.trace().get(0).cause()).isEqualTo("lied");
    assertThat(judgement.trace().get(0).amount()).isNegative();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I had eggs for breakfast. | none",
        "Well said, it has to go. | favor",
        "Rubbish, nobody was ever hurt there and it feeds half the town. | against"
      })
  void stance_towards_the_comment_that_is_answered(String text, String likeliest) {
    StanceJudgement answer = side(JUDGES, text);
    double[] likely = {answer.against(), answer.none(), answer.favor(), answer.query()};
    int best = IntStream.range(1, 4).reduce(0, (a, b) -> likely[b] > likely[a] ? b : a);
    assertThat(Head.STANCE.classes().get(best)).as(text).isEqualTo(likeliest);
  }

  /** The actor is between brackets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[Corwin Hale] is a liar and a cheat. | against",
        "[Corwin Hale] was a magnificent mayor. | favor",
        "[Corwin Hale] was attacked by thugs on Monday. | none",
        "[Corwin Hale] opened the library on Friday. | none"
      })
  void stance_of_a_quoted_speaker_is_the_tone_of_his_words(String marked, String likeliest) {
    int start = marked.indexOf('[');
    Span place = new Span(start, marked.indexOf(']') - 1);
    String text = marked.replace("[", "").replace("]", "");
    StanceQuestion question =
        new StanceQuestion(
            Comment.of("c", text),
            List.of(Span.allOf(text)),
            new Voice.Source(new Speaker.Resolved("person/lund", "Lund")),
            new Stance.Target.OfActor("person/corwin-hale", "Corwin Hale"),
            "",
            List.of("Corwin Hale"),
            List.of(place),
            List.of());
    StanceJudgement answer = JUDGES.stances().judge(List.of(question), new Scope()).get(0);
    double[] likely = {answer.against(), answer.none(), answer.favor(), answer.query()};
    int best = IntStream.range(1, 4).reduce(0, (a, b) -> likely[b] > likely[a] ? b : a);
    assertThat(Head.STANCE.classes().get(best)).as(text).isEqualTo(likeliest);
  }

  private static StanceJudgement side(EncoderJudges judges, String text) {
    Comment comment = Comment.of("c", text);
    StanceQuestion question =
        StanceQuestion.answering(
            comment,
            List.of(Span.allOf(text)),
            new Stance.Target.OfParent("p"),
            "The quarry has to be closed before somebody is killed.");
    return judges.stances().judge(List.of(question), new Scope()).get(0);
  }

  private static ToneJudgement target(String marked, EncoderJudges judges) {
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    String text = marked.replace("[", "").replace("]", "");
    TargetQuestion question =
        new TargetQuestion(
            Comment.of("c", text), sentence(text), new Span(start, end), new Voice.Commenter());
    return judges.targets().judge(List.of(question), new Scope()).get(0);
  }

  private static Sentence sentence(String text) {
    List<Token> tokens = new ArrayList<>();
    int from = 0;
    for (String word : text.replaceFirst("[.]$", "").split(" ")) {
      tokens.add(new Token(from, from + word.length(), word, "", ""));
      from += word.length() + 1;
    }
    return Sentence.of(tokens);
  }
}
