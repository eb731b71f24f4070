package org.polylogue.samples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;

/** Turns whatever goes wrong into one line on the error stream and exit code 2. */
public final class ErrorLines {

  private static final int WRONG_CALL = 2;

  private ErrorLines() {}

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
      List<String> similar = unmatched.getSuggestions();
      if (!similar.isEmpty()) {
        line.append("; did you mean ").append(similar.get(0)).append('?');
      }
    }
    line.append("; see ").append(name).append(" --help");
    return print(command, line.toString());
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
    StackTraceElement[] stack = e.getStackTrace();
    String where = stack.length == 0 ? "" : " at " + stack[0];
    return "a defect in polylogue ended the run: " + e + where + "; please report it";
  }

  private static int print(CommandLine command, String line) {
    command.getErr().println(line);
    command.getErr().flush();
    return WRONG_CALL;
  }

  private static String oneLine(String message) {
    return String.valueOf(message).strip().replaceAll("\\p{Cntrl}+", " ");
  }
}
