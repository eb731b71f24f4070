package org.polylogue.samples.command;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.polylogue.corenlp.CoreNlpEngine;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.pipeline.DocumentLimits;
import picocli.CommandLine;

/** The options that say how much one article may be. */
public final class LimitOptions {

  @CommandLine.Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Wall time that one article may take; default: ${DEFAULT-VALUE}.")
  private int timeLimit = 600;

  @CommandLine.Option(
      names = "--max-characters",
      paramLabel = "N",
      description = "Longest article or comment; default: ${DEFAULT-VALUE}.")
  private int characters = DocumentLimits.DEFAULT.characters();

  @CommandLine.Option(
      names = "--max-sentences",
      paramLabel = "N",
      description = "Most sentences of an article or comment; default: ${DEFAULT-VALUE}.")
  private int sentences = DocumentLimits.DEFAULT.sentences();

  @CommandLine.Option(
      names = "--max-comments",
      paramLabel = "N",
      description = "Most comments under one article; default: ${DEFAULT-VALUE}.")
  private int comments = DocumentLimits.DEFAULT.comments();

  @CommandLine.Option(
      names = "--max-depth",
      paramLabel = "N",
      description = "Deepest nesting of replies; default: ${DEFAULT-VALUE}.")
  private int depth = DocumentLimits.DEFAULT.depth();

  @CommandLine.Option(
      names = "--max-nesting",
      paramLabel = "N",
      description = "Deepest nesting of JSON and HTML; default: ${DEFAULT-VALUE}.")
  private int nesting = ReadLimits.DEFAULT.nesting();

  @CommandLine.Option(
      names = "--max-word-length",
      paramLabel = "N",
      description =
          "Longest stretch without white space that is read as a whole, longer ones are "
              + "read in pieces and noticed; its cost grows with its square; default: "
              + "${DEFAULT-VALUE}.")
  private int wordLength = CoreNlpEngine.DEFAULT_MAX_WORD_LENGTH;

  @CommandLine.Option(
      names = "--over-limit",
      paramLabel = "WHAT",
      converter = ExcessConverter.class,
      description =
          "What becomes of an article over a limit: fail (default), leave-out (of its comments"
              + " those over it), or truncate (texts too, at the limit); the notices list what is"
              + " not read.")
  private DocumentLimits.Excess excess = DocumentLimits.Excess.FAIL;

  /** Options not yet read; picocli fills them in. */
  public LimitOptions() {}

  /**
   * Refuses a number that is too low.
   *
   * @param command whose option it is
   * @param option its name
   * @param value what was given
   * @param least the lowest that can be
   * @throws CommandLine.ParameterException if it is lower
   */
  static void atLeast(CommandLine command, String option, int value, int least) {
    if (value < least) {
      throw new CommandLine.ParameterException(
          command, option + " is " + value + ", but must be at least " + least);
    }
  }

  /**
   * Refuses limits below 1.
   *
   * @param command whose options they are
   * @throws CommandLine.ParameterException if there is one
   */
  void check(CommandLine command) {
    values()
        .forEach(
            (option, value) -> {
              if (value instanceof Integer number) {
                atLeast(command, "--" + option, number, 1);
              }
            });
  }

  /** Takes over what a server reads as a whole. */
  void takeOver(Map<String, String> options) {
    wordLength = Integer.parseInt(options.get("max-word-length"));
  }

  /**
   * What was given, or is the default.
   *
   * @return numbers and labels by option, in the order of their names
   */
  public Map<String, Object> values() {
    Map<String, Object> values = new TreeMap<>();
    values.put("time-limit", timeLimit);
    values.put("max-characters", characters);
    values.put("max-sentences", sentences);
    values.put("max-comments", comments);
    values.put("max-depth", depth);
    values.put("max-nesting", nesting);
    values.put("max-word-length", wordLength);
    values.put("over-limit", EnumConverter.word(excess));
    return values;
  }

  /**
   * How large an article may be to be analysed.
   *
   * @return the limits
   * @throws IllegalArgumentException if a number is less than 1
   */
  public DocumentLimits documents() {
    return new DocumentLimits(characters, sentences, comments, depth, excess);
  }

  /**
   * What is read at most: as much as may be analysed, and more of it where the rest is to be cut.
   *
   * @return the limits
   * @throws IllegalArgumentException if a number is less than 1
   */
  public ReadLimits reading() {
    ReadLimits limits = ReadLimits.DEFAULT.withNesting(nesting);
    return limits
        .withDocumentCharacters(Math.max(limits.documentCharacters(), characters))
        .withParagraphCharacters(Math.max(limits.paragraphCharacters(), characters))
        .withComments(Math.max(limits.comments(), comments));
  }

  /**
   * How long a stretch without white space may be to be read as a whole.
   *
   * @return characters; not checked
   */
  public int wordLength() {
    return wordLength;
  }

  /**
   * Wall time that one article may take.
   *
   * @return the time as it was given; not checked
   */
  public Duration time() {
    return Duration.ofSeconds(timeLimit);
  }

  private static final class ExcessConverter extends EnumConverter<DocumentLimits.Excess> {
    ExcessConverter() {
      super(DocumentLimits.Excess.values());
    }
  }
}
