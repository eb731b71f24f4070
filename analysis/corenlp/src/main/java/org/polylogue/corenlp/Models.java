package org.polylogue.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.util.MaxSizeConcurrentHashSet;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.polylogue.language.Capability;
import org.polylogue.pipeline.Fingerprint;

/** The models that a set of capabilities needs; the others are null. Immutable once loaded. */
final class Models {

  private static final String ROOT = "edu/stanford/nlp/models/";
  private static final String TAGGER = ROOT + "pos-tagger/english-left3words-distsim.tagger";
  private static final String PARSER = ROOT + "parser/nndep/english_UD.gz";
  private static final String NAMES = ROOT + "ner/english.conll.4class.distsim.crf.ser.gz";
  private static final String BROAD = ROOT + "ner/english.all.3class.distsim.crf.ser.gz";

  static {
    RedwoodConfiguration.slf4j().apply();
  }

  final MaxentTagger tagger;
  final TransitionNetwork parser;
  final CRFClassifier<CoreLabel> names;

  /** Knows persons, organisations and places of more kinds of text; null if not asked for. */
  final CRFClassifier<CoreLabel> broadNames;

  private Models(
      MaxentTagger tagger,
      TransitionNetwork parser,
      CRFClassifier<CoreLabel> names,
      CRFClassifier<CoreLabel> broadNames) {
    this.tagger = tagger;
    this.parser = parser;
    this.names = names;
    this.broadNames = broadNames;
  }

  /** Tells the models that can be loaded from those of another version. */
  static String fingerprint() {
    URL parser =
        Objects.requireNonNull(Models.class.getClassLoader().getResource(PARSER), "models jar");
    return Fingerprint.of(parser, List.of(TAGGER, PARSER, NAMES, BROAD)::contains);
  }

  static Models load(Set<Capability> wanted, boolean broad) {
    CompletableFuture<TransitionNetwork> parser =
        start(wanted.contains(Capability.DEPENDENCIES), "parser", Models::loadParser);
    CompletableFuture<CRFClassifier<CoreLabel>> names =
        start(wanted.contains(Capability.NAMES), "names", () -> loadNames(NAMES));
    CompletableFuture<CRFClassifier<CoreLabel>> broadNames =
        start(broad && wanted.contains(Capability.NAMES), "broad-names", () -> loadNames(BROAD));
    try {
      return new Models(
          needsTags(wanted) ? new MaxentTagger(TAGGER) : null,
          parser.join(),
          names.join(),
          broadNames.join());
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "a CoreNLP model cannot be loaded; is the stanford-corenlp models jar on the class path?",
          e.getCause());
    }
  }

  void require(Set<Capability> wanted) {
    EnumSet<Capability> missing = EnumSet.noneOf(Capability.class);
    for (Capability capability : wanted) {
      boolean there =
          switch (capability) {
            case TAGS, LEMMAS -> tagger != null;
            case DEPENDENCIES -> parser != null;
            case NAMES -> names != null;
          };
      if (!there) {
        missing.add(capability);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("no models are loaded for " + missing);
    }
  }

  static boolean needsTags(Set<Capability> wanted) {
    return wanted.contains(Capability.TAGS)
        || wanted.contains(Capability.LEMMAS)
        || wanted.contains(Capability.DEPENDENCIES);
  }

  private static TransitionNetwork loadParser() {
    try {
      return TransitionNetwork.load(PARSER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CRFClassifier<CoreLabel> loadNames(String path) {
    try {
      CRFClassifier<CoreLabel> classifier = CRFClassifier.getClassifier(path, new Properties());
      // The classifier adds every lower-case word it meets to this set and lets it change the
      // shapes of later words; at this size it takes no more.
      if (classifier.getKnownLCWords() instanceof MaxSizeConcurrentHashSet<String> words) {
        words.setMaxSize(0);
      }
      return classifier;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> CompletableFuture<T> start(boolean needed, String name, Supplier<T> loading) {
    if (!needed) {
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.supplyAsync(
        loading,
        task -> {
          Thread thread = new Thread(task, "polylogue-load-" + name);
          thread.setDaemon(true);
          thread.start();
        });
  }
}
