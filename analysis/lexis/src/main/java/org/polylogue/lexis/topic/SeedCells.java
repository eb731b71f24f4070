package org.polylogue.lexis.topic;

import java.util.List;

/** Which words are seeds of which topics: a cell for each pair, those of a word side by side. */
final class SeedCells {

  /** Where the cells of each word start; one more for the end of the last. */
  final int[] starts;

  /** The topic of each cell. */
  final int[] topics;

  /** How many seed words each topic has. */
  final int[] words;

  SeedCells(List<SeedTopic> seeds, int vocabulary, int topicCount) {
    if (seeds.size() > topicCount) {
      throw new IllegalArgumentException(
          seeds.size() + " seeded topics need as many topics, not " + topicCount);
    }
    starts = new int[vocabulary + 1];
    words = new int[topicCount];
    for (int topic = 0; topic < seeds.size(); topic++) {
      words[topic] = seeds.get(topic).words().size();
      for (int word : seeds.get(topic).words()) {
        starts[word + 1]++;
      }
    }
    for (int word = 0; word < vocabulary; word++) {
      starts[word + 1] += starts[word];
    }
    topics = new int[starts[vocabulary]];
    int[] next = starts.clone();
    for (int topic = 0; topic < seeds.size(); topic++) {
      for (int word : seeds.get(topic).words()) {
        topics[next[word]++] = topic;
      }
    }
  }

  /** The cell of a word in a topic, −1 if it is no seed of it. */
  int cell(int word, int topic) {
    for (int cell = starts[word]; cell < starts[word + 1]; cell++) {
      if (topics[cell] == topic) {
        return cell;
      }
    }
    return -1;
  }
}
