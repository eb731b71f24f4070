package org.polylogue.results.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Conversation;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Journal;
import org.polylogue.pipeline.RememberedAnalysis;
import org.polylogue.results.DiscourseJson;
import org.polylogue.text.OffsetUnit;

/**
 * What a run has found so far, kept in a hidden file of the output folder until the results are
 * published, so that a run that was killed can go on. For one run.
 */
public final class RunMemory implements AutoCloseable {

  private static final String NAME = ".polylogue-journal";

  private final DiscourseJson json;
  private final Path file;
  private final Journal journal;
  private final int recovered;
  private boolean published;

  private RunMemory(Path file, Journal journal, Layers layers) {
    this.json = DiscourseJson.exact(layers);
    this.file = file;
    this.journal = journal;
    this.recovered = journal.size();
  }

  /**
   * Opens the memory of a run.
   *
   * @param folder the output folder, which is there
   * @param resume true to go on with what an earlier run has kept, false to begin anew
   * @param identity what results depend on beside the conversations, by name
   * @param layers the layers that are kept
   * @return the memory
   * @throws IOException if the file cannot be read or written, or another run has it open
   * @throws org.polylogue.pipeline.JournalMismatchException if it was kept under another identity
   */
  public static RunMemory open(
      Path folder, boolean resume, SortedMap<String, String> identity, Layers layers)
      throws IOException {
    Path file = folder.resolve(NAME);
    try {
      return new RunMemory(
          file, resume ? Journal.open(file, identity) : Journal.begin(file, identity), layers);
    } catch (IOException e) {
      throw OutputFolder.naming(file, e);
    }
  }

  /**
   * The same analysis with this memory.
   *
   * @param analysis computes what is not known
   * @return takes known results from the memory and keeps new ones
   */
  public Analysis<Conversation, Discourse> of(Analysis<Conversation, Discourse> analysis) {
    return new RememberedAnalysis<>(
        analysis,
        journal,
        conversation -> JsonLinesWriter.line(conversation, OffsetUnit.UTF_16),
        json::write,
        (conversation, line) -> {
          Discourse kept = json.read(line);
          if (!kept.conversation().equals(conversation)) {
            throw new IllegalArgumentException("a result of another conversation");
          }
          return kept;
        });
  }

  /**
   * How many conversations are known.
   *
   * @return those of the earlier run and those of this one
   */
  public int size() {
    return journal.size();
  }

  /**
   * How many conversations the earlier run had kept.
   *
   * @return zero or more
   */
  public int recovered() {
    return recovered;
  }

  /**
   * The articles of the earlier run that this one did not meet again: they or their comments were
   * changed, or they are gone. Meaningful at the end of a run.
   *
   * @param most how many to name
   * @return their ids
   * @throws IOException if the file cannot be read
   */
  public List<String> changed(int most) throws IOException {
    List<String> ids = new ArrayList<>();
    for (String line : journal.unusedPayloads(most)) {
      ids.add(json.read(line).conversation().article().id());
    }
    return ids;
  }

  /**
   * How many there are of {@link #changed}.
   *
   * @return zero or more
   */
  public int changedCount() {
    return journal.unused();
  }

  /** Says that the results are published: {@link #close} forgets everything. */
  public void published() {
    published = true;
  }

  /**
   * Closes the file, and deletes it if the results are published or there are none.
   *
   * @throws IOException if something could not be kept and the results are not published
   */
  @Override
  public void close() throws IOException {
    boolean forget = published || journal.size() == 0;
    try {
      journal.close();
    } catch (IOException e) {
      if (!published) {
        throw OutputFolder.naming(file, e);
      }
    }
    if (forget) {
      Files.deleteIfExists(file);
    }
  }
}
