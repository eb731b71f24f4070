package org.polylogue.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import org.polylogue.benchmarks.quality.QualityTask;
import org.polylogue.benchmarks.quality.TrainTask;
import picocli.CommandLine;

/** Finds a task by its name. */
final class TaskName implements CommandLine.ITypeConverter<QualityTask> {

  @Override
  public QualityTask convert(String name) {
    return find(name, Tasks.QUALITY);
  }

  /** Among those that can be trained. */
  static final class ToTrain implements CommandLine.ITypeConverter<TrainTask> {

    @Override
    public TrainTask convert(String name) {
      return find(name, Tasks.TRAIN);
    }
  }

  private static <T extends TrainTask> T find(String name, List<T> tasks) {
    return tasks.stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandLine.TypeConversionException(
                    "no task "
                        + name
                        + "; there are "
                        + tasks.stream().map(TrainTask::name).collect(Collectors.joining(", "))));
  }
}
