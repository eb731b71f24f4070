package org.polylogue.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/**
 * Turns CoreNLP's models into tables that are read at once, when this module is built. They stay
 * under CoreNLP's licence, as this module does.
 */
final class Conversion {

  static final String CLUSTERS = "clusters";
  static final String TAGGER = "tagger";
  static final String PARSER = "parser";
  static final String NAMES = "names";

  /** Knows persons, organisations and places of more kinds of text. */
  static final String BROAD_NAMES = "broad-names";

  private static final String ROOT = "edu/stanford/nlp/models/";
  private static final Map<String, String> PUBLISHED =
      Map.of(
          TAGGER, ROOT + "pos-tagger/english-left3words-distsim.tagger",
          PARSER, ROOT + "parser/nndep/english_UD.gz",
          NAMES, ROOT + "ner/english.conll.4class.distsim.crf.ser.gz",
          BROAD_NAMES, ROOT + "ner/english.all.3class.distsim.crf.ser.gz");

  private interface Writer {
    void write(Tables.Out out) throws IOException;
  }

  private Conversion() {}

  /**
   * Writes all models that are not there yet.
   *
   * @param args the folder
   * @throws IOException if a model cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    if (Files.exists(folder.resolve(BROAD_NAMES))) {
      return;
    }
    try (InputStream text = open(PARSER)) {
      write(folder, PARSER, out -> TransitionNetwork.convert(text, out));
    }
    MaxentTagger tagger = publishedTagger();
    Map<String, String> clusters = TaggerModel.clusters(tagger);
    write(folder, CLUSTERS, new WordClusters(clusters)::write);
    write(folder, TAGGER, new TaggerModel(tagger)::write);
    for (String name : new String[] {NAMES, BROAD_NAMES}) {
      CRFClassifier<CoreLabel> classifier = publishedNames(name);
      if (!NameModel.clusters(classifier).equals(clusters)) {
        throw new IOException("the model " + name + " has word clusters of its own");
      }
      write(folder, name, new NameModel(classifier)::write);
    }
  }

  private static void write(Path folder, String name, Writer writer) throws IOException {
    try (Tables.Out out = new Tables.Out(Files.newOutputStream(folder.resolve(name)))) {
      writer.write(out);
    }
  }

  static InputStream open(String name) throws IOException {
    String path = PUBLISHED.get(name);
    InputStream in = Conversion.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IOException("no " + path + " on the class path");
    }
    return new GZIPInputStream(in, 1 << 16);
  }

  static MaxentTagger publishedTagger() {
    return new MaxentTagger(PUBLISHED.get(TAGGER));
  }

  static CRFClassifier<CoreLabel> publishedNames(String name) throws IOException {
    try {
      return CRFClassifier.getClassifier(PUBLISHED.get(name), new Properties());
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
