package org.polylogue.discourse.sentiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polylogue.discourse.learning.FeatureVector;
import org.polylogue.discourse.learning.LinearModel;
import org.polylogue.model.Sentiment.Contribution;

/**
 * What moved the tone of a sentence. The features that sum up the opinion words of a sentence are
 * shared out to those words by their valence, then each word's amount is split between the word and
 * what shifted it, so that every amount belongs to something that stands in the text.
 */
record SentimentTrace(double sum, List<Contribution> contributions) {

  private static final int SHOWN = 20;
  private static final Set<String> POSITIVE = Set.of("sum+", "best", "density+");
  private static final Set<String> NEGATIVE = Set.of("sum-", "worst", "density-");
  private static final Set<String> BOTH = Set.of("rule", "mean", "last", "first");

  static SentimentTrace ofRules(List<Opinion> opinions) {
    double total = opinions.stream().mapToDouble(Opinion::value).sum();
    double scale = total == 0 ? 0 : SentenceFeatures.rule(total) / total;
    Map<String, Double> amounts = new LinkedHashMap<>();
    for (Opinion opinion : opinions) {
      split(amounts, opinion, opinion.value() * scale);
    }
    return shown(SentenceFeatures.rule(total), amounts, 0);
  }

  static SentimentTrace of(LinearModel model, FeatureVector features, List<Opinion> opinions) {
    double positive = 0;
    double negative = 0;
    double both = 0;
    Map<String, Double> byEntry = new LinkedHashMap<>();
    Map<String, Double> others = new LinkedHashMap<>();
    double explained = 0;
    for (LinearModel.Contribution found : model.contributions(features, 0)) {
      String name = found.feature();
      explained += found.amount();
      if (POSITIVE.contains(name) || name.startsWith("class ") && name.endsWith("+")) {
        positive += found.amount();
      } else if (NEGATIVE.contains(name) || name.startsWith("class ") && name.endsWith("-")) {
        negative += found.amount();
      } else if (BOTH.contains(name)) {
        both += found.amount();
      } else if (name.startsWith("entry ")) {
        byEntry.put(name.substring(6), found.amount());
      } else {
        others.put(name, found.amount());
      }
    }
    Map<String, Double> amounts = new LinkedHashMap<>();
    share(amounts, opinions, new double[] {positive, negative, both}, byEntry);
    others.forEach((name, amount) -> amounts.merge(name, amount, Double::sum));
    return shown(model.bias(0) + explained, amounts, model.bias(0));
  }

  private static void share(
      Map<String, Double> amounts,
      List<Opinion> opinions,
      double[] pools,
      Map<String, Double> byEntry) {
    double positive = 0;
    double negative = 0;
    Map<String, Double> entryTotals = new LinkedHashMap<>();
    for (Opinion opinion : opinions) {
      positive += Math.max(0, opinion.value());
      negative += Math.max(0, -opinion.value());
      entryTotals.merge(opinion.entry(), Math.abs(opinion.value()), Double::sum);
    }
    for (Opinion opinion : opinions) {
      double size = Math.abs(opinion.value());
      if (size == 0) {
        continue;
      }
      double amount = opinion.value() > 0 ? pools[0] * size / positive : pools[1] * size / negative;
      amount += pools[2] * size / (positive + negative);
      amount +=
          byEntry.getOrDefault(opinion.entry(), 0.0) * size / entryTotals.get(opinion.entry());
      split(amounts, opinion, amount);
    }
  }

  private static void split(Map<String, Double> amounts, Opinion opinion, double amount) {
    double unit = opinion.value() == 0 ? 0 : amount / opinion.value();
    String word = "\"" + opinion.entry() + "\"";
    amounts.merge("word " + word, opinion.prior() * unit, Double::sum);
    for (Opinion.Shift shift : opinion.shifts()) {
      amounts.merge(shift.cause() + " on " + word, shift.amount() * unit, Double::sum);
    }
  }

  private static SentimentTrace shown(double sum, Map<String, Double> amounts, double bias) {
    List<Contribution> all = new ArrayList<>();
    amounts.forEach((cause, amount) -> all.add(new Contribution(cause, amount)));
    all.sort(
        (a, b) -> {
          int bySize = Double.compare(Math.abs(b.amount()), Math.abs(a.amount()));
          return bySize != 0 ? bySize : a.cause().compareTo(b.cause());
        });
    List<Contribution> kept = new ArrayList<>(all.subList(0, Math.min(SHOWN, all.size())));
    double rest = bias;
    for (Contribution small : all.subList(kept.size(), all.size())) {
      rest += small.amount();
    }
    if (rest != 0) {
      kept.add(new Contribution("all else", rest));
    }
    return new SentimentTrace(sum, kept);
  }
}
