package org.polylogue.samples.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of brat and INCEpTION find what breaks them. */
class RulesTest {

  private static final String CONFIGURATION =
      "[entities]\nContent\nCue\n\n[relations]\nInside\tArg1:Content, Arg2:Content\n"
          + "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n"
          + "[events]\nAttribution\tContent+:Content, Cue?:Cue\n\n"
          + "[attributes]\nkind\tArg:Content, Value:DIRECT|MIXED\n";

  private static final String RIGHT =
      "T1\tContent 9 13\tthey\nT2\tCue 4 8\tsaid\nT3\tAttribution 4 8\tsaid\n"
          + "E1\tAttribution:T3 Content:T1 Cue:T2\nA1\tkind T1 DIRECT\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'T4\tMention 0 3\tShe', 1",
    "'T4\tCue 0 3\tHer', 1",
    "'T4\tCue 0 30\tShe', 1",
    "'T4\tAttribution 0 3\tShe', 1",
    "'T1\tCue 0 3\tShe', 1",
    "'R1\tInside Arg1:T1 Arg2:T1', 0",
    "'R1\tInside Arg1:T1 Arg2:T2', 1",
    "'R1\tInside From:T1 To:T1', 1",
    "'R1\tBeside Arg1:T1 Arg2:T1', 1",
    "'E2\tAttribution:T3 Cue:T2', 1",
    "'E2\tAttribution:T3 Content:T2', 1",
    "'E2\tAttribution:T3 Content:T1 Cue:T2 Cue2:T2', 1",
    "'E2\tAttribution:T3 Content:T1 Content2:T1', 0",
    "'E2\tAttribution:T3 Content:T1 Source:T2', 1",
    "'E2\tAttribution:T2 Content:T1', 1",
    "'A2\tkind T2 DIRECT', 1",
    "'A2\tkind T1 LOUD', 1",
    "'A2\tmode T1 DIRECT', 1",
    "'#1\tNote T1\tsome words', 0",
    "'#1\tNote T9\tsome words', 1"
  })
  void whatBreaksARuleOfBratIsFound(String line, int issues) throws IOException {
    Files.writeString(folder.resolve("annotation.conf"), CONFIGURATION);
    Files.writeString(folder.resolve("a.txt"), "She said they left.");
    Files.writeString(folder.resolve("a.ann"), RIGHT + (line.isEmpty() ? "" : line + "\n"));
    assertThat(BratRules.issues(folder, 5)).hasSize(issues);
    assertThat(BratRules.issues(folder, 50)).hasSize(issues + 1);
  }

  private static final String HEAD =
      "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Cue|group|kind\n\n\n#Text=He said so.\n";

  @ParameterizedTest
  @CsvSource({
    "'1-1\t0-2\tHe\t_\t_\t\n1-2\t3-7\tsaid\t1\tA\\_b\t\n1-3\t8-11\tso.\t_\t_\t\n', false",
    "'1-1\t0-2\tHe\t_\t_\t\n1-2\t3-7\tsaid\t1\tA_b\t\n1-3\t8-11\tso.\t_\t_\t\n', true",
    "'1-1\t0-2\tHe\t1[1]\t*[1]\t\n1-2\t3-7\tsaid\t1[1]|2[2]\t*[1]|*[2]\t\n1-3\t8-11\tso.\t_\t_\t\n', false",
    "'1-1\t0-2\tHe\t1[1]\t*[1]\t\n1-2\t3-7\tsaid\t1|2\t*|*\t\n1-3\t8-11\tso.\t_\t_\t\n', true",
    "'1-1\t0-2\tHe\t1[1]\t*[1]\t\n1-2\t3-7\tsaid\t1[1]\t_\t\n1-3\t8-11\tso.\t_\t_\t\n', true",
    "'1-1\t0-2\tHe\t1[1]\t*[1]\t\n1-2\t3-7\tsaid\t_\t_\t\n1-3\t8-11\tso.\t1[1]\t*[1]\t\n', true",
    "'1-1\t0-2\tHe\t_\t_\t\n1-2\t2-7\t said\t_\t_\t\n1-3\t8-11\tso.\t_\t_\t\n', true",
    "'1-1\t0-2\tHe\t_\t_\t\n1-3\t3-7\tsaid\t_\t_\t\n1-3\t8-11\tso.\t_\t_\t\n', true",
    "'1-1\t0-2\tHe\t_\t_\t\n1-2\t3-7\tsays\t_\t_\t\n1-3\t8-11\tso.\t_\t_\t\n', true",
    "'1-1\t0-2\tHe\t_\t_\t\n1-2\t3-7\tsaid\t_\t\n1-3\t8-11\tso.\t_\t_\t\n', true",
    "'1-1\t0-2\tHe\t_\t_\t\n1-2\t3-7\tsaid\t_\t_\t\n', true"
  })
  void whatBreaksARuleOfWebAnnoIsFound(String tokens, boolean broken) {
    assertThat(WebAnnoRules.issues("a", HEAD + tokens, "He said so.").isEmpty()).isEqualTo(!broken);
  }

  @Test
  void aReservedNameIsFound() {
    String tokens = "1-1\t0-3\tYes\t_\t\n";
    String head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Echo|end\n\n\n#Text=Yes\n";
    assertThat(WebAnnoRules.issues("a", head + tokens, "Yes")).hasSize(1);
    assertThat(WebAnnoRules.issues("a", head.replace("|end", "|sourceEnd") + tokens, "Yes"))
        .isEmpty();
  }
}
