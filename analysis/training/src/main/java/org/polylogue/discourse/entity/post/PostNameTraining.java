package org.polylogue.discourse.entity.post;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.language.AnnotatedText;
import org.polylogue.training.Trainer;

/** Makes the model of {@link PostNameFinder}. */
public final class PostNameTraining implements Trainer<PostNameTraining.Lesson> {

  /** The training; it has no options. */
  public PostNameTraining() {}

  /**
   * Texts to learn from.
   *
   * @param text sentences with tags and the engine's names
   * @param tags for each sentence, for each token its tag: {@code O}, {@code B-person} and so on
   * @param everyRun whether every run of the training learns from them; of the others, each run
   *     takes its share
   */
  public record Lesson(AnnotatedText text, List<List<String>> tags, boolean everyRun) {}

  /**
   * Trains a model; the same lessons give the same model.
   *
   * @param lessons texts with their tags
   * @return the model
   */
  public static LinearModel train(Iterable<Lesson> lessons) {
    ChainTrainer trainer = new ChainTrainer();
    int run = 0;
    for (Lesson lesson : lessons) {
      PostFeatures features = new PostFeatures(lesson.text());
      int only = lesson.everyRun() ? ChainTrainer.EVERY_RUN : run++;
      for (int s = 0; s < lesson.tags().size(); s++) {
        trainer.add(features.of(s), lesson.tags().get(s), only);
      }
    }
    return trainer.train();
  }

  @Override
  public void train(List<Lesson> examples, OutputStream model) throws IOException {
    train(examples).write(model);
  }
}
