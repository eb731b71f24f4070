package org.polylogue.samples.command;

import java.io.PrintWriter;
import java.util.Locale;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.results.run.ResultFile;

/** Says of each article, in one line, that it is done and what was found. Not thread-safe. */
final class DocumentLines implements ResultFile {

  private final PrintWriter out;

  DocumentLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public String name() {
    return "the lines of --verbose";
  }

  @Override
  public void add(Discourse discourse) {
    StringBuilder line = new StringBuilder();
    line.append(discourse.conversation().article().id())
        .append(": ")
        .append(discourse.conversation().comments().size())
        .append(" comments, ")
        .append(discourse.actors().size())
        .append(" actors");
    discourse.article().findings().keySet().stream()
        .map(layer -> count(discourse, layer))
        .forEach(line::append);
    out.println(ErrorLines.oneLine(line.toString()));
    out.flush();
  }

  private static String count(Discourse discourse, Layer<?> layer) {
    return String.format(Locale.ROOT, ", %d %s", discourse.all(layer).size(), layer.name());
  }

  @Override
  public void addFailure(String id, String stage, String cause) {
    out.println(ErrorLines.oneLine(id + ": failed, " + stage + ", " + cause));
    out.flush();
  }

  @Override
  public void finish() {}
}
