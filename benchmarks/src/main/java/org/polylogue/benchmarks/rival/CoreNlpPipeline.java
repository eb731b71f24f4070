package org.polylogue.benchmarks.rival;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Stanford CoreNLP's own pipeline with its defaults. Loads its models when it is made. */
public final class CoreNlpPipeline {

  /** The textbook: everything a study of who says what would switch on. */
  public static final String TEXTBOOK = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote";

  private final StanfordCoreNLP pipeline;

  private CoreNlpPipeline(Properties properties) {
    RedwoodConfiguration.slf4j().apply();
    pipeline = new StanfordCoreNLP(properties, false);
  }

  /**
   * A pipeline over running text.
   *
   * @param annotators as its manual names them, such as {@link #TEXTBOOK}
   * @return the pipeline
   */
  public static CoreNlpPipeline of(String annotators) {
    Properties properties = new Properties();
    properties.setProperty("annotators", annotators);
    if (annotators.contains("coref")) {
      properties.setProperty("coref.algorithm", "statistical");
    }
    return new CoreNlpPipeline(properties);
  }

  /**
   * The annotators that this library stands on, as CoreNLP runs them: tokens, sentences, tags,
   * lemmas, the four-class CRF alone and basic dependencies.
   *
   * @return the pipeline
   */
  public static CoreNlpPipeline bare() {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse");
    properties.setProperty(
        "ner.model", "edu/stanford/nlp/models/ner/english.conll.4class.distsim.crf.ser.gz");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.useSUTime", "false");
    properties.setProperty("ner.buildEntityMentions", "false");
    properties.setProperty("depparse.extradependencies", "none");
    return new CoreNlpPipeline(properties);
  }

  /**
   * The default {@code ner} over sentences that are cut into tokens already.
   *
   * @return the pipeline
   */
  public static CoreNlpPipeline namesOfTokens() {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner");
    properties.setProperty("tokenize.whitespace", "true");
    properties.setProperty("ssplit.eolonly", "true");
    properties.setProperty("ner.useNERSpecificTokenization", "false");
    return new CoreNlpPipeline(properties);
  }

  /**
   * Runs over a text.
   *
   * @param text any text that is not blank
   * @return the number of tokens
   */
  public int run(String text) {
    Annotation annotation = new Annotation(text);
    pipeline.annotate(annotation);
    return annotation.get(CoreAnnotations.TokensAnnotation.class).size();
  }

  /**
   * Names of sentences that are cut into tokens.
   *
   * @param sentences tokens without white space
   * @return a label such as {@code CITY} for each token, {@code O} for none
   */
  public List<List<String>> names(List<List<String>> sentences) {
    StringBuilder text = new StringBuilder();
    for (List<String> sentence : sentences) {
      text.append(String.join(" ", sentence)).append('\n');
    }
    Annotation annotation = new Annotation(text.toString());
    pipeline.annotate(annotation);
    List<List<String>> labels = new ArrayList<>();
    for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      List<String> row = new ArrayList<>();
      for (CoreLabel token : sentence.get(CoreAnnotations.TokensAnnotation.class)) {
        row.add(token.ner());
      }
      labels.add(row);
    }
    return labels;
  }
}
