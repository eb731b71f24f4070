package org.polylogue.benchmarks.quality;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Something that the library ships and that is made from public data. */
public interface TrainTask {

  /**
   * The name on the command line.
   *
   * @return such as {@code quotations}
   */
  String name();

  /**
   * Trains the shipped model; the same gold data gives the same bytes.
   *
   * @param gold file or folder in the publisher's format
   * @param model the file to write
   * @param out takes a report
   * @throws IOException if the gold data cannot be read or the model cannot be written
   */
  void train(Path gold, Path model, PrintWriter out) throws IOException;
}
