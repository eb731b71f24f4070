package org.polylogue.training;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Makes a model from examples. The same examples in the same order give the same bytes.
 *
 * @param <E> an example
 */
@FunctionalInterface
public interface Trainer<E> {

  /**
   * Trains a model and writes it.
   *
   * @param examples in a fixed order
   * @param model takes the bytes, is not closed
   * @throws IOException if it cannot take them
   * @throws IllegalArgumentException if nothing can be learned from these examples
   */
  void train(List<E> examples, OutputStream model) throws IOException;
}
