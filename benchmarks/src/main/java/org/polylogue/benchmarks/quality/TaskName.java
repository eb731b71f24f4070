package org.polylogue.benchmarks.quality;

import java.util.stream.Collectors;
import picocli.CommandLine;

/** Finds a task by its name. */
final class TaskName implements CommandLine.ITypeConverter<QualityTask> {

  @Override
  public QualityTask convert(String name) {
    return QualityTask.all().stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandLine.TypeConversionException(
                    "no task "
                        + name
                        + "; there are "
                        + QualityTask.all().stream()
                            .map(QualityTask::name)
                            .collect(Collectors.joining(", "))));
  }
}
