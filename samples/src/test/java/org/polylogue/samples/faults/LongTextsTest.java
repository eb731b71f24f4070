package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polylogue.discourse.Discourse;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.samples.RealDiscourse;

/**
 * Texts that never stop, or are nothing but marks, through all analyses: four times the text is
 * less than six times the work, told by what is allocated: 2,400 marks or 1,200 words, or the
 * 100,000 and 50,000 that {@code -Dpolylogue.full=true} tries.
 */
class LongTextsTest {

  private static final int MARKS = Boolean.getBoolean("polylogue.full") ? 100_000 : 2_400;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\" ",
        "' ",
        "“ ",
        "‘ ",
        "’ ",
        "« ",
        "„ ",
        "「",
        "“‘",
        "«“",
        "“a” ",
        "( ",
        "word and ",
        "Anna Berg and ",
        "he said she said ",
        "“yes” said Anna Berg and "
      })
  void fourTimesTheTextIsLessThanSixTimesTheWork(String unit) {
    int marks = unit.matches("\\P{L}+") ? MARKS : MARKS / 2;
    int units = marks / unit.trim().split(" ").length;
    allocated(unit, units / 4);
    long quarter = allocated(unit, units / 4);
    long whole = allocated(unit, units);
    System.out.printf(
        Locale.ROOT,
        "%d times \"%s\": %d MB, a quarter %d MB%n",
        units,
        unit,
        whole >> 20,
        quarter >> 20);
    assertThat(whole).as("bytes allocated, a quarter took %d", quarter).isLessThan(6 * quarter);
  }

  /** Returns the bytes that this thread allocates for an article and a comment of so many units. */
  private static long allocated(String unit, int times) {
    String text = unit.repeat(times);
    Conversation conversation =
        Conversation.of(Article.of("a", "Title", text), List.of(Comment.of("c", text)));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    Discourse found = RealDiscourse.of(conversation);
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertThat(found.conversation()).isEqualTo(conversation);
    return allocated;
  }
}
