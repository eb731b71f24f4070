package org.polylogue.corpus.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11 November 2023 11: 43|2023-11-11T11:43",
        "11 November 2023|2023-11-11",
        "2023-11-11 11:43|2023-11-11T11:43",
        "2023-11-11T11:43:05Z|2023-11-11T11:43:05Z",
        "2023-11-11T11:43+01:00|2023-11-11T11:43+01:00",
        "2023/11/11 at 9:05|2023-11-11T09:05",
        "11.11.2023|2023-11-11",
        "11.11.23, 11:43|2023-11-11T11:43",
        "Nov 11, 2023, 11:43 AM|2023-11-11T11:43",
        "Nov. 11, 2023 at 12:05 a.m.|2023-11-11T00:05",
        "Saturday, November 11th, 2023 5pm|2023-11-11T17:00",
        "Sat 11 Nov 2023 11:43 UTC|2023-11-11T11:43Z",
        "11:43, 11 November 2023|2023-11-11T11:43",
        "11:43 on 11.11.2023|2023-11-11T11:43",
        "25/12/2023 08:00|2023-12-25T08:00",
        "12/25/2023 08:00|2023-12-25T08:00",
        "09/09/2024 06:45|2024-09-09T06:45",
        "3rd of May 2024|2024-05-03",
      })
  void absoluteDatesAreReadAsPreciselyAsTheyAreWritten(String line, String expected) {
    WrittenTime found = WrittenTime.find(line, WrittenTime.DayOrder.UNKNOWN).orElseThrow();
    assertThat(found.moment().orElseThrow()).hasToString(expected);
    assertThat(found.span().of(line)).isEqualTo(line);
    assertThat(found.problem()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 hours ago",
        "an hour ago",
        "2d ago",
        "yesterday",
        "Yesterday at 11:43",
        "just now",
        "11 November, 11:43",
        "03/04/2023"
      })
  void whatCannotBeToldIsFoundAndReported(String line) {
    WrittenTime found = WrittenTime.find(line, WrittenTime.DayOrder.UNKNOWN).orElseThrow();
    assertThat(found.moment()).isEmpty();
    assertThat(found.problem()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+7",
        "11",
        "version 1.2.3",
        "31 February 2023",
        "99/99/2023",
        "may I?",
        "2023",
        "room 11:43",
        "Call 555-12-1234567"
      })
  void otherLinesHaveNoDate(String line) {
    assertThat(WrittenTime.find(line, WrittenTime.DayOrder.DAY_FIRST)).isEmpty();
  }

  @Test
  void aScoreAfterTheTimeIsNoZone() {
    WrittenTime found =
        WrittenTime.find("2024-04-17 08:05  +15", WrittenTime.DayOrder.UNKNOWN).orElseThrow();
    assertThat(found.moment().orElseThrow()).hasToString("2024-04-17T08:05");
    assertThat(found.span().end()).isEqualTo(16);
  }

  @Test
  void aZoneThatHasNoSingleOffsetIsLeftOutAndReported() {
    WrittenTime found =
        WrittenTime.find("11 Nov 2023 11:43 EST", WrittenTime.DayOrder.UNKNOWN).orElseThrow();
    assertThat(found.moment().orElseThrow()).hasToString("2023-11-11T11:43");
    assertThat(found.problem()).contains("EST");
  }
}
