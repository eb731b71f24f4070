package org.polylogue.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.Americanize;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.util.MaxSizeConcurrentHashSet;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polylogue.language.Capability;

/**
 * The tagger and the models of names answer as CoreNLP's own classes do. {@code
 * -Dpolylogue.compare=FOLDER} compares them on all texts of a folder too.
 */
class OwnInferenceTest {

  private static final List<String> TEXTS =
      List.of(
          "Go.",
          "5.",
          "Mr. Kern of Halden & Sons Corp. told the New Varn Times that 12,5 % of e-mails were"
              + " lost.",
          "“We're not selling,” said Ms. O'Rourke-Tolland, who'd chaired AT&T's Baltic board since"
              + " 1998.",
          "THE MAYOR QUITS AFTER FERRY ROW, LEAVES PORT SORREL IN A MESS!!!",
          "lol @kern your #ferry is sooo late :-) http://example.org/a-b?c=1 (again…)",
          "Which colour does the defence programme of the Labour Party favour, Dr Mirza asked in"
              + " Paris.",
          "Kern met Mirza. Later Kern flew to Oslo with John Kern, and Mr Mirza went home; Kern"
              + " stayed.",
          "Le Président parla à l'Élysée où Ségolène était; 東京 and Москва were mentioned, too.",
          "-LRB- xx-42B XQ-9 zzgrumble unfathomlinesses BLORP snarks 4x4 U.S.-based $1.2bn £3m 3rd",
          "a b c d e f g h i j k l m n o p q r s t u v w x y z A B C D E F");

  /** A folder of texts to compare on, beside those above. */
  private static final String FOLDER = "polylogue.compare";

  private static Models models;

  @BeforeAll
  static void load() {
    models = Models.read(EnumSet.of(Capability.TAGS, Capability.NAMES), true);
  }

  @Test
  void tagsAreThoseOfCoreNlp() throws IOException {
    MaxentTagger tagger = Conversion.publishedTagger();
    for (String text : texts()) {
      List<CoreLabel> words = words(text);
      tagger.tagCoreLabels(words);
      assertThat(models.tagger.tag(spelt(words)))
          .as(text)
          .containsExactly(words.stream().map(CoreLabel::tag).toArray(String[]::new));
    }
  }

  @Test
  void namesAreThoseOfCoreNlp() throws IOException {
    assertAlike(Conversion.NAMES, models.names);
  }

  @Test
  void namesOfTheBroadModelAreThoseOfCoreNlp() throws IOException {
    assertAlike(Conversion.BROAD_NAMES, models.broadNames);
  }

  private static void assertAlike(String name, CrfNames ours) throws IOException {
    CRFClassifier<CoreLabel> classifier = Conversion.publishedNames(name);
    // The classifier would let each small word that it meets change the shapes of later ones.
    ((MaxSizeConcurrentHashSet<?>) classifier.getKnownLCWords()).setMaxSize(0);
    for (String text : texts()) {
      List<CoreLabel> words = words(text);
      String[] tags = models.tagger.tag(spelt(words));
      for (int i = 0; i < tags.length; i++) {
        words.get(i).setTag(tags[i]);
      }
      String[] theirs =
          classifier.classifySentence(words).stream()
              .map(word -> word.get(CoreAnnotations.AnswerAnnotation.class))
              .toArray(String[]::new);
      String[] own =
          Arrays.stream(ours.label(spelt(words), tags))
              .map(label -> Objects.requireNonNullElse(label, "O"))
              .toArray(String[]::new);
      assertThat(own).as(text).containsExactly(theirs);
    }
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>(TEXTS);
    if (System.getProperty(FOLDER) != null) {
      try (Stream<Path> files = Files.list(Path.of(System.getProperty(FOLDER)))) {
        for (Path file : files.sorted().toList()) {
          texts.addAll(List.of(Files.readString(file).split("\n")));
        }
      }
    }
    return texts;
  }

  private static List<CoreLabel> words(String text) {
    return new PTBTokenizer<>(
            new StringReader(text), new CoreLabelTokenFactory(), "untokenizable=noneDelete")
        .tokenize();
  }

  private static List<String> spelt(List<CoreLabel> words) {
    return words.stream().map(word -> Americanize.americanize(word.word())).toList();
  }
}
