package org.polylogue.samples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polylogue.text.Explanation;
import picocli.CommandLine;

/** Turns whatever goes wrong into one line on the error stream and exit code 2. */
public final class ErrorLines {

  private static final int WRONG_CALL = 2;

  private ErrorLines() {}

  /**
   * Lets a command end with one line whatever is thrown.
   *
   * @param command a command with its subcommands
   * @return the same command
   */
  public static CommandLine in(CommandLine command) {
    return command
        .setParameterExceptionHandler(ErrorLines::wrongCall)
        .setExecutionExceptionHandler(ErrorLines::failure)
        .setExecutionStrategy(ErrorLines::run);
  }

  /** picocli's own strategy, which lets errors through to the virtual machine. */
  private static int run(CommandLine.ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError | AssertionError e) {
      List<CommandLine> called = parsed.asCommandLineList();
      return ended(e, called.get(called.size() - 1));
    }
  }

  /**
   * Reports a call that picocli could not parse.
   *
   * @param e what is wrong with it
   * @param args the arguments
   * @return exit code 2
   */
  public static int wrongCall(CommandLine.ParameterException e, String... args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    StringBuilder line = new StringBuilder(name).append(": ").append(oneLine(e.getMessage()));
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      near(unmatched).ifPresent(word -> line.append("; did you mean ").append(word).append('?'));
    }
    line.append("; see ").append(name).append(" --help");
    return print(command, line.toString());
  }

  /** The subcommand or option that the first unknown word is nearest to. */
  private static Optional<String> near(CommandLine.UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
    CommandLine.Model.CommandSpec spec = unmatched.getCommandLine().getCommandSpec();
    Stream<String> known =
        word.startsWith("-")
            ? spec.options().stream().map(CommandLine.Model.OptionSpec::longestName)
            : spec.subcommands().keySet().stream();
    return Nearest.to(word, known).or(() -> unmatched.getSuggestions().stream().findFirst());
  }

  /**
   * Reports an exception that ended a command.
   *
   * @param e what was thrown
   * @param command the command that ended
   * @param parsed its arguments
   * @return exit code 2
   */
  public static int failure(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    return ended(e, command);
  }

  private static int ended(Throwable e, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return print(command, name + ": " + oneLine(explain(e)));
  }

  static String explain(Throwable e) {
    if (e instanceof CommandFailure) {
      return e.getMessage();
    }
    if (e instanceof UncheckedIOException && e.getCause() != null) {
      return explain(e.getCause());
    }
    if (e instanceof NoSuchFileException missing) {
      return "no such file or folder: " + missing.getFile();
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile() + "; check its owner and mode";
    }
    if (e instanceof FileAlreadyExistsException file) {
      return file.getFile() + " is a file, not a folder";
    }
    if (e instanceof FileSystemException file) {
      String reason = file.getReason() == null ? e.getClass().getSimpleName() : file.getReason();
      return file.getFile() + ": " + reason;
    }
    if (e instanceof IOException) {
      return "reading or writing failed: " + e.getMessage();
    }
    if (e instanceof OutOfMemoryError) {
      return "memory ran out at "
          + (Runtime.getRuntime().maxMemory() >> 20)
          + " MB; give Java more with -Xmx, or lower --threads or the limits";
    }
    if (e instanceof StackOverflowError) {
      return "Java's stack ran out; give it more with -Xss, and please report it";
    }
    StackTraceElement[] stack = e.getStackTrace();
    String where = stack.length == 0 ? "" : " at " + stack[0];
    return "a defect in polylogue ended the run: " + e + where + "; please report it";
  }

  private static int print(CommandLine command, String line) {
    command.getErr().println(line);
    command.getErr().flush();
    return WRONG_CALL;
  }

  /** A message that neither breaks the line nor turns the terminal around. */
  static String oneLine(String message) {
    return Explanation.oneLine(message).strip();
  }
}
