package org.polylogue.discourse.thread;

import java.util.List;
import java.util.Objects;

/**
 * What the threads under an article look like.
 *
 * @param whole the tree of the article and all comments
 * @param threads the tree below each comment that answers the article, itself the root, in source
 *     order
 * @param replies who replies to whom
 */
public record ThreadMeasures(ThreadShape whole, List<RootedShape> threads, ReplyNetwork replies) {

  /**
   * The shape of one thread.
   *
   * @param rootId id of the comment that begins it
   * @param shape its shape; the comments include the root
   */
  public record RootedShape(String rootId, ThreadShape shape) {
    /** Checks that both parts are there. */
    public RootedShape {
      Objects.requireNonNull(rootId, "rootId");
      Objects.requireNonNull(shape, "shape");
    }
  }

  /** Checks that all parts are there. */
  public ThreadMeasures {
    Objects.requireNonNull(whole, "whole");
    threads = List.copyOf(threads);
    Objects.requireNonNull(replies, "replies");
  }
}
