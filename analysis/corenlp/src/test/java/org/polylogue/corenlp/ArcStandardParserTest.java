package org.polylogue.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.trees.TypedDependency;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polylogue.language.Capability;
import org.polylogue.language.Sentence;

class ArcStandardParserTest {

  private static final String MODEL = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";

  /** Words and tags, made for this test. */
  private static final List<String> SENTENCES =
      List.of(
          "Go/VB",
          "The/DT ferry/NN was/VBD stopped/VBN by/IN the/DT harbour/NN police/NNS ./.",
          "“/`` We/PRP will/MD not/RB sign/VB ,/, ”/'' said/VBD Mira/NNP Tolland/NNP ,/, who/WP"
              + " leads/VBZ the/DT union/NN ./.",
          "According/VBG to/TO two/CD officials/NNS ,/, Karsk/NNP had/VBD warned/VBN that/IN the/DT"
              + " dam/NN ,/, built/VBN in/IN 1961/CD ,/, could/MD fail/VB if/IN nobody/NN paid/VBD"
              + " for/IN repairs/NNS ./.",
          "Brgl/NNP zzxq/VB (/-LRB- 12/CD %/NN )/-RRB- —/: …/: ☺/NFP",
          "When/WRB asked/VBN whether/IN he/PRP had/VBD been/VBN told/VBN ,/, the/DT mayor/NN"
              + " laughed/VBD and/CC left/VBD the/DT room/NN without/IN an/DT answer/NN ./.");

  private static DependencyParser corenlp;
  private static TransitionNetwork network;

  @BeforeAll
  static void load() {
    Properties small = new Properties();
    small.setProperty("numPreComputed", "1");
    corenlp = DependencyParser.loadFromModelFile(MODEL, small);
    network = Models.read(Set.of(Capability.DEPENDENCIES), false).parser;
  }

  @Test
  void findsTheTreesThatCoreNlpFinds() {
    for (String sentence : SENTENCES) {
      assertThat(ours(sentence)).as(sentence).isEqualTo(theirs(sentence));
    }
  }

  @Test
  void aSentenceParsesAlikeWhateverCameBefore() {
    ArcStandardParser used = new ArcStandardParser(network);
    for (String sentence : SENTENCES) {
      assertThat(ours(used, sentence)).isEqualTo(ours(sentence));
    }
  }

  @Test
  void longSentencesTakeNoMoreThanTheirShare() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      words.add(i % 2 == 0 ? "dogs/NNS" : "bark/VBP");
    }
    assertThat(ours(String.join(" ", words))).hasSize(5_000);
  }

  private static List<String> ours(String sentence) {
    return ours(new ArcStandardParser(network), sentence);
  }

  private static List<String> ours(ArcStandardParser parser, String sentence) {
    List<CoreLabel> words = words(sentence);
    int[] heads = new int[words.size()];
    String[] relations = new String[words.size()];
    parser.parse(
        words.stream().map(CoreLabel::word).toList(),
        words.stream().map(CoreLabel::tag).toList(),
        heads,
        relations);
    return arcs(heads, relations);
  }

  private static List<String> theirs(String sentence) {
    List<CoreLabel> words = words(sentence);
    CoreMap map = new ArrayCoreMap(1);
    map.set(CoreAnnotations.TokensAnnotation.class, words);
    int[] heads = new int[words.size()];
    String[] relations = new String[words.size()];
    Arrays.fill(heads, Sentence.NO_HEAD);
    Arrays.fill(relations, "root");
    for (TypedDependency dependency : corenlp.predict(map).typedDependencies()) {
      heads[dependency.dep().index() - 1] = dependency.gov().index() - 1;
      relations[dependency.dep().index() - 1] = dependency.reln().toString();
    }
    return arcs(heads, relations);
  }

  private static List<String> arcs(int[] heads, String[] relations) {
    List<String> arcs = new ArrayList<>();
    for (int i = 0; i < heads.length; i++) {
      arcs.add(i + " " + relations[i] + " " + heads[i]);
    }
    return arcs;
  }

  private static List<CoreLabel> words(String sentence) {
    List<CoreLabel> words = new ArrayList<>();
    for (String pair : sentence.split(" ")) {
      int slash = pair.lastIndexOf('/');
      CoreLabel word = new CoreLabel();
      word.setWord(pair.substring(0, slash));
      word.setValue(word.word());
      word.setTag(pair.substring(slash + 1));
      word.setIndex(words.size() + 1);
      words.add(word);
    }
    return words;
  }
}
