package org.polylogue.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.benchmarks.quality.TrainTask;
import org.polylogue.benchmarks.quality.entity.EntityTask;
import org.polylogue.benchmarks.quality.entity.NameListsTask;
import org.polylogue.benchmarks.quality.entity.PostVocabularyTask;
import org.polylogue.benchmarks.quality.entity.PronounTask;
import org.polylogue.benchmarks.quality.page.PagesTask;
import org.polylogue.benchmarks.quality.quotation.NaturalQuotationTask;
import org.polylogue.benchmarks.quality.quotation.QuotationTask;
import org.polylogue.benchmarks.quality.quotation.TextReuseTask;
import org.polylogue.benchmarks.quality.sentiment.NaturalToneTask;
import org.polylogue.benchmarks.quality.sentiment.SentenceSentimentTask;
import org.polylogue.benchmarks.quality.sentiment.TargetSentimentTask;
import org.polylogue.benchmarks.quality.stance.LearningTask;
import org.polylogue.benchmarks.quality.stance.NaturalThreadsTask;
import org.polylogue.benchmarks.quality.stance.PairStanceTask;
import org.polylogue.benchmarks.quality.stance.ReplyStanceTask;
import org.polylogue.benchmarks.quality.stance.TargetStanceTask;
import org.polylogue.benchmarks.quality.words.LanguageTask;
import org.polylogue.benchmarks.quality.words.WordClassesTask;

/** The tasks of {@code quality} and {@code train}. */
final class Tasks {

  static final List<QualityTask> QUALITY =
      List.of(
          new EntityTask(),
          new PronounTask(),
          new LanguageTask(),
          new QuotationTask(),
          new NaturalQuotationTask(),
          new TextReuseTask(),
          new SentenceSentimentTask(),
          new NaturalToneTask(),
          new TargetSentimentTask(),
          new TargetStanceTask(),
          new ReplyStanceTask(),
          new PairStanceTask(),
          new NaturalThreadsTask(),
          new LearningTask(),
          new PagesTask());

  static final List<TrainTask> TRAIN =
      Stream.concat(
              QUALITY.stream(),
              Stream.of(new WordClassesTask(), new PostVocabularyTask(), new NameListsTask()))
          .toList();

  private Tasks() {}
}
