package org.polylogue.benchmarks.quality.entity;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.benchmarks.quality.TrainTask;
import org.polylogue.discourse.entity.post.PostVocabulary;
import org.polylogue.discourse.entity.post.PostVocabulary.Word;

/**
 * Packs a vocabulary of posts from a file of hierarchical clusters (Brown et al. 1992): a line for
 * each word with the path to its cluster, the word and how often it was seen, between tabs. Names
 * of users are left out.
 */
public final class PostVocabularyTask implements TrainTask {

  private static final Pattern LINE = Pattern.compile("([01]{1,100})\t([^\t]+)\t(\\d{1,12})");
  private static final int MAX_CHARACTERS = 60;

  /** For the list of tasks. */
  public PostVocabularyTask() {}

  @Override
  public String name() {
    return "post-vocabulary";
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    List<Word> words = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(gold, StandardCharsets.UTF_8)) {
      number++;
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IOException(
            gold + ", line " + number + ": no path of bits, word and count between tabs");
      }
      String form = parts.group(2);
      if (form.length() <= MAX_CHARACTERS && (form.length() == 1 || form.charAt(0) != '@')) {
        words.add(new Word(form, parts.group(1), Long.parseLong(parts.group(3))));
      }
    }
    int size;
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(model))) {
      size = PostVocabulary.write(words, file);
    }
    out.printf("%d words in %d classes%n", size, words.stream().map(Word::path).distinct().count());
  }
}
