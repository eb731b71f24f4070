package org.polylogue.samples.programs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.echo.EchoFinder;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Echo;
import org.polylogue.pipeline.Scope;

/** Shows which words of articles and comments are taken up again, without a model. */
final class WhatReadersRepeat {

  /** Prints one echo a line: comment, words. Arguments: files or folders of articles. */
  public static void main(String[] args) {
    try (var corpus = CorpusReader.standard().read(Stream.of(args).map(Path::of).toList())) {
      for (ReadOutcome outcome : (Iterable<ReadOutcome>) corpus::iterator) {
        if (outcome instanceof ReadOutcome.Read read) {
          print(read.conversation());
        } else {
          System.err.println(outcome);
        }
      }
    }
  }

  private static void print(Conversation conversation) {
    var echoes = new Scope().get(new EchoFinder(), conversation);
    for (Comment comment : conversation.comments()) {
      for (Echo echo : echoes.getOrDefault(comment.id(), List.of())) {
        System.out.println(comment.id() + "\t" + echo.span().of(comment.text()));
      }
    }
  }
}
