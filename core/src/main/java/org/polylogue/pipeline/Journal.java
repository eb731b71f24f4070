package org.polylogue.pipeline;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * Results of a long run, kept in a file as they come, so that a run that was killed goes on where
 * it was. Each result stands on a line of its own with a checksum; a line that a kill or a full
 * disk left torn, and whatever follows it, is dropped when the journal is opened, and computed
 * again.
 *
 * <p>The first line tells what the results depend on: versions, options, models. A journal of other
 * values is refused. Results are found by key, which callers make from the whole input, so a
 * changed input is computed again. Thread-safe; a file is open in one journal at a time.
 */
public final class Journal implements Closeable {

  private static final String SCHEMA = "polylogue-journal/1";
  private static final int CHECKSUM = 8;
  private static final int SYNC_EVERY = 256;

  /** Where a payload stands. */
  private record Slot(long offset, int length) {}

  private final RandomAccessFile file;
  private final Map<String, Slot> slots = new HashMap<>();
  private final TreeSet<String> unused = new TreeSet<>();
  private long end;
  private int unsynced;
  private IOException failure;

  private Journal(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Opens a journal and recovers what it holds, or begins a new one.
   *
   * @param path the file, made if it is not there
   * @param identity what results depend on, by name
   * @return the journal
   * @throws JournalMismatchException if the file holds results that depend on something else, or is
   *     no journal; it is left as it is
   * @throws IOException if the file cannot be read or written, or another process has it open
   */
  public static Journal open(Path path, SortedMap<String, String> identity) throws IOException {
    // Not a FileChannel: that would close when a time limit interrupts the thread that writes.
    return open(new RandomAccessFile(path.toFile(), "rw"), path, identity);
  }

  /**
   * Begins a journal in the place of one that is there, whatever that holds, unless a run has it
   * open.
   *
   * @param path the file, made if it is not there; a link is replaced by a file
   * @param identity what results depend on, by name
   * @return the journal, without results
   * @throws IOException if the file cannot be written, or another process has it open
   */
  public static Journal begin(Path path, SortedMap<String, String> identity) throws IOException {
    if (Files.isSymbolicLink(path)) {
      Files.delete(path);
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    return locked(file, path, journal -> journal.start(header(identity)));
  }

  /** With a file that a test lets fail. */
  static Journal open(RandomAccessFile file, Path path, SortedMap<String, String> identity)
      throws IOException {
    return locked(file, path, journal -> journal.recover(path, new TreeMap<>(identity)));
  }

  private interface Start {
    void of(Journal journal) throws IOException;
  }

  private static Journal locked(RandomAccessFile file, Path path, Start start) throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock();
      if (lock == null) {
        throw new IOException(path + " is in use by another run; wait until that has ended");
      }
      Journal journal = new Journal(file);
      start.of(journal);
      return journal;
    } catch (OverlappingFileLockException e) {
      file.close();
      throw new IOException(path + " is in use by another run; wait until that has ended", e);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static byte[] header(SortedMap<String, String> identity) {
    return line(SCHEMA, Identity.encode(new TreeMap<>(identity)));
  }

  private void start(byte[] header) throws IOException {
    file.setLength(0);
    file.seek(0);
    file.write(header);
    end = header.length;
  }

  private void recover(Path path, SortedMap<String, String> identity) throws IOException {
    file.seek(0);
    InputStream in = new BufferedInputStream(Channels.newInputStream(file.getChannel()), 1 << 16);
    byte[] header = header(identity);
    byte[] found = readLine(in);
    if (found.length == 0 || isTornStart(found, header)) {
      start(header);
      return;
    }
    String[] parts = parse(found);
    if (parts == null || !parts[0].equals(SCHEMA)) {
      throw new JournalMismatchException(
          path + " is no journal of this version; name another file");
    }
    Identity.check(path, Identity.decode(parts[1]), identity);
    end = found.length;
    for (byte[] line = readLine(in); line.length > 0; line = readLine(in)) {
      String[] entry = parse(line);
      if (entry == null) {
        break;
      }
      int key = entry[0].getBytes(StandardCharsets.UTF_8).length;
      int start = CHECKSUM + 1 + key + 1;
      slots.put(entry[0], new Slot(end + start, line.length - start - 1));
      unused.add(entry[0]);
      end += line.length;
    }
    file.setLength(end);
  }

  /** A first line that was torn before it was whole holds nothing. */
  private static boolean isTornStart(byte[] found, byte[] header) {
    return found.length < header.length && Arrays.mismatch(found, header) == found.length;
  }

  private static byte[] readLine(InputStream in) throws IOException {
    byte[] line = new byte[256];
    int length = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (length == line.length) {
        line = Arrays.copyOf(line, Math.multiplyExact(length, 2));
      }
      line[length++] = (byte) b;
      if (b == '\n') {
        break;
      }
    }
    return Arrays.copyOf(line, length);
  }

  /** Key and payload of a whole line with the right checksum, otherwise null. */
  private static String[] parse(byte[] line) {
    if (line.length < CHECKSUM + 3 || line[line.length - 1] != '\n' || line[CHECKSUM] != ' ') {
      return null;
    }
    String body =
        new String(line, CHECKSUM + 1, line.length - CHECKSUM - 2, StandardCharsets.UTF_8);
    String sum = new String(line, 0, CHECKSUM, StandardCharsets.US_ASCII);
    int space = body.indexOf(' ');
    return space > 0 && sum.equals(checksum(line, CHECKSUM + 1, line.length - 1))
        ? new String[] {body.substring(0, space), body.substring(space + 1)}
        : null;
  }

  private static byte[] line(String key, String payload) {
    byte[] line = ("00000000 " + key + " " + payload + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] sum = checksum(line, CHECKSUM + 1, line.length - 1).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(sum, 0, line, 0, CHECKSUM);
    return line;
  }

  private static String checksum(byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, to - from);
    return String.format(java.util.Locale.ROOT, "%08x", crc.getValue());
  }

  /**
   * Finds a result.
   *
   * @param key made from the whole input, without white space
   * @return the payload, empty if there is none
   * @throws IOException if the file cannot be read
   */
  public synchronized Optional<String> find(String key) throws IOException {
    Slot slot = slots.get(key);
    if (slot == null) {
      return Optional.empty();
    }
    unused.remove(key);
    return Optional.of(payload(slot));
  }

  /**
   * Drops a result that turned out to be none, so that {@link #keep} takes the right one.
   *
   * @param key of a result, or of none
   */
  public synchronized void forget(String key) {
    slots.remove(key);
    unused.remove(key);
  }

  /**
   * Keeps a result. If that fails, as on a full disk, the journal keeps nothing more and says so
   * when it is closed; results are not affected.
   *
   * @param key made from the whole input, without white space
   * @param payload one line
   * @throws IllegalArgumentException if the key or the payload does not fit a line
   */
  public synchronized void keep(String key, String payload) {
    if (key.isEmpty() || key.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("a key has no white space: " + key);
    }
    if (payload.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a payload is one line");
    }
    if (failure != null || slots.containsKey(key)) {
      return;
    }
    byte[] line = line(key, payload);
    try {
      file.seek(end);
      file.write(line);
      int start = CHECKSUM + 1 + key.getBytes(StandardCharsets.UTF_8).length + 1;
      slots.put(key, new Slot(end + start, line.length - start - 1));
      end += line.length;
      if (++unsynced == SYNC_EVERY) {
        file.getFD().sync();
        unsynced = 0;
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  /**
   * How many results are kept.
   *
   * @return recovered and new ones
   */
  public synchronized int size() {
    return slots.size();
  }

  /**
   * How many recovered results nobody asked for: their inputs have changed or are gone.
   *
   * @return zero or more, meaningful at the end of a run
   */
  public synchronized int unused() {
    return unused.size();
  }

  /**
   * Recovered results nobody asked for.
   *
   * @param most how many to read
   * @return their payloads, in the order of their keys
   * @throws IOException if the file cannot be read
   */
  public synchronized List<String> unusedPayloads(int most) throws IOException {
    List<String> payloads = new ArrayList<>();
    for (String key : unused) {
      if (payloads.size() == most) {
        break;
      }
      payloads.add(payload(slots.get(key)));
    }
    return payloads;
  }

  private String payload(Slot slot) throws IOException {
    byte[] payload = new byte[slot.length];
    file.seek(slot.offset);
    file.readFully(payload);
    return new String(payload, StandardCharsets.UTF_8);
  }

  /**
   * Closes the file.
   *
   * @throws IOException if a result could not be kept, or the file cannot be closed
   */
  @Override
  public synchronized void close() throws IOException {
    try (file) {
      if (failure != null) {
        file.setLength(end);
        throw new IOException(
            "results could not be kept for a later run: " + failure.getMessage(), failure);
      }
      file.getFD().sync();
    }
  }

  /** What results depend on, as one line. */
  private static final class Identity {

    private Identity() {}

    static String encode(SortedMap<String, String> identity) {
      StringBuilder line = new StringBuilder();
      identity.forEach(
          (name, value) ->
              line.append(escaped(name)).append('=').append(escaped(value)).append('&'));
      return line.toString();
    }

    private static String escaped(String text) {
      return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static SortedMap<String, String> decode(String line) {
      SortedMap<String, String> identity = new TreeMap<>();
      for (String pair : line.split("&")) {
        int equals = pair.indexOf('=');
        if (equals >= 0) {
          identity.put(unescaped(pair.substring(0, equals)), unescaped(pair.substring(equals + 1)));
        }
      }
      return identity;
    }

    private static String unescaped(String text) {
      return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static void check(Path path, SortedMap<String, String> kept, SortedMap<String, String> now) {
      TreeSet<String> names = new TreeSet<>(kept.keySet());
      names.addAll(now.keySet());
      for (String name : names) {
        String before = kept.getOrDefault(name, "nothing");
        String after = now.getOrDefault(name, "nothing");
        if (!before.equals(after)) {
          throw new JournalMismatchException(
              name
                  + " was "
                  + before
                  + " in the run to resume and is "
                  + after
                  + " now; use the same, or delete "
                  + path);
        }
      }
    }
  }
}
