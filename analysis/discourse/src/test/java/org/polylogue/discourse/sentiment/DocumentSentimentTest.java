package org.polylogue.discourse.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

class DocumentSentimentTest {

  private static final Voice AUTHOR = new Voice.Author();
  private static final Voice SOURCE = new Voice.Source(new Speaker.DocumentAuthor());

  private static Sentiment sentiment(double score, Voice voice) {
    return new Sentiment(new Span(0, 1), score, voice, Optional.empty(), List.of());
  }

  @Test
  void eachVoiceHasItsOwnMean() {
    List<DocumentSentiment> found =
        DocumentSentiment.of(
            List.of(sentiment(0.5, AUTHOR), sentiment(-0.8, SOURCE), sentiment(0.1, AUTHOR)), 7);
    assertThat(found).extracting(DocumentSentiment::voice).containsExactly(AUTHOR, SOURCE);
    assertThat(found.get(0).score()).isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(found.get(1)).isEqualTo(new DocumentSentiment(SOURCE, -0.8, -0.8, -0.8, 1));
  }

  @Test
  void theIntervalHoldsTheMeanAndNarrowsWithMoreSentences() {
    List<Sentiment> few = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      few.add(sentiment(i % 2 == 0 ? 0.6 : -0.2, AUTHOR));
    }
    List<Sentiment> many = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      many.addAll(few);
    }
    DocumentSentiment small = DocumentSentiment.of(few, 7).get(0);
    DocumentSentiment large = DocumentSentiment.of(many, 7).get(0);
    assertThat(small.low()).isLessThan(small.score());
    assertThat(small.high()).isGreaterThan(small.score());
    assertThat(large.high() - large.low()).isLessThan((small.high() - small.low()) / 10);
    assertThat(DocumentSentiment.of(few, 7)).isEqualTo(DocumentSentiment.of(few, 7));
  }

  @Test
  void towardsAMentionIsNotTheToneOfTheDocument() {
    assertThat(
            DocumentSentiment.of(
                List.of(
                    new Sentiment(
                        new Span(0, 9), 0.5, AUTHOR, Optional.of(new Span(0, 2)), List.of())),
                7))
        .isEmpty();
  }
}
