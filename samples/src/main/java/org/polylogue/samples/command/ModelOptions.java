package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.judge.Judges;
import org.polylogue.model.Conversation;
import org.polylogue.model.JudgeId;
import org.polylogue.pipeline.Analysis;
import org.polylogue.validation.learning.AdaptedAnalysis;
import org.polylogue.validation.learning.AdaptedModel;
import picocli.CommandLine;

/** Models that {@code learn} wrote, for {@code analyze}. */
public final class ModelOptions {

  @CommandLine.Option(
      names = "--models",
      paramLabel = "MODEL",
      description = "Model that learn wrote: it corrects labels of the judges; may be repeated.")
  private List<Path> files = List.of();

  private final List<AdaptedModel> models = new ArrayList<>();

  /** No models yet; picocli fills them in. */
  public ModelOptions() {}

  List<Path> files() {
    return files;
  }

  /** What tells them from others, once they were read. */
  List<String> ids() {
    return models.stream().map(model -> model.id().toString()).toList();
  }

  /** Reads them, so that a fault is told before anything is analysed. */
  void read() throws IOException {
    for (Path file : files) {
      models.add(AdaptedModel.read(file));
    }
  }

  /** The analysis with their corrections; models for other judges than its own are refused. */
  Analysis<Conversation, Discourse> correct(
      Analysis<Conversation, Discourse> analysis, Judges judges) {
    for (AdaptedModel model : models) {
      Optional<JudgeId> judge =
          switch (model.origin().task().table()) {
            case "sentiments" -> Optional.of(judges.sentences().id());
            case "target_sentiments" -> Optional.of(judges.targets().id());
            case "stances" -> Optional.of(judges.stances().id());
            default -> Optional.empty();
          };
      List<String> learned = model.origin().judges();
      if (judge.isPresent() && !learned.contains(judge.get().toString())) {
        throw new CommandFailure(
            model.id()
                + " corrects "
                + String.join(", ", learned)
                + ", but this analysis is judged by "
                + judge.get()
                + "; learn from its results, or choose with --judges");
      }
    }
    try {
      return models.isEmpty() ? analysis : new AdaptedAnalysis(analysis, models);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--models: " + e.getMessage(), e);
    }
  }
}
