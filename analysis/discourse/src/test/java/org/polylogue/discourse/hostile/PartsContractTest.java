package org.polylogue.discourse.hostile;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.polylogue.contract.AnalysisContract;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.discourse.echo.EchoFinder;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.quotation.QuotationAnalysis;
import org.polylogue.discourse.quotation.Quotations;
import org.polylogue.discourse.sentiment.SentimentAnalysis;
import org.polylogue.discourse.stance.StanceAnalysis;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.model.Conversation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Analysis;

/** Each part alone, on an engine that guesses. */
class PartsContractTest {

  private static final LanguageAnalysis LANGUAGE = new LanguageAnalysis(new RoughEngine());
  private static final DiscourseModels MODELS = DiscourseModels.shipped();
  private static final EntityAnalysis ENTITIES =
      new EntityAnalysis(LANGUAGE, ActorTable.EMPTY, MODELS.postNames());
  private static final QuotationAnalysis QUOTATIONS =
      new QuotationAnalysis(LANGUAGE, ENTITIES, MODELS.quotations());
  private static final EchoFinder ECHOES = new EchoFinder();
  private static final SentimentAnalysis SENTIMENT =
      new SentimentAnalysis(
          LANGUAGE, ENTITIES, QUOTATIONS, ECHOES, MODELS.sentences(), MODELS.targets());
  private static final StanceAnalysis STANCE =
      new StanceAnalysis(ENTITIES, QUOTATIONS, ECHOES, SENTIMENT, MODELS.stances());

  @Nested
  class EntitiesContract extends AnalysisContract<Entities> {
    @Override
    protected Analysis<Conversation, Entities> analysis() {
      return ENTITIES;
    }

    @Override
    protected Object compared(Entities result) {
      return List.of(result.actors(), result.mentions("a"), result.mentions("1"));
    }
  }

  @Nested
  class QuotationsContract extends AnalysisContract<Map<String, Quotations>> {
    @Override
    protected Analysis<Conversation, Map<String, Quotations>> analysis() {
      return QUOTATIONS;
    }
  }

  @Nested
  class SentimentContract extends AnalysisContract<Map<String, List<Sentiment>>> {
    @Override
    protected Analysis<Conversation, Map<String, List<Sentiment>>> analysis() {
      return SENTIMENT;
    }
  }

  @Nested
  class StanceContract extends AnalysisContract<List<Stance>> {
    @Override
    protected Analysis<Conversation, List<Stance>> analysis() {
      return STANCE;
    }
  }
}
