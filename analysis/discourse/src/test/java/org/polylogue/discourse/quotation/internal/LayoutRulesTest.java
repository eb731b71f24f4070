package org.polylogue.discourse.quotation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/**
 * {@link BlockQuotes}, {@link DialogueTurns}, {@link LoneMarks}, {@link ReaderQuotes}, {@link
 * EmptyReports}: what layout and marks tell without a model. Every source here is its cue's
 * subject.
 */
class LayoutRulesTest {

  private static final Map<String, Float> CUES =
      Map.of("say", 2f, "explain", 2f, "ask", 2f, "begin", -2f);

  private static AttributionDecoder decoder() {
    WeightTable none = new WeightTable(new int[0], new float[0]);
    return new AttributionDecoder(new AttributionModels(none, none, none, none, none, none), 0.3);
  }

  private static float[] cues(ParsedText t) {
    float[] cues = new float[t.size];
    for (int i = 0; i < t.size; i++) {
      cues[i] = t.tag[i].startsWith("VB") ? CUES.getOrDefault(t.lemma[i], -20f) : -20;
    }
    return cues;
  }

  private static Paragraphs paragraphs(ParsedText t) {
    return new Paragraphs(t, Article.of("a", "", t.text).blocks());
  }

  /** Rule, contents and source of each; the source of the writer's own words is {@code I}. */
  private static String shown(ParsedText t, List<Draft> drafts) {
    Stream<String> all =
        drafts.stream()
            .map(
                draft ->
                    String.join(
                        ": ",
                        draft.rule(),
                        String.join(
                            " + ", draft.content().stream().map(one -> one.of(t.text)).toList()),
                        draft.speaker() instanceof Speaker.DocumentAuthor
                            ? "I"
                            : draft.sourceSpan() == null ? "-" : draft.sourceSpan().of(t.text)));
    return drafts.isEmpty() ? "-" : String.join("; ", all.toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|2|nsubj|PERSON explained|VBD|0|||explain _:|: // The tram stops|VBZ|0"
            + " > lead-in with a colon: The tram stops: Ada",
        "Ada|NNP|2|nsubj|PERSON began|VBD|0|||begin _:|: // The tram stops|VBZ|0 > -",
        "Ada|NNP|2|nsubj|PERSON began|VBD|0|||begin _:|: // We|PRP|2|nsubj wait|VBP|0"
            + " > lead-in with a colon: We wait: Ada",
        "Ada|NNP|2|nsubj|PERSON slept|VBD|0 _:|: // We|PRP|2|nsubj wait|VBP|0 > -",
        "Ada|NNP|2|nsubj|PERSON explained|VBD|0|||explain _.|. // We|PRP|2|nsubj wait|VBP|0 > -",
        "Ada|NNP|2|nsubj|PERSON explained|VBD|0|||explain _:|: // - bread // - milk > -",
        "Explained|VBD|0|||explain _:|: // We|PRP|2|nsubj wait|VBP|0 > -",
        "Later|RB|3|advmod ,|,|3|punct explained|VBD|0|||explain the|DT|5|det minister|NN|3|obj"
            + " _:|: // We|PRP|2|nsubj wait|VBP|0"
            + " > lead-in with a colon: We wait: the minister",
        "Ada|NNP|2|nsubj|PERSON explained|VBD|0|||explain _:|: // We|PRP wait // I|PRP stay // It"
            + " rains > lead-in with a colon: We wait + I stay: Ada",
        "Ada|NNP|2|nsubj|PERSON explained|VBD|0|||explain _:|: // We|PRP wait // Thus|RB we|PRP go"
            + " > lead-in with a colon: We wait: Ada",
        "Ada|NNP|2|nsubj|PERSON explained|VBD|0|||explain _:|: // We|PRP wait //"
            + " Ada|NNP|||PERSON told us|PRP > lead-in with a colon: We wait: Ada",
        "From|IN the|DT desk of|IN Ada|NNP|||PERSON Quill|NNP|||PERSON // Dear all // It rains"
            + " > sender line: Dear all + It rains: Ada Quill",
        "An|DT email from|IN Ada|NNP|||PERSON _:|: // It rains // It snows"
            + " > message with a sender: It rains: Ada",
        "An|DT email came|VBD from|IN Ada|NNP|||PERSON _:|: // It rains > -"
      })
  void aParagraphAfterALeadInIsABlockQuotation(String written, String shown) {
    ParsedText t = Parsed.of(written);
    List<Draft> found = new BlockQuotes(t, paragraphs(t), cues(t), decoder(), Cast.of(t)).find();
    assertThat(shown(t, found)).isEqualTo(shown);
    assertThat(found).allMatch(draft -> draft.kind() == Quotation.Kind.BLOCK);
  }

  @Test
  void blocksThatTheSourceMarkedUpAreOneQuotationWithTheCueBeforeThem() {
    ParsedText t =
        Parsed.of(
            "Ada|NNP|2|nsubj|PERSON explained|VBD|0|||explain // It rains // It snows // The end");
    List<Block> blocks = new ArrayList<>(Article.of("a", "", t.text).blocks());
    blocks.set(1, new Block(Block.Kind.QUOTATION, blocks.get(1).span()));
    blocks.set(2, new Block(Block.Kind.QUOTATION, blocks.get(2).span()));
    List<Draft> found =
        new BlockQuotes(t, new Paragraphs(t, blocks), cues(t), decoder(), Cast.of(t)).find();
    assertThat(shown(t, found)).isEqualTo("marked-up block: It rains + It snows: Ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "Ada|NNP|||PERSON _:|: It rains // Bo|NNP|||PERSON _:|: It snows"
            + " > turn with a name: It rains: Ada; turn with a name: It snows: Bo",
        "Ada|NNP|||PERSON _:|: It rains // It snows > -",
        "Ada|NNP|||PERSON _:|: It rains // Ada|NNP|||PERSON _:|: It snows > -",
        "Note _:|: It rains // Time _:|: It snows > -",
        "“|`` _ZOE _:|: It rains // “|`` _(Laughter) // “|`` _ADA _:|: It snows // “|`` _And hails _.|. _”|''"
            + " > turn with a name: It rains: ZOE; turn with a name: It snows + And hails.: ADA",
        "NOTE _:|: It rains // TIME _:|: It snows"
            + " > turn with a name: It rains: NOTE; turn with a name: It snows: TIME",
        "Q _:|: Does it rain ? // A _:|: It does"
            + " > question and answer: Does it rain ?: I; question and answer: It does: -",
        "— Does it rain _? // — It does"
            + " > turn with a dash: Does it rain?: I; turn with a dash: It does: -",
        "— bread // — milk > -",
        "— Come in _, said|VBD|0 Ada|NNP|||PERSON _, — it rains"
            + " > turn with a dash: Come in, + it rains: Ada",
        "— Come in _, slept|VBD|0 Ada|NNP|||PERSON _, — it rains > -",
        "Why wait _? // We|PRP like it _. // Where to _? // I|PRP go home _. // How long _? // You|PRP"
            + " know _. > turn after a question: We like it.: -; turn after a question: I go home.: -;"
            + " turn after a question: You know.: -",
        "Why wait _? // We|PRP like it _. // Where to _? // I|PRP go home _. > -",
        "Why wait _? // Trams stop _. // Where to _? // Trams stop _. // How long _? // Trams stop _."
            + " > -"
      })
  void turnsOfADialogueAreToldByLabelsDashesAndQuestions(String written, String shown) {
    ParsedText t = Parsed.of(written);
    assertThat(shown(t, new DialogueTurns(t, paragraphs(t), cues(t)).find())).isEqualTo(shown);
  }

  private static String lone(String written, double minimum, Draft... known) {
    ParsedText t = Parsed.of(written);
    List<Draft> drafts = new ArrayList<>(List.of(known));
    new LoneMarks(t, new MarkedWords(t), decoder(), cues(t), minimum).addTo(drafts, paragraphs(t));
    return shown(t, drafts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "“ _Enough _,|, _” snapped|VBD|0 the|DT clerk|NN|6|nsubj _.|."
            + " > marks beside a clause: “Enough,”: the clerk",
        "“ _Enough _,|, _” she|PRP snapped|VBD|0 _.|. > marks beside a clause: “Enough,”: she",
        "“ _Enough _,|, _” snapped|VBD|0 the|DT clerk|NN at|IN noon|NN _.|. > -",
        "“ _enough _,|, _” snapped|VBD|0 the|DT clerk|NN _.|. > -",
        "“ _Enough _” snapped|VBD|0 the|DT clerk|NN _.|. > -",
        "“ _Enough _,|, _” snapping|VBG|0 the|DT clerk|NN _.|. > -",
        "“ _Enough _,|, _” snapped|VBD|0 the|DT clerk|NN _,|, “ _and|CC more _.|. _”"
            + " > marks beside a clause: “Enough,” + “and more.”: the clerk",
        "Ada|NNP|2|nsubj|PERSON began|VBD|0|||begin _: “ _We|PRP|6|nsubj have|VBP|2|ccomp no|DT time"
            + " _.|. _” > marks after a lead-in: “We have no time.”: Ada",
        "Ada|NNP|2|nsubj|PERSON began|VBD|0|||begin _: “ _Never have|VB enough time _.|. _” > -",
        "Ada|NNP|2|nsubj|PERSON began|VBD|0|||begin with|IN “ _We|PRP|6|nsubj have|VBP|2|ccomp no|DT"
            + " time _.|. _” > -",
        "“ _Enough _,|, _” snapped|VBD|0 the|DT clerk|NN _.|. / “ _We|PRP|3|nsubj close|VBP|0 up here _.|. _”"
            + " > marks beside a clause: “Enough,” + “We close up here.”: the clerk",
        "“ _Enough _,|, _” snapped|VBD|0 the|DT clerk|NN _.|. // “ _We|PRP|3|nsubj close|VBP|0 up here _.|. _”"
            + " > marks beside a clause: “Enough,”: the clerk",
        "“ _The tram of the town stops here _.|. _” > -",
        "“ _The tram of the town stops here _.|. _” // — Ada|NNP|||PERSON Quill|NNP|||PERSON , mayor"
            + " > signed with a dash: “The tram of the town stops here.”: Ada Quill , mayor"
      })
  void marksAndTheirPlaceShowSpeech(String written, String shown) {
    assertThat(lone(written, 0.45)).isEqualTo(shown);
  }

  @Test
  void aParagraphInMarksAloneIsUnsure() {
    String paragraph = "“ _The tram of the town stops here _.|. _”";
    assertThat(lone(paragraph, 0.4))
        .isEqualTo("paragraph in marks: “The tram of the town stops here.”: -");
    assertThat(lone("“ _The tram stops here _.|. _”", 0.4)).isEqualTo("-");
    String beside = "“ _Enough _,|, _” snapped|VBD|0 the|DT clerk|NN _.|.";
    assertThat(lone(beside, 0.71)).isEqualTo("-");
  }

  private static Draft said(Span span) {
    return new Draft(
        List.of(span),
        -1,
        -1,
        null,
        null,
        Quotation.Kind.DIRECT,
        Quotation.Mode.SPEECH,
        Quotation.Grade.SAID,
        "known",
        1,
        null);
  }

  @Test
  void whatIsKnownAlreadyIsNotFoundAgain() {
    assertThat(
            lone(
                "“ _Enough _,|, _” snapped|VBD|0 the|DT clerk|NN _.|.", 0.45, said(new Span(0, 9))))
        .isEqualTo("known: “Enough,”: -");
  }

  private static final Repetitions TEXTS =
      new Repetitions(
          List.of(
              new Repetitions.Source("a", "Ada", "The tram is late again.", List.of(), List.of())));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "> the tram is late; quoted line; the tram is late; Ada",
        "> the tram is gone; quoted line; the tram is gone; -",
        "the tram is late; -; -; -",
        "You say “ _the tram is late _” now; words of the conversation; “the tram is late”; Ada",
        "You say “ _the tram is gone _” now; words in marks; “the tram is gone”; -",
        "You say “ _the tram _” now; -; -; -",
        "As they say “ _trams come never|RB _” now; -; -; -",
        "You say “ _the tram is late now; -; -; -"
      })
  void readersQuoteByLinesAndByMarks(String written, String rule, String content, String speaker) {
    ParsedText t = Parsed.of(written);
    List<Draft> drafts = new ArrayList<>();
    new ReaderQuotes(t, new MarkedWords(t), "c", TEXTS).addTo(drafts);
    assertThat(drafts).hasSize(rule.equals("-") ? 0 : 1);
    for (Draft draft : drafts) {
      assertThat(draft.rule()).isEqualTo(rule);
      assertThat(draft.extent().of(t.text)).isEqualTo(content);
      assertThat(draft.speaker() instanceof Speaker.Described who ? who.description() : "-")
          .isEqualTo(speaker);
    }
  }

  @Test
  void aQuotedLineTakesThePlaceOfWhatStandsInIt() {
    ParsedText t = Parsed.of("> “ _the tram is late _”");
    List<Draft> drafts = new ArrayList<>(List.of(said(new Span(2, 20))));
    new ReaderQuotes(t, new MarkedWords(t), "c", null).addTo(drafts);
    assertThat(drafts).extracting(Draft::rule).containsExactly("quoted line");
  }

  @Test
  void wordsThatACueOfTheCommentHasAreNotTakenAgain() {
    ParsedText t = Parsed.of("Bo said “ _the tram is gone _” now");
    Span marked = new Span(t.text.indexOf('“'), t.text.indexOf('”') + 1);
    List<Draft> drafts = new ArrayList<>(List.of(said(marked)));
    new ReaderQuotes(t, new MarkedWords(t), "c", TEXTS).addTo(drafts);
    assertThat(drafts).extracting(Draft::rule).containsExactly("known");
  }

  private static AttributionDecoder.Found found(
      ParsedText t, String cue, String first, String last, String source) {
    List<String> words = List.of(t.word);
    OptionalInt who =
        source.equals("-") ? OptionalInt.empty() : OptionalInt.of(words.indexOf(source));
    return new AttributionDecoder.Found(
        words.indexOf(cue),
        List.of(new int[] {words.indexOf(first), words.lastIndexOf(last)}),
        who.orElse(-1),
        1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "she|PRP|2|nsubj said|VBD|0 it|PRP|4|nsubj rained|VBD|2|ccomp > said > it > rained > false",
        "she|PRP|2|nsubj said|VBD|0 it|PRP|2|obj > said > it > it > true",
        "she|PRP|2|nsubj said|VBD|0 so|RB|2|obj to|IN me|PRP|2|obl > said > so > me > true",
        "she|PRP|2|nsubj saw|VBD|0 so|RB|2|obj to|IN trams|NNS > saw > so > trams > false",
        "she|PRP|2|nsubj said|VBD|0 yes|UH|2|obj > said > yes > yes > false",
        "what|WP|3|obj she|PRP|3|nsubj said|VBD|0 > said > what > what > true",
        "his|PRP$|2|nmod:poss dog|NN|3|nsubj barked|VBD|0 > barked > his > dog > true",
        "I|PRP|2|nsubj say|VBP|0 it|PRP|4|nsubj rains|VBZ|2|ccomp > say > it > rains > true",
        "I|PRP|2|nsubj said|VBD|0 it|PRP|4|nsubj rains|VBZ|2|ccomp > said > it > rains > false"
      })
  void someReportsReportNothing(
      String written, String cue, String first, String last, boolean empty) {
    ParsedText t = Parsed.of(written);
    assertThat(new EmptyReports(t, false).test(found(t, cue, first, last, "-"))).isEqualTo(empty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "nobody|NN|2|nsubj said|VBD|0 it rained > said > nobody > true > true",
        "Ada|NNP|2|nsubj said|VBD|0 it rained > said > ada > false > false",
        "one|PRP|2|nsubj says|VBZ|0 it rained > says > one > true > true",
        "one|CD|4|nsubj of|IN|3|case them|PRP|1|nmod says|VBZ|0 it rained > says > one > false"
            + " > false",
        "they|PRP|2|nsubj say|VBP|0 it rained > say > they > false > false",
        "as|IN|3|mark they|PRP|3|nsubj say|VBP|0 it rained > say > they > true > true",
        "as|IN|3|mark they|PRP|3|nsubj say|VBP|0 it rained > say > - > true > true",
        "you|PRP|2|nsubj say|VBP|0 it rained > say > you > true > false",
        "you|PRP|2|nsubj said|VBD|0 it rained > said > you > false > false"
      })
  void someReportsAreOfNobody(
      String written, String cue, String source, boolean inArticle, boolean inComment) {
    ParsedText t = Parsed.of(written);
    AttributionDecoder.Found found = found(t, cue, "it", "rained", source);
    assertThat(new EmptyReports(t, false).isGeneric(found)).isEqualTo(inArticle);
    assertThat(new EmptyReports(t, true).isGeneric(found)).isEqualTo(inComment);
  }
}
