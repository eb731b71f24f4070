package org.polylogue.benchmarks.speed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/** The conversations that a benchmark runs over, and larger ones made of them. */
final class Articles {

  private Articles() {}

  /** The first conversations of a corpus, in the order of its reader; all if the limit is 0. */
  static List<Conversation> read(String corpus, int limit) {
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(Path.of(corpus))) {
      List<Conversation> read =
          outcomes
              .filter(ReadOutcome.Read.class::isInstance)
              .map(outcome -> ((ReadOutcome.Read) outcome).conversation())
              .limit(limit == 0 ? Long.MAX_VALUE : limit)
              .toList();
      if (read.isEmpty()) {
        throw new IllegalArgumentException("no article can be read from " + corpus);
      }
      return read;
    }
  }

  /** The corpus several times over, under other ids. */
  static List<Conversation> repeated(List<Conversation> corpus, int times) {
    List<Conversation> all = new ArrayList<>(corpus);
    for (int i = 1; i < times; i++) {
      for (Conversation one : corpus) {
        Article article = one.article();
        all.add(
            Conversation.of(
                new Article(
                    article.id() + "~" + i,
                    article.title(),
                    article.publication(),
                    article.text(),
                    article.blocks()),
                one.comments()));
      }
    }
    return all;
  }

  /** One article that holds the text of the corpus several times over. */
  static List<Conversation> joined(List<Conversation> corpus, int times) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      for (Conversation one : corpus) {
        text.append(one.article().text()).append("\n\n");
      }
    }
    return List.of(Conversation.of(Article.of("joined", "", text.toString()), List.of()));
  }

  /** One article with the paragraphs of the corpus as a chain of comments, several times over. */
  static List<Conversation> threaded(List<Conversation> corpus, int times) {
    Article article = corpus.get(0).article();
    List<Comment> comments = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      for (Conversation one : corpus) {
        one.article()
            .blocks()
            .forEach(
                block ->
                    comments.add(
                        Comment.of("c" + comments.size(), block.span().of(one.article().text()))));
      }
    }
    List<Comment> replies = new ArrayList<>();
    for (int i = 0; i < comments.size(); i++) {
      replies.add(
          i % 5 == 0
              ? comments.get(i)
              : comments.get(i).withReplyTo(java.util.Optional.of("c" + (i - 1))));
    }
    return List.of(Conversation.of(article, replies));
  }
}
