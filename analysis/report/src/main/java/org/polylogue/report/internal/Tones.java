package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polylogue.discourse.Discourse;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.lexis.resampling.Resampling;
import org.polylogue.model.Article;
import org.polylogue.model.Document;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Voice;

/**
 * Mean tone of each voice, over sentences and clauses, with a 95 % percentile bootstrap interval
 * (Efron 1979) that resamples whole articles, since sentences of one article are not independent.
 * Below five articles no interval is given.
 */
final class Tones {

  private static final List<String> VOICES =
      List.of("authors of articles", "sources quoted in articles", "commenters");
  private static final int RESAMPLES = 1000;
  private static final double LEVEL = 0.95;
  private static final long SEED = 20231111L;
  private static final int ARTICLES_NEEDED = 5;

  private final List<double[]> sums = new ArrayList<>();

  void add(Discourse discourse) {
    double[] article = new double[VOICES.size() * 2];
    List<Document> documents = discourse.conversation().documents();
    for (int i = 0; i < documents.size(); i++) {
      boolean inArticle = documents.get(i) instanceof Article;
      for (Sentiment sentiment : discourse.documents().get(i).sentiments()) {
        int voice = voice(sentiment.voice(), inArticle);
        if (voice >= 0 && sentiment.target().isEmpty()) {
          article[2 * voice] += sentiment.score();
          article[2 * voice + 1]++;
        }
      }
    }
    sums.add(article);
  }

  private static int voice(Voice voice, boolean inArticle) {
    return switch (voice.type()) {
      case "commenter" -> 2;
      case "author" -> inArticle ? 0 : -1;
      default -> inArticle ? 1 : -1;
    };
  }

  /** Mean tone of the article's author, empty if no sentence has one. */
  Optional<Double> ofArticle(int index) {
    double[] article = sums.get(index);
    return article[1] == 0 ? Optional.empty() : Optional.of(article[0] / article[1]);
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("tones");
    for (int voice = 0; voice < VOICES.size(); voice++) {
      double sum = 0;
      double count = 0;
      List<double[]> clusters = new ArrayList<>();
      for (double[] article : sums) {
        if (article[2 * voice + 1] > 0) {
          clusters.add(new double[] {article[2 * voice], article[2 * voice + 1]});
          sum += article[2 * voice];
          count += article[2 * voice + 1];
        }
      }
      if (count == 0) {
        continue;
      }
      json.writeStartArray();
      json.writeString(VOICES.get(voice));
      SafeJson.number(json, sum / count);
      if (clusters.size() >= ARTICLES_NEEDED) {
        Interval interval = interval(clusters);
        SafeJson.number(json, interval.low());
        SafeJson.number(json, interval.high());
      } else {
        json.writeNull();
        json.writeNull();
      }
      json.writeNumber((long) count);
      json.writeNumber(clusters.size());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static Interval interval(List<double[]> clusters) {
    int resamples = (int) Math.max(200, Math.min(RESAMPLES, 20_000_000L / clusters.size()));
    return Resampling.of(resamples, SEED).bootstrap(clusters, Tones::mean, LEVEL).orElseThrow();
  }

  private static double mean(List<double[]> clusters) {
    double sum = 0;
    double count = 0;
    for (double[] cluster : clusters) {
      sum += cluster[0];
      count += cluster[1];
    }
    return sum / count;
  }
}
