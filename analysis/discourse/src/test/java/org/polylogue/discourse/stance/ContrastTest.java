package org.polylogue.discourse.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.polylogue.discourse.sentiment.ValenceLexicon;
import org.polylogue.discourse.stance.PairExample.Relation;

/**
 * Two hundred pairs of sentences that differ in one thing: harmed or judged, affirmed or denied, on
 * or off topic, sincere or rhetorical question, own or quoted words. Written for this project; no
 * model and no rule was made from them.
 */
class ContrastTest {

  /** What the linear models reach; the set is made for readers of whole sentences. */
  private static final double FLOOR = 0.50;

  @Test
  void theLinearJudgeStaysAboveItsFloor() throws IOException {
    PairStance model = PairStance.shipped(ValenceLexicon.shipped());
    TreeMap<String, int[]> byKind = new TreeMap<>();
    int right = 0;
    List<String[]> rows = rows();
    for (String[] row : rows) {
      Relation relation = Relation.valueOf(row[3].toUpperCase(Locale.ROOT));
      PairStance.Answer answer = model.judge(relation, row[4], List.of(), row[5]);
      int[] counts = byKind.computeIfAbsent(row[2], kind -> new int[2]);
      counts[1]++;
      if (side(answer).equals(row[6])) {
        right++;
        counts[0]++;
      }
    }
    StringBuilder shown = new StringBuilder();
    byKind.forEach(
        (k, c) -> shown.append(k).append(' ').append(c[0]).append('/').append(c[1]).append("; "));
    assertThat(rows).hasSize(400);
    assertThat(right / 400.0).as("%s", shown).isGreaterThanOrEqualTo(FLOOR);
  }

  private static String side(PairStance.Answer answer) {
    double side = Math.max(answer.favor(), answer.against());
    if (side >= Evidence.LEAST_SIDE) {
      return answer.favor() >= answer.against() ? "FAVOR" : "AGAINST";
    }
    return answer.query() > answer.none() ? "QUERY" : "NONE";
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream in = ContrastTest.class.getResourceAsStream("contrast.tsv");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> rows = new ArrayList<>();
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(line.split("\t", -1));
      }
      return rows;
    }
  }
}
