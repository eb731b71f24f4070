package org.polylogue.samples.programs;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.thread.ThreadMeasurement;
import org.polylogue.discourse.thread.ThreadMeasures;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Outcome;
import org.polylogue.pipeline.Pipeline;

/** Measures the threads under the articles of a folder, in parallel and without a model. */
final class ThreadShapes {

  /** Prints one article a line. Arguments: files or folders of articles. */
  public static void main(String[] args) {
    var pipeline = Pipeline.<Conversation, ThreadMeasures>of(new ThreadMeasurement());
    try (var corpus = CorpusReader.standard().read(Stream.of(args).map(Path::of).toList())) {
      pipeline.run(corpus.flatMap(ThreadShapes::readable)).forEach(ThreadShapes::print);
    }
  }

  private static void print(Outcome<Conversation, ThreadMeasures> outcome) {
    System.out.print(outcome.input().article().id() + "\t");
    var done = outcome instanceof Outcome.Analysed<?, ThreadMeasures> analysed ? analysed : null;
    System.out.println(done == null ? outcome : done.result().whole());
  }

  private static Stream<Conversation> readable(ReadOutcome outcome) {
    if (outcome instanceof ReadOutcome.Read read) {
      return Stream.of(read.conversation());
    }
    System.err.println(outcome);
    return Stream.empty();
  }
}
