package org.polylogue.corpus.convokit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusLines;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.OutcomeReader;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.text.Explanation;

/**
 * Reads a corpus folder of ConvoKit: {@code utterances.jsonl} with {@code conversations.json}
 * beside it. The utterance that answers nothing is the article of its conversation, the others are
 * comments. Replies whose parent is missing, self-replies, repeated ids and cycles are mended and
 * reported; a conversation without a root gets an article without text. A damaged line is a failure
 * of that line.
 *
 * <p>The lines of a conversation may stand anywhere: a first pass notes where they are, so memory
 * grows with the number of utterances, not with their text. Immutable and thread-safe.
 */
public final class ConvokitFormat implements CorpusFormat {

  static final String UTTERANCES = "utterances.jsonl";

  private static final Pattern FILES =
      Pattern.compile(
          "utterances\\.jsonl?|(?:speakers|users|conversations|corpus|index)\\.json|info\\.[^.]{1,100}\\.jsonl?");

  /** A reader; the limits are those of the source. */
  public ConvokitFormat() {}

  @Override
  public String name() {
    return "convokit";
  }

  /** Accepts folders that hold {@code utterances.jsonl}. */
  @Override
  public boolean accepts(CorpusSource source) {
    return source.isFolder() && Files.isRegularFile(source.path().resolve(UTTERANCES));
  }

  /** Covers the files that ConvoKit writes. */
  @Override
  public boolean covers(CorpusSource folder, Path entry) {
    String name = entry.getFileName().toString();
    return name.endsWith(".bin") || FILES.matcher(name).matches();
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    Path file = source.path().resolve(UTTERANCES);
    CorpusSource utterances = CorpusSource.of(file, source.name(), source.limits());
    ConvokitJson json = new ConvokitJson(source.limits());
    List<ReadOutcome> faults = new ArrayList<>();
    Map<String, Lines> conversations = index(utterances, json, faults);
    Map<String, String> titles =
        json.titles(
            CorpusSource.of(
                source.path().resolve("conversations.json"), source.name(), source.limits()));
    SeekableLines lines;
    try {
      lines = new SeekableLines(file);
    } catch (IOException e) {
      throw new CorpusException(utterances.place(), "cannot be read: " + Explanation.of(e));
    }
    Conversations items = new Conversations(utterances, json, conversations, titles, lines);
    return Stream.concat(faults.stream(), items.stream()).onClose(lines::close);
  }

  /** Where the lines of a conversation stand. */
  static final class Lines {

    private long[] offsets = new long[4];
    private long[] numbers = new long[4];
    private int size;

    void add(long offset, long number) {
      if (size == offsets.length) {
        offsets = java.util.Arrays.copyOf(offsets, size * 2);
        numbers = java.util.Arrays.copyOf(numbers, size * 2);
      }
      offsets[size] = offset;
      numbers[size++] = number;
    }

    int size() {
      return size;
    }

    long offset(int i) {
      return offsets[i];
    }

    long number(int i) {
      return numbers[i];
    }
  }

  private static Map<String, Lines> index(
      CorpusSource utterances, ConvokitJson json, List<ReadOutcome> faults) {
    Map<String, Lines> conversations = new LinkedHashMap<>();
    try (CorpusLines lines = utterances.lines()) {
      for (Optional<CorpusLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        Place place = utterances.place(line.get().number());
        try {
          if (line.get().fault().isPresent()) {
            throw line.get().fault().get();
          }
          if (!line.get().text().isBlank()) {
            conversations
                .computeIfAbsent(
                    json.utterance(line.get().text(), place).conversation(), id -> new Lines())
                .add(line.get().offset(), line.get().number());
          }
        } catch (CorpusException e) {
          faults.add(e.asOutcome());
        }
      }
    }
    if (conversations.isEmpty() && faults.isEmpty()) {
      throw new CorpusException(utterances.place(), "holds no utterance");
    }
    return conversations;
  }

  private static final class Conversations extends OutcomeReader {

    private final CorpusSource utterances;
    private final ConvokitJson json;
    private final Iterator<Map.Entry<String, Lines>> conversations;
    private final Map<String, String> titles;
    private final SeekableLines lines;

    Conversations(
        CorpusSource utterances,
        ConvokitJson json,
        Map<String, Lines> conversations,
        Map<String, String> titles,
        SeekableLines lines) {
      this.utterances = utterances;
      this.json = json;
      this.conversations = conversations.entrySet().iterator();
      this.titles = titles;
      this.lines = lines;
    }

    @Override
    protected ReadOutcome read() {
      if (!conversations.hasNext()) {
        return null;
      }
      Map.Entry<String, Lines> next = conversations.next();
      Place place = utterances.place(next.getValue().number(0));
      if (next.getValue().size() > utterances.limits().comments()) {
        return new ReadOutcome.Failed(
            place,
            "conversation "
                + next.getKey()
                + " has more than "
                + utterances.limits().comments()
                + " utterances; raise the limit on comments");
      }
      try {
        List<Utterance> said = new ArrayList<>();
        for (int i = 0; i < next.getValue().size(); i++) {
          said.add(
              json.utterance(
                  lines.at(next.getValue().offset(i)),
                  utterances.place(next.getValue().number(i))));
        }
        return UtteranceThread.read(
            place, next.getKey(), said, Optional.ofNullable(titles.get(next.getKey())));
      } catch (CorpusException e) {
        return e.asOutcome();
      } catch (IOException | IllegalArgumentException e) {
        return new ReadOutcome.Failed(place, "cannot be read: " + Explanation.of(e));
      }
    }
  }
}
