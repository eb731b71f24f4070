package org.polylogue.discourse.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Affected;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Echo;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Tone;
import org.polylogue.model.ToneProbabilities;
import org.polylogue.model.Voice;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** With judges that remember what they were asked. */
class SentimentAnalysisTest {

  private static final String TEXT = "This is a disaster, said Ames, who is a hero.";
  private static final Span SAID = new Span(0, 18);
  private static final Span AMES = new Span(25, 29);
  private static final Voice SOURCE = new Voice.Source(new Speaker.Resolved("ames", "Ames"));
  private static final ToneProbabilities LIKELY = new ToneProbabilities(0.7, 0.2, 0.1);

  private final List<List<SentenceQuestion>> sentences = new ArrayList<>();
  private final List<List<TargetQuestion>> targets = new ArrayList<>();

  private Judge<TargetQuestion, ToneJudgement> towards(ToneJudgement answer) {
    return new Judge<>() {
      @Override
      public JudgeId id() {
        return new JudgeId("towards", "0123");
      }

      @Override
      public List<ToneJudgement> judge(List<TargetQuestion> questions, Scope scope) {
        targets.add(questions);
        return questions.stream().map(question -> answer).toList();
      }
    };
  }

  private final Judge<SentenceQuestion, Optional<ToneJudgement>> everySentence =
      new Judge<>() {
        @Override
        public JudgeId id() {
          return JudgeId.rule("sentences");
        }

        @Override
        public List<Optional<ToneJudgement>> judge(List<SentenceQuestion> questions, Scope scope) {
          sentences.add(questions);
          return questions.stream()
              .map(question -> Optional.of(ToneJudgement.of(-0.5, List.of())))
              .toList();
        }
      };

  private Map<String, List<Sentiment>> found(ToneJudgement towards) {
    Article article = Article.of("a", "", TEXT);
    Comment comment = Comment.of("c", TEXT);
    Entities entities =
        new Entities(
            List.of(
                new Actor(
                    "ames", "Ames", ActorType.PERSON, new TreeSet<>(Set.of("Ames")), Map.of())),
            Map.of("a", List.of(new Mention(AMES, Mention.Form.NAME, "ames", Optional.empty(), 1))),
            Map.of());
    Quotation quotation =
        new Quotation(
            List.of(SAID),
            Optional.empty(),
            Optional.empty(),
            new Speaker.Resolved("ames", "Ames"),
            Quotation.Kind.INDIRECT,
            Quotation.Mode.SPEECH,
            OptionalInt.empty(),
            "test",
            1);
    Echo echo = new Echo(SAID, new Passage("a", SAID), 1);
    SentimentAnalysis analysis =
        new SentimentAnalysis(
            (document, scope) -> {
              Sentence sentence = Plain.sentence(document.text());
              return new AnnotatedText(document.text(), List.of(sentence), List.of(), Set.of());
            },
            (conversation, scope) -> entities,
            (conversation, scope) -> Map.of("a", new Quotations(List.of(quotation), List.of())),
            (conversation, scope) -> Map.of("c", List.of(echo)),
            everySentence,
            towards(towards));
    return new Scope().get(analysis, Conversation.of(article, List.of(comment)));
  }

  @Test
  void aConversationIsShownToEachJudgeAtOnceCutWhereTheVoiceChanges() {
    Map<String, List<Sentiment>> found = found(ToneJudgement.of(LIKELY, List.of()));
    assertThat(sentences).hasSize(1);
    assertThat(sentences.get(0))
        .extracting(question -> question.document().id() + " " + question.sentence().span())
        .containsExactly("a 0-18", "a 18-45", "c 0-18", "c 18-45");
    assertThat(sentences.get(0))
        .extracting(SentenceQuestion::voice)
        .containsExactly(SOURCE, new Voice.Author(), new Voice.Author(), new Voice.Commenter());
    assertThat(targets).hasSize(1);
    assertThat(targets.get(0))
        .singleElement()
        .satisfies(question -> assertThat(question.sentence().span()).isEqualTo(new Span(0, 45)));
    assertThat(found.get("a"))
        .extracting(sentiment -> sentiment.target().isPresent())
        .containsExactly(false, true, false);
    assertThat(found.get("c")).hasSize(2);
  }

  @Test
  void aFindingSaysAllThatItsJudgeDid() {
    ToneJudgement judgement =
        new ToneJudgement(
            -0.6, Tone.NEGATIVE, Optional.of(LIKELY), Affected.HARM, List.of(SAID), List.of());
    Sentiment towards = found(judgement).get("a").get(1);
    assertThat(towards.target()).contains(AMES);
    assertThat(towards.tone()).isEqualTo(Tone.NEGATIVE);
    assertThat(towards.probabilities()).contains(LIKELY);
    assertThat(towards.affected()).isEqualTo(Affected.HARM);
    assertThat(towards.evidence()).containsExactly(SAID);
    assertThat(towards.judge()).contains(new JudgeId("towards", "0123"));
  }

  @Test
  void aNeutralMentionIsToldOnlyIfSomethingIsDoneToIt() {
    ToneProbabilities neutral = new ToneProbabilities(0.1, 0.8, 0.1);
    assertThat(found(ToneJudgement.of(neutral, List.of())).get("a"))
        .noneMatch(sentiment -> sentiment.target().isPresent());
    ToneJudgement harmed =
        new ToneJudgement(
            0, Tone.NEUTRAL, Optional.of(neutral), Affected.HARM, List.of(), List.of());
    assertThat(found(harmed).get("a")).anyMatch(sentiment -> sentiment.target().isPresent());
  }
}
