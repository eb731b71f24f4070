package org.polylogue.results.run;

import java.io.IOException;
import java.io.Writer;
import org.polylogue.discourse.Discourse;
import org.polylogue.results.DiscourseJson;
import org.polylogue.text.OffsetUnit;

/** {@code discourse.jsonl}: one article a line, see {@link DiscourseJson}. */
public final class DiscourseLines implements ResultFile {

  private final DiscourseJson json;
  private final Writer writer;

  /**
   * An empty file.
   *
   * @param folder where it appears once it is published
   * @param unit what offsets count
   * @throws IOException if it cannot be made
   */
  public DiscourseLines(OutputFolder folder, OffsetUnit unit) throws IOException {
    this.json = new DiscourseJson(unit);
    this.writer = folder.file("discourse.jsonl");
  }

  @Override
  public String name() {
    return "discourse.jsonl";
  }

  @Override
  public void add(Discourse discourse) throws IOException {
    writer.append(json.write(discourse)).append('\n');
  }
}
