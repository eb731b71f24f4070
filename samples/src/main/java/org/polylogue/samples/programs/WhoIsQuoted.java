package org.polylogue.samples.programs;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.discourse.DiscourseAnalysis;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.pipeline.Scope;

/** Counts how often everybody is quoted in the articles of a folder. */
final class WhoIsQuoted {

  /** Prints one speaker a line. Arguments: files or folders of articles. */
  public static void main(String[] args) {
    DiscourseAnalysis analysis = DiscourseAnalysis.of(CoreNlpEngine.standard());
    Map<String, Integer> counts = new TreeMap<>();
    try (var corpus = CorpusReader.standard().read(Stream.of(args).map(Path::of).toList())) {
      for (ReadOutcome outcome : (Iterable<ReadOutcome>) corpus::iterator) {
        if (outcome instanceof ReadOutcome.Read read) {
          var discourse = new Scope().get(analysis, read.conversation());
          for (Quotation quotation : discourse.article().quotations()) {
            if (quotation.speaker() instanceof Speaker.Resolved speaker) {
              counts.merge(speaker.name(), 1, Integer::sum);
            }
          }
        } else {
          System.err.println(outcome);
        }
      }
    }
    counts.forEach((name, count) -> System.out.println(count + "\t" + name));
  }
}
