package org.polylogue.results.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.ReadOutcome;

/** {@code notices.csv}: what a reader set aside or read with doubt. */
public final class NoticeTable {

  private final CsvTable table;

  /**
   * An empty table.
   *
   * @param folder where it appears once it is published
   * @param raw true to leave text cells as they are, see {@link CsvTable}
   * @throws IOException if it cannot be made
   */
  public NoticeTable(OutputFolder folder, boolean raw) throws IOException {
    this.table =
        new CsvTable(
            folder.file("notices.csv"),
            raw,
            "article_id",
            "place",
            "line",
            "kind",
            "excerpt",
            "reason");
  }

  /**
   * Adds the notices of an item.
   *
   * @param read the item, with what its reader noticed
   * @param later what was noticed after it was read
   * @throws IOException if they cannot be written
   */
  public void add(ReadOutcome.Read read, List<Notice> later) throws IOException {
    List<Notice> notices = new ArrayList<>(read.notices());
    notices.addAll(later);
    for (Notice notice : notices) {
      table.row(
          read.conversation().article().id(),
          read.place(),
          notice.line() == 0 ? null : notice.line(),
          notice.kind(),
          notice.excerpt(),
          notice.reason());
    }
  }
}
