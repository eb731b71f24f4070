package org.polylogue.corpus.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** Reads findings from layers. */
final class LayerFindings {

  private final LayeredText layers;
  private final Map<Integer, List<LayerLink>> links;

  LayerFindings(LayeredText layers) {
    this.layers = layers;
    this.links = FindingLayers.bySource(layers);
  }

  DocumentFindings read() {
    List<Mention> mentions = new ArrayList<>();
    List<MarkedExpression> expressions = new ArrayList<>();
    List<Sentiment> sentiments = new ArrayList<>();
    List<Stance> stances = new ArrayList<>();
    List<Echo> echoes = new ArrayList<>();
    for (int i = 0; i < layers.annotations().size(); i++) {
      LayerSpan one = layers.annotations().get(i);
      Map<String, String> features = one.features();
      if (one.layer().equals(FindingLayers.MENTION)) {
        mentions.add(
            new Mention(
                one.extent(),
                Mention.Form.valueOf(features.getOrDefault("form", "NAME")),
                features.getOrDefault("actor", ""),
                FindingLayers.feature(one, "metonym"),
                number(one, "confidence", 1)));
      } else if (one.layer().equals(FindingLayers.EXPRESSION)) {
        expressions.add(
            new MarkedExpression(
                one.extent(),
                MarkedExpression.Kind.valueOf(features.getOrDefault("kind", "SCARE_QUOTE")),
                features.getOrDefault("rule", ""),
                number(one, "confidence", 1)));
      } else if (one.layer().equals(FindingLayers.SENTIMENT)) {
        sentiments.add(
            new Sentiment(
                one.extent(),
                number(one, "score", 0),
                SpeakerFeatures.voice(features),
                linked(i, FindingLayers.TARGET),
                List.of()));
      } else if (one.layer().equals(FindingLayers.STANCE)) {
        stances.add(stance(one));
      } else if (one.layer().equals(FindingLayers.ECHO)) {
        echoes.add(
            new Echo(
                one.extent(),
                new Passage(
                    features.getOrDefault("document", ""),
                    new Span((int) number(one, "start", 0), (int) number(one, "end", 0))),
                number(one, "similarity", 1)));
      }
    }
    return new DocumentFindings(
        layers.id(),
        layers.text(),
        quotations(),
        mentions,
        expressions,
        sentiments,
        stances,
        echoes);
  }

  private List<Quotation> quotations() {
    Map<Integer, Integer> positions = new HashMap<>();
    List<Integer> contents = new ArrayList<>();
    for (int i = 0; i < layers.annotations().size(); i++) {
      if (layers.annotations().get(i).layer().equals(FindingLayers.CONTENT)) {
        positions.put(i, contents.size());
        contents.add(i);
      }
    }
    List<Quotation> quotations = new ArrayList<>();
    for (int at : contents) {
      LayerSpan content = layers.annotations().get(at);
      Map<String, String> features = content.features();
      OptionalInt parent = OptionalInt.empty();
      for (LayerLink link : links.getOrDefault(at, List.of())) {
        if (link.role().equals(FindingLayers.INSIDE) && positions.containsKey(link.to())) {
          parent = OptionalInt.of(positions.get(link.to()));
        }
      }
      quotations.add(
          new Quotation(
              content.spans(),
              linked(at, FindingLayers.CUE),
              linked(at, FindingLayers.SOURCE),
              SpeakerFeatures.speaker(features),
              Quotation.Kind.valueOf(features.getOrDefault("kind", "INDIRECT")),
              Quotation.Mode.valueOf(features.getOrDefault("mode", "SPEECH")),
              Quotation.Grade.valueOf(features.getOrDefault("grade", "SAID")),
              parent,
              features.getOrDefault("rule", ""),
              number(content, "confidence", 1)));
    }
    return quotations;
  }

  private Stance stance(LayerSpan one) {
    String label = one.features().getOrDefault("label", "NONE");
    boolean favor = !"agreement".equals(one.features().get("scheme"));
    return new Stance.Taken(
        layers.id(),
        SpeakerFeatures.voice(one.features()),
        StanceTargets.of(one.features()),
        favor ? StanceLabel.Favor.valueOf(label) : StanceLabel.Agreement.valueOf(label),
        number(one, "confidence", 1),
        one.spans().stream().map(span -> new Passage(layers.id(), span)).toList());
  }

  private Optional<Span> linked(int from, String role) {
    for (LayerLink link : links.getOrDefault(from, List.of())) {
      if (link.role().equals(role)) {
        return Optional.of(layers.annotations().get(link.to()).extent());
      }
    }
    return Optional.empty();
  }

  private static double number(LayerSpan one, String name, double otherwise) {
    String value = one.features().get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          one.layer() + " " + one.spans() + ": " + name + " " + value + " is no number", e);
    }
  }
}
