package org.polylogue.samples.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.text.OffsetUnit;

/** Articles with comments that a seed makes up: quotations, names, tone, replies, repetitions. */
final class InventedCorpus {

  private static final List<String> NAMES =
      List.of("Anna Berg", "Mr Tolan", "Minister Ruiz", "Port Sorrel", "Dr Oduya", "the mayor");
  private static final List<String> VERBS =
      List.of("said", "warned", "denied", "promised", "admitted", "joked");
  private static final List<String> CLAIMS =
      List.of(
          "the bridge will open in May",
          "nobody has seen the money",
          "the new toll is a disgrace",
          "our schools are better than ever",
          "the river does not wait for a vote",
          "this plan is good for the town");

  private final long seed;
  private final int comments;

  /**
   * A corpus.
   *
   * @param seed same seed, same corpus
   * @param comments under each article
   */
  InventedCorpus(long seed, int comments) {
    this.seed = seed;
    this.comments = comments;
  }

  Stream<Conversation> articles(int count) {
    return IntStream.range(0, count).mapToObj(this::article);
  }

  /** Writes JSON Lines, with a broken line after every tenth article if asked. */
  Path write(Path file, int count, boolean broken) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        out.write(JsonLinesWriter.line(article(i), OffsetUnit.UTF_16));
        out.write('\n');
        if (broken && i % 10 == 9) {
          out.write("{\"schema\":\"polylogue-conversation/1\",\"article\":\n");
        }
      }
    }
    return file;
  }

  private Conversation article(int number) {
    Random random = new Random(seed * 1_000_003 + number);
    StringBuilder text = new StringBuilder();
    for (int paragraph = 0; paragraph < 4; paragraph++) {
      text.append(paragraph == 0 ? "" : "\n\n").append(sentence(random)).append(' ');
      text.append(sentence(random));
    }
    List<Comment> thread = new ArrayList<>();
    for (int i = 0; i < comments; i++) {
      String id = "a" + number + "/" + i;
      String words = i % 3 == 0 ? text.substring(0, 60) : sentence(random);
      Comment comment = Comment.of(id, words + " I " + pick(random, "agree", "disagree") + "!");
      thread.add(
          i % 4 == 0 ? comment : comment.withReplyTo(Optional.of("a" + number + "/" + (i - 1))));
    }
    return Conversation.of(
        Article.of("a" + number, "Report " + number + " 🙂", text.toString()), thread);
  }

  private static String sentence(Random random) {
    String claim = CLAIMS.get(random.nextInt(CLAIMS.size()));
    String who = NAMES.get(random.nextInt(NAMES.size()));
    String verb = VERBS.get(random.nextInt(VERBS.size()));
    return switch (random.nextInt(3)) {
      case 0 -> "“The " + random.nextInt(1000) + "th time: " + claim + ",” " + who + " said.";
      case 1 -> who + " " + verb + " that " + claim + " in " + (1900 + random.nextInt(120)) + ".";
      default -> "It is a “" + claim.substring(0, 9).strip() + "” for " + who + ", one hears.";
    };
  }

  private static String pick(Random random, String one, String other) {
    return random.nextBoolean() ? one : other;
  }
}
