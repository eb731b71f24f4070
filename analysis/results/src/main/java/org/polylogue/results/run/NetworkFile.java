package org.polylogue.results.run;

import java.io.IOException;
import java.io.Writer;
import org.polylogue.discourse.Discourse;
import org.polylogue.network.CoMentionNetwork;
import org.polylogue.network.NetworkWriter;

/**
 * {@code network.graphml}: the actors, joined by the number of paragraphs that name both, with all
 * their attributes.
 */
public final class NetworkFile implements ResultFile {

  private final CoMentionNetwork network = new CoMentionNetwork(CoMentionNetwork.Unit.PARAGRAPH);
  private final Writer writer;

  /**
   * An empty network.
   *
   * @param folder where it appears once it is published
   * @throws IOException if it cannot be made
   */
  public NetworkFile(OutputFolder folder) throws IOException {
    this.writer = folder.file("network.graphml");
  }

  @Override
  public String name() {
    return "network.graphml";
  }

  @Override
  public void add(Discourse discourse) {
    network.add(discourse);
  }

  @Override
  public void finish() throws IOException {
    try {
      NetworkWriter.of(network.toNetwork()).graphMl(writer);
    } finally {
      // throws what went wrong in the writer, which the exporter wraps or keeps to itself
      writer.flush();
    }
  }
}
