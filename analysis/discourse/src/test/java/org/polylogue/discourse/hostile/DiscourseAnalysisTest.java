package org.polylogue.discourse.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.discourse.judge.Judge;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.discourse.judge.SentenceQuestion;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.discourse.judge.TargetQuestion;
import org.polylogue.discourse.judge.ToneJudgement;
import org.polylogue.discourse.quotation.QuotationFinder;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.language.LanguageEngine;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.pipeline.Scope;

/** How parts are put together. */
class DiscourseAnalysisTest {

  private static final Conversation CONVERSATION =
      Conversation.of(
          Article.of("a", "A bridge", "The bridge opened."), List.of(Comment.of("c", "Why?")));

  /** Delivers nothing but tokens. */
  private static final class Tokens implements LanguageEngine {
    @Override
    public Set<Capability> capabilities() {
      return EnumSet.of(Capability.TAGS);
    }

    @Override
    public AnnotatedText annotate(Document document) {
      return new AnnotatedText(document.text(), List.of(), List.of(), capabilities());
    }
  }

  /** Judges only stances: everybody asks. */
  private static final class Asking implements Judges, Judge<StanceQuestion, StanceJudgement> {
    @Override
    public Judge<SentenceQuestion, Optional<ToneJudgement>> sentences() {
      throw new IllegalStateException("sentences are not judged here");
    }

    @Override
    public Judge<TargetQuestion, ToneJudgement> targets() {
      throw new IllegalStateException("mentions are not judged here");
    }

    @Override
    public QuotationFinder quotations() {
      return QuotationFinder.shipped();
    }

    @Override
    public Judge<StanceQuestion, StanceJudgement> stances() {
      return this;
    }

    @Override
    public JudgeId id() {
      return JudgeId.rule("against-all");
    }

    @Override
    public List<StanceJudgement> judge(List<StanceQuestion> questions, Scope scope) {
      return questions.stream()
          .map(question -> new StanceJudgement(0.8, 0.1, 0.1, 0, List.of(), Optional.empty()))
          .toList();
    }
  }

  @Test
  void anEngineThatLacksACapabilityIsRefusedByName() {
    assertThatThrownBy(() -> DiscourseAnalysis.of(new Tokens()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "EntityAnalysis needs [LEMMAS, DEPENDENCIES, NAMES] of the language engine,"
                + " but Tokens delivers [TAGS]");
    assertThatThrownBy(() -> new EntityAnalysis(new LanguageAnalysis(new Tokens())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void partsOfOnesOwnTakeThePlaceOfOursAndOnlyTheJudgesNeededAreAskedFor() {
    Entities nobody = new Entities(List.of(), Map.of(), Map.of());
    DiscourseAnalysis analysis =
        DiscourseAnalysis.builder(new Tokens())
            .entities((conversation, scope) -> nobody)
            .quotations((conversation, scope) -> Map.of())
            .echoes((conversation, scope) -> Map.of())
            .sentiment((conversation, scope) -> Map.of())
            .judges(new Asking())
            .build();
    Discourse found = new Scope().get(analysis, CONVERSATION);
    assertThat(found.actors()).isEmpty();
    assertThat(found.stances())
        .singleElement()
        .isInstanceOfSatisfying(
            Stance.Taken.class,
            taken -> {
              assertThat(taken.label()).isEqualTo(StanceLabel.Agreement.DISAGREE);
              assertThat(taken.confidence()).isEqualTo(0.8);
              assertThat(taken.judge()).contains(JudgeId.rule("against-all"));
            });
  }

  @Test
  void aPartAskedForAloneGivesWhatItGivesInTheWhole() {
    DiscourseAnalysis analysis = DiscourseAnalysis.of(new RoughEngine());
    Conversation conversation =
        Conversation.of(
            Article.of("a", "A bridge", "“The bridge is a shame,” said Anna Kern."), List.of());
    Discourse whole = new Scope().get(analysis, conversation);
    assertThat(new Scope().get(analysis.quotations(), conversation).get("a").quotations())
        .isEqualTo(whole.article().quotations());
    assertThat(new Scope().get(analysis.sentiment(), conversation).get("a"))
        .isNotEmpty()
        .isEqualTo(whole.article().sentiments());
  }
}
