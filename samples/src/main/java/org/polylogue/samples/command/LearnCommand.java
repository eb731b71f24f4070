package org.polylogue.samples.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.polylogue.lexis.resampling.Interval;
import org.polylogue.validation.coding.CodedSample;
import org.polylogue.validation.learning.Adaptation;
import org.polylogue.validation.learning.AdaptedModel;
import org.polylogue.validation.learning.CodedExample;
import org.polylogue.validation.learning.CodedExamples;
import org.polylogue.validation.learning.HeldOut;
import org.polylogue.validation.learning.LabelCorrection;
import picocli.CommandLine;

/** {@code polylogue learn}. */
@CommandLine.Command(
    name = "learn",
    description = "Learns from coded rows where results err, for analyze --models.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "CODED are the sample.csv of polylogue sample with codes filled in. Scores are "
          + "of rows that were held out, beside those of the machine. See "
          + "docs/validation.md.",
      "",
      "Example: polylogue learn results coding/coded-ann.csv --out stance.model"
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the model is written",
      "1:nothing is written, for it is not better than the machine",
      "2:wrong call or unusable input"
    })
public final class LearnCommand implements Callable<Integer> {

  private static final int LEAST_ROWS = 40;
  private static final int LEAST_ARTICLES = 3;

  @CommandLine.Mixin private CodedInputs inputs;

  @CommandLine.Option(
      names = "--question",
      paramLabel = "WHAT",
      description = "tone, stance or grade; by default what the sample asks.")
  private String question;

  @CommandLine.Option(
      names = "--out",
      required = true,
      paramLabel = "MODEL",
      description = "File for the model.")
  private Path out;

  @CommandLine.Option(
      names = "--date",
      paramLabel = "DATE",
      description = "When it is learned, noted in the model; by default nothing.")
  private String date = "";

  @CommandLine.Option(
      names = "--force",
      description = "Write the model though it is not better than the machine.")
  private boolean force;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The command. */
  public LearnCommand() {}

  @Override
  public Integer call() throws IOException {
    CodedSample sample = inputs.sample();
    CodedExamples coded;
    HeldOut scores;
    LabelCorrection correction;
    try {
      String asked = CodedExamples.question(sample.task());
      if (question != null && !question.equals(asked)) {
        throw new CommandFailure(
            "--question is " + question + ", but the sample asks for " + asked);
      }
      coded = CodedExamples.read(inputs.results(), sample);
      check(coded);
      scores = HeldOut.of(coded.examples());
      correction = Adaptation.fit(coded.examples());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    print(coded, sample, scores);
    boolean better = scores.gain().estimate() > 0;
    if (better || force) {
      write(AdaptedModel.of(origin(coded, sample, scores), correction));
      return 0;
    }
    spec.commandLine()
        .getErr()
        .println(
            spec.qualifiedName()
                + ": it is not better than the machine, so nothing is written; code more rows, or"
                + " add --force");
    spec.commandLine().getErr().flush();
    return 1;
  }

  private static void check(CodedExamples coded) {
    long articles = coded.examples().stream().map(one -> one.row().cluster()).distinct().count();
    if (coded.examples().size() < LEAST_ROWS || articles < LEAST_ARTICLES) {
      throw new CommandFailure(
          "there are "
              + coded.examples().size()
              + " coded rows of "
              + articles
              + " articles; code "
              + LEAST_ROWS
              + " at least, of "
              + LEAST_ARTICLES
              + " articles");
    }
  }

  private AdaptedModel.Origin origin(CodedExamples coded, CodedSample sample, HeldOut scores)
      throws IOException {
    TreeMap<String, Integer> codes = new TreeMap<>();
    TreeSet<String> machine = new TreeSet<>();
    for (CodedExample example : coded.examples()) {
      codes.merge(example.row().people(), 1, Integer::sum);
      machine.add(example.row().machine());
    }
    return new AdaptedModel.Origin(
        sample.task(),
        List.copyOf(machine),
        coded.judges(),
        inputs.hashes(),
        sample.coders(),
        codes,
        date,
        scores);
  }

  private void write(AdaptedModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(bytes);
    Path beside = out.resolveSibling(out.getFileName() + ".part");
    Files.write(beside, bytes.toByteArray());
    Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
    PrintWriter print = spec.commandLine().getOut();
    print.println(model.id() + " in " + out + "; apply it with analyze --models " + out);
    print.flush();
  }

  private void print(CodedExamples coded, CodedSample sample, HeldOut scores) {
    PrintWriter print = spec.commandLine().getOut();
    print.println(
        coded.examples().size()
            + " coded rows of "
            + sample.task().table()
            + ", coded by "
            + ErrorLines.oneLine(String.join(", ", sample.coders())));
    coded
        .leftOut()
        .forEach(
            (code, rows) ->
                print.println(
                    ErrorLines.oneLine(
                        rows + " rows coded " + code + " teach nothing: it is no label")));
    if (coded.missing() > 0) {
      print.println(
          coded.missing() + " coded rows are not in these results: the machine finds them no more");
    }
    print.println("held out     macro F1                  gap of confidence");
    line(print, "machine", scores.shipped(), scores.shippedGap());
    line(print, "adapted", scores.adapted(), scores.adaptedGap());
    Interval gain = scores.gain();
    print.printf(
        Locale.ROOT,
        "%-12s %+.3f (%+.3f to %+.3f)%n",
        "gain",
        gain.estimate(),
        gain.low(),
        gain.high());
    if (gain.estimate() > 0 && gain.low() <= 0) {
      print.println("the gain may be chance: its interval holds 0; code more rows to know");
    }
    print.flush();
  }

  private static void line(PrintWriter print, String who, Interval score, double gap) {
    print.printf(
        Locale.ROOT,
        "%-12s  %.3f ( %.3f to  %.3f)  %.3f%n",
        who,
        score.estimate(),
        score.low(),
        score.high(),
        gap);
  }
}
