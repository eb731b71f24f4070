package org.polylogue.corenlp;

import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.polylogue.language.Capability;
import org.polylogue.pipeline.Fingerprint;

/** The models that a set of capabilities needs; the others are null. Immutable once loaded. */
final class Models {

  private static final String FOLDER = "models/";

  static {
    RedwoodConfiguration.slf4j().apply();
  }

  final PosTagger tagger;
  final TransitionNetwork parser;
  final CrfNames names;

  /** Knows persons, organisations and places of more kinds of text; null if not asked for. */
  final CrfNames broadNames;

  private Models(PosTagger tagger, TransitionNetwork parser, CrfNames names, CrfNames broadNames) {
    this.tagger = tagger;
    this.parser = parser;
    this.names = names;
    this.broadNames = broadNames;
  }

  /** Tells the models that can be loaded from those of another version. */
  static String fingerprint() {
    String folder = Models.class.getPackageName().replace('.', '/') + "/" + FOLDER;
    return Fingerprint.of(Models.class, name -> name.startsWith(folder));
  }

  static Models read(Set<Capability> wanted, boolean broad) {
    boolean tagged = needsTags(wanted);
    boolean named = wanted.contains(Capability.NAMES);
    CompletableFuture<TransitionNetwork> parser =
        start(wanted.contains(Capability.DEPENDENCIES), Conversion.PARSER, TransitionNetwork::new);
    CompletableFuture<NameModel> names = start(named, Conversion.NAMES, NameModel::new);
    CompletableFuture<NameModel> broadNames =
        start(named && broad, Conversion.BROAD_NAMES, NameModel::new);
    CompletableFuture<TaggerModel> tagger = start(tagged, Conversion.TAGGER, TaggerModel::new);
    CompletableFuture<WordClusters> clusters =
        start(tagged || named, Conversion.CLUSTERS, WordClusters::new);
    try {
      WordClusters shared = clusters.join();
      return new Models(
          tagged ? new PosTagger(tagger.join(), shared) : null,
          parser.join(),
          named ? new CrfNames(names.join(), shared) : null,
          named && broad ? new CrfNames(broadNames.join(), shared) : null);
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(
          "a language model cannot be loaded; Maven makes them when it builds polylogue-corenlp",
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

  private interface Reader<T> {
    T read(Tables.In in) throws IOException;
  }

  private static <T> CompletableFuture<T> start(boolean needed, String name, Reader<T> reader) {
    if (!needed) {
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.supplyAsync(
        () -> {
          try (InputStream in = Models.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
              throw new IOException("no " + FOLDER + name + " in the package " + Models.class);
            }
            return reader.read(new Tables.In(in));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> {
          Thread thread = new Thread(task, "polylogue-load-" + name);
          thread.setDaemon(true);
          thread.start();
        });
  }
}
