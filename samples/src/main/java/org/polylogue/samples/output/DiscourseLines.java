package org.polylogue.samples.output;

import java.io.IOException;
import java.io.Writer;
import org.polylogue.discourse.Discourse;

/** {@code discourse.jsonl}: one article a line, see {@link DiscourseJson}. */
public final class DiscourseLines implements ResultFile {

  private final DiscourseJson json = new DiscourseJson();
  private final Writer writer;

  /**
   * An empty file.
   *
   * @param folder where it appears once it is published
   * @throws IOException if it cannot be made
   */
  public DiscourseLines(OutputFolder folder) throws IOException {
    this.writer = folder.file("discourse.jsonl");
  }

  @Override
  public void add(Discourse discourse) throws IOException {
    writer.append(json.write(discourse)).append('\n');
  }
}
