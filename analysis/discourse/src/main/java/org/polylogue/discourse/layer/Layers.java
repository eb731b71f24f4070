package org.polylogue.discourse.layer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polylogue.model.CommentMarker;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Stance;

/** The list of layers that outputs loop over, in their order. Immutable and thread-safe. */
public final class Layers implements Iterable<Layer<?>> {

  /** Where actors are meant. */
  public static final Layer<Mention> MENTIONS = new MentionLayer();

  /** What is said, by whom. */
  public static final Layer<Quotation> QUOTATIONS = new QuotationLayer();

  /** Marked words that are no speech. */
  public static final Layer<MarkedExpression> EXPRESSIONS = new ExpressionLayer();

  /** Tone of sentences, and tone towards mentions. */
  public static final Layer<Sentiment> SENTIMENTS = new SentimentLayer();

  /** Who sides with whom. */
  public static final Layer<Stance> STANCES = new StanceLayer();

  /** What repeats another document. */
  public static final Layer<Echo> ECHOES = new EchoLayer();

  /** How comments talk. */
  public static final Layer<CommentMarker> MARKERS = new MarkerLayer();

  /** The layers of this library. */
  public static final Layers STANDARD =
      new Layers(List.of(MENTIONS, QUOTATIONS, EXPRESSIONS, SENTIMENTS, STANCES, ECHOES, MARKERS));

  private final List<Layer<?>> layers;

  private Layers(List<Layer<?>> layers) {
    this.layers = List.copyOf(layers);
  }

  /**
   * These layers and another one.
   *
   * @param layer comes last
   * @return a copy
   * @throws IllegalArgumentException if its name or the name of one of its tables is taken
   */
  public Layers with(Layer<?> layer) {
    Set<String> taken = new HashSet<>();
    layers.forEach(
        known -> {
          taken.add(known.name());
          known.tables().forEach(table -> taken.add(table.name()));
        });
    List<String> names = new ArrayList<>(List.of(layer.name()));
    layer.tables().stream().map(Table::name).filter(n -> !names.contains(n)).forEach(names::add);
    for (String name : names) {
      if (taken.contains(name)) {
        throw new IllegalArgumentException("there is a layer or table " + name + " already");
      }
    }
    List<Layer<?>> more = new ArrayList<>(layers);
    more.add(layer);
    return new Layers(more);
  }

  /**
   * Some of these layers.
   *
   * @param names names of layers, in any order
   * @return a copy with those layers, in the order of this list
   * @throws IllegalArgumentException if there is no layer of a name; the message lists the names
   *     that there are
   */
  public Layers only(Collection<String> names) {
    List<String> known = layers.stream().map(Layer::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "there is no layer '" + name + "'; there are " + String.join(", ", known));
      }
    }
    return new Layers(layers.stream().filter(layer -> names.contains(layer.name())).toList());
  }

  /**
   * The layer of a name.
   *
   * @param name its name in files
   * @return empty if there is none
   */
  public Optional<Layer<?>> named(String name) {
    return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
  }

  /**
   * All of them.
   *
   * @return in order
   */
  public List<Layer<?>> list() {
    return layers;
  }

  @Override
  public Iterator<Layer<?>> iterator() {
    return layers.iterator();
  }
}
