package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.judge.StanceJudgement;
import org.polylogue.discourse.judge.StanceQuestion;
import org.polylogue.model.Comment;
import org.polylogue.model.Stance;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/** The two hundred pairs of {@code ContrastTest}, asked of the judges that are shipped. */
class EncoderContrastTest {

  /** What is reached, .64, less what a new training may move. */
  private static final double FLOOR = 0.62;

  /** As the analysis gives sides of comments by default. */
  private static final double LEAST_SIDE = 0.36;

  @Test
  void theJudgesStayAboveTheirFloor() throws IOException {
    List<String[]> rows = rows();
    TreeMap<String, int[]> byKind = new TreeMap<>();
    int right = 0;
    try (EncoderJudges judges = EncoderJudges.shipped()) {
      for (String[] row : rows) {
        StanceJudgement answer = judges.stances().judge(List.of(question(row)), new Scope()).get(0);
        int[] counts = byKind.computeIfAbsent(row[2], kind -> new int[2]);
        counts[1]++;
        if (side(answer).equals(row[6])) {
          right++;
          counts[0]++;
        }
      }
    }
    StringBuilder shown = new StringBuilder();
    byKind.forEach(
        (k, c) -> shown.append(k).append(' ').append(c[0]).append('/').append(c[1]).append("; "));
    assertThat(rows).hasSize(400);
    assertThat(right / 400.0).as("%s", shown).isGreaterThanOrEqualTo(FLOOR);
  }

  /** Columns: id, pair, kind, relation, target, text, label. */
  private static StanceQuestion question(String[] row) {
    Comment comment = Comment.of(row[0], row[5]);
    List<Span> own = List.of(Span.allOf(row[5]));
    return switch (row[3]) {
      case "article" ->
          StanceQuestion.answering(comment, own, new Stance.Target.OfArticle("a"), row[4]);
      case "parent" ->
          StanceQuestion.answering(comment, own, new Stance.Target.OfParent("p"), row[4]);
      case "actor" -> StanceQuestion.of(comment, new Stance.Target.OfActor("actor", row[4]));
      default -> StanceQuestion.of(comment, new Stance.Target.OfClaim(row[4]));
    };
  }

  private static String side(StanceJudgement answer) {
    if (Math.max(answer.favor(), answer.against()) >= LEAST_SIDE) {
      return answer.favor() >= answer.against() ? "FAVOR" : "AGAINST";
    }
    return answer.query() > answer.none() ? "QUERY" : "NONE";
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream in =
        Stance.class.getResourceAsStream("/org/polylogue/discourse/stance/contrast.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
