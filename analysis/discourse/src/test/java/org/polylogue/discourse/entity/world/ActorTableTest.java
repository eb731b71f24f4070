package org.polylogue.discourse.entity.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.model.Actor;

class ActorTableTest {

  private static ActorTable read(String table) throws IOException {
    return ActorTable.read(new StringReader(table), "table.csv");
  }

  @Test
  void columnsStandInAnyOrderAndCellsAtTheEndMayBeMissing() throws IOException {
    assertThat(read("party,Canonical ,alias\nBlue,Ada Kern\nBlue,Ada Kern,Ada\n").actors())
        .singleElement()
        .satisfies(actor -> assertThat(actor.aliases()).containsExactly("Ada", "Ada Kern"))
        .extracting(Actor::attributes)
        .hasToString("{party=Blue}");
  }

  @ParameterizedTest
  @CsvSource({
    "'alias,type\nAda,person\n', no column canonical in the header",
    "'party,canonical\nBlue\n', line 2: no canonical name",
    "'canonical,alias\n ,Ada\n', line 2: no canonical name",
    "'canonical,alias\nAda Kern,Ada,x\n', line 2: 3 cells for 2 columns",
    "'canonical,type\nAda Kern,alien\n', line 2: type alien is none of"
  })
  void whatIsNoTableOfActorsIsRefusedWithItsLine(String table, String cause) {
    assertThatThrownBy(() -> read(table))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("table.csv", cause);
  }
}
