package org.polylogue.benchmarks.quality.quotation;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreQuote;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.polylogue.text.Span;

/** CoreNLP's textbook pipeline up to {@code quote}: the rival. */
final class CoreNlpQuotes {

  private final StanfordCoreNLP pipeline;

  CoreNlpQuotes() {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote");
    properties.setProperty("coref.algorithm", "statistical");
    pipeline = new StanfordCoreNLP(properties);
  }

  /** The quotations of a text with the mentions that they are ascribed to. */
  List<Score.Item> find(String text) {
    List<Score.Item> found = new ArrayList<>();
    if (text.isBlank()) {
      return found;
    }
    CoreDocument document = new CoreDocument(text);
    pipeline.annotate(document);
    for (CoreQuote quote : document.quotes()) {
      Pair<Integer, Integer> at = quote.quoteCharOffsets();
      List<Span> source =
          quote.hasSpeaker && quote.speakerTokens().isPresent()
              ? List.of(
                  new Span(
                      quote.speakerTokens().get().get(0).beginPosition(),
                      quote
                          .speakerTokens()
                          .get()
                          .get(quote.speakerTokens().get().size() - 1)
                          .endPosition()))
              : List.of();
      found.add(new Score.Item(List.of(new Span(at.first(), at.second())), source));
    }
    return found;
  }
}
