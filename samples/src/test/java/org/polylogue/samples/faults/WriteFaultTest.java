package org.polylogue.samples.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polylogue.discourse.DiscourseModels;

/**
 * A step by which the command changes the disk fails, once or from then on: every eleventh of them
 * by default, every one with
 *
 * <pre>
 * mvn -q test -pl samples -am -Dtest=WriteFaultTest -Dsurefire.failIfNoSpecifiedTests=false -Dpolylogue.stride=1
 * </pre>
 */
class WriteFaultTest {

  private static final int STRIDE = Integer.getInteger("polylogue.stride", 11);

  private static final DiscourseModels MODELS = DiscourseModels.shipped();

  @TempDir Path temp;

  /** How a call ended. */
  private record Ended(int code, String errors) {}

  @ParameterizedTest
  @EnumSource(
      value = FaultyFileSystem.Fault.class,
      names = {"ONCE", "DISK_FULL"})
  void whicheverWriteFailsTheCommandSaysWhereAndHowToMendItAndResumes(FaultyFileSystem.Fault fault)
      throws IOException {
    Path input = new InventedCorpus(5, 2).write(temp.resolve("in.jsonl"), 5, false);
    analyze(input, temp.resolve("whole"), healthy(), false);
    SortedMap<String, String> whole = OutputFiles.of(temp.resolve("whole"));
    int step = 0;
    for (boolean failed = true; failed; step += STRIDE) {
      Path out = temp.resolve("out" + step);
      FaultyFileSystem files = new FaultyFileSystem(step, fault);
      Ended ended = analyze(input, out, files, false);
      failed = !files.failed().isEmpty();
      if (ended.code() == 0) {
        OutputFiles.assertSame(visible(OutputFiles.of(out)), whole);
        continue;
      }
      assertOneLineWithPlaceAndCure(ended);
      if (ended.errors().contains("the results are whole")) {
        OutputFiles.assertSame(visible(OutputFiles.of(out)), whole);
        continue;
      }
      SortedMap<String, String> left = OutputFiles.of(out);
      assertThat(visible(left)).as("published at step %d", step).isEmpty();
      assertThat(analyze(input, out, healthy(), true)).isEqualTo(new Ended(0, ""));
      SortedMap<String, String> resumed = OutputFiles.of(out);
      OutputFiles.assertSame(files.failed().equals("deletion") ? visible(resumed) : resumed, whole);
    }
    System.out.printf(
        "%s: %d runs met a fault, one at every %d of the steps; whole or resumed to the same bytes%n",
        fault, (step - 1) / STRIDE, STRIDE);
    assertThat(step).isGreaterThan(80);
  }

  @Test
  void whicheverWriteFailsTheResultsOfAnEarlierRunStay() throws IOException {
    Path out = temp.resolve("out");
    Path first = new InventedCorpus(5, 2).write(temp.resolve("first.jsonl"), 2, false);
    Path second = new InventedCorpus(6, 2).write(temp.resolve("second.jsonl"), 2, false);
    analyze(first, out, healthy(), false);
    SortedMap<String, String> earlier = OutputFiles.of(out);
    boolean failed = true;
    for (int step = 0; failed; step += STRIDE) {
      FaultyFileSystem files = new FaultyFileSystem(step, FaultyFileSystem.Fault.ONCE);
      Ended ended = analyze(second, out, files, false);
      failed = !files.failed().isEmpty();
      if (ended.code() == 0 || ended.errors().contains("the results are whole")) {
        assertThat(OutputFiles.of(out).get("discourse.jsonl"))
            .isNotEqualTo(earlier.get("discourse.jsonl"));
        analyze(first, out, healthy(), false);
      }
      OutputFiles.assertSame(visible(OutputFiles.of(out)), earlier);
    }
  }

  private static void assertOneLineWithPlaceAndCure(Ended ended) {
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors().lines()).hasSize(1);
    assertThat(ended.errors())
        .contains("planted fault")
        .containsPattern("(out[0-9]*|report\\.html)")
        .containsAnyOf("add --resume", "choose a folder that can be written", "delete them");
  }

  private static FaultyFileSystem healthy() {
    return new FaultyFileSystem(Integer.MAX_VALUE, FaultyFileSystem.Fault.ONCE);
  }

  private static SortedMap<String, String> visible(SortedMap<String, String> files) {
    SortedMap<String, String> visible = new TreeMap<>(files);
    visible.keySet().removeIf(name -> name.startsWith("."));
    return visible;
  }

  private static Ended analyze(Path input, Path out, FaultyFileSystem files, boolean resume) {
    StringWriter errors = new StringWriter();
    List<String> args =
        new ArrayList<>(
            List.of(input.toString(), "--out", out.toString(), "--threads", "1", "--raw-cells"));
    if (resume) {
      args.add("--resume");
    }
    int code =
        PlainAnalyze.command(() -> PlainAnalyze.discourse(MODELS))
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(errors, true))
            .registerConverter(
                Path.class, text -> files.faulty(FileSystems.getDefault().getPath(text)))
            .execute(args.toArray(String[]::new));
    return new Ended(code, errors.toString());
  }
}
