package org.polylogue.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

  private static final WordPieces PIECES = WordPieces.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The ferry sank. | The,ferry,sank,.",
        "the café couldn't | the,café,couldn,',t",
        "U.S.-backed | U,.,S,.,-,backed",
        "Sooo goood | Sooo,goood",
        "well\tknown\u00A0town | well,known,town"
      })
  void pieces_are_places_in_the_text(String text, String pieces) {
    assertThat(String.join(",", places(text))).isEqualTo(pieces);
  }

  @Test
  void case_and_accents_make_no_difference() {
    assertThat(PIECES.of("café MÜNCHEN").ids()).isEqualTo(PIECES.of("CAFE munchen").ids());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "👍 | thumbs up",
        "👍🏽 | thumbs up",
        "Grrrreat | great",
        "sweeet!!! | sweet!!!",
        "no👎way | no thumbs down way"
      })
  void emoji_and_stretched_words_are_read_as_what_they_stand_for(String text, String same) {
    assertThat(PIECES.of(text).ids()).isEqualTo(PIECES.of(same).ids());
  }

  @Test
  void a_word_without_end_is_one_unknown_piece() {
    WordPieces.Pieces pieces = PIECES.of("ha".repeat(50_000) + " end");
    assertThat(pieces.size()).isEqualTo(2);
    assertThat(pieces.ends()[0]).isEqualTo(100_000);
  }

  @Property(tries = 300)
  void places_are_in_order_and_inside_of_any_text(@ForAll String text) {
    WordPieces.Pieces pieces = PIECES.of(text);
    int last = 0;
    for (int i = 0; i < pieces.size(); i++) {
      assertThat(pieces.starts()[i]).isGreaterThanOrEqualTo(last);
      assertThat(pieces.ends()[i]).isGreaterThanOrEqualTo(pieces.starts()[i]);
      last = pieces.starts()[i];
    }
    assertThat(last).isLessThanOrEqualTo(text.length());
  }

  private static List<String> places(String text) {
    WordPieces.Pieces pieces = PIECES.of(text);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      places.add(text.substring(pieces.starts()[i], pieces.ends()[i]));
    }
    return places;
  }
}
