package org.polylogue.corpus;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.polylogue.corpus.brat.BratFormat;
import org.polylogue.corpus.convokit.ConvokitFormat;
import org.polylogue.corpus.html.HtmlFormat;
import org.polylogue.corpus.jsonl.JsonLinesFormat;
import org.polylogue.corpus.press.PressFormat;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.FileKind;
import org.polylogue.corpus.spi.OutcomeReader;
import org.polylogue.corpus.spi.ReadLimits;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.spi.TextLimits;
import org.polylogue.corpus.table.JsonRowsFormat;
import org.polylogue.corpus.table.TableFormat;
import org.polylogue.corpus.table.XmlRowsFormat;
import org.polylogue.corpus.tei.TeiFormat;
import org.polylogue.corpus.textpage.TextPageFormat;
import org.polylogue.corpus.warc.WarcFormat;
import org.polylogue.corpus.webanno.WebAnnoFormat;
import org.polylogue.text.Explanation;

/**
 * Reads a corpus from files and folders, one item at a time. Folders are read recursively, their
 * entries in the order of their names by code unit; hidden files and folders, whose names begin
 * with a dot, are left out, and links that lead out of the named folder are failures. The format of
 * each file is recognised by its content. What cannot be read is handed on as a failure, and the
 * rest is read.
 *
 * <p>Immutable and thread-safe; the streams are for one thread each.
 */
public final class CorpusReader {

  private final List<CorpusFormat> formats;
  private final ReadLimits limits;
  private final Charset encoding;
  private final boolean followsLinks;

  private CorpusReader(
      List<CorpusFormat> formats, ReadLimits limits, Charset encoding, boolean followsLinks) {
    this.formats = List.copyOf(formats);
    this.limits = Objects.requireNonNull(limits, "limits");
    this.encoding = Objects.requireNonNull(encoding, "encoding");
    this.followsLinks = followsLinks;
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("a corpus reader needs a format");
    }
  }

  /**
   * A reader of all formats of this package, within safe limits.
   *
   * @return the reader
   */
  public static CorpusReader standard() {
    return new CorpusReader(standardFormats(), ReadLimits.DEFAULT, StandardCharsets.UTF_8, false);
  }

  /**
   * The formats that are tried, in their order; any text is a text page, so that comes last.
   *
   * @return the formats of this package
   */
  public static List<CorpusFormat> standardFormats() {
    return List.of(
        new ConvokitFormat(),
        new BratFormat(),
        new TableFormat(),
        new JsonRowsFormat(),
        new JsonLinesFormat(),
        new XmlRowsFormat(),
        new TeiFormat(),
        new PressFormat(),
        new WarcFormat(),
        new WebAnnoFormat(),
        new HtmlFormat(),
        new TextPageFormat());
  }

  /**
   * The formats that this reader tries.
   *
   * @return the formats in their order
   */
  public List<CorpusFormat> formats() {
    return formats;
  }

  /**
   * The same reader with other formats.
   *
   * @param others the formats to try, in this order
   * @return a copy
   * @throws IllegalArgumentException if there are none
   */
  public CorpusReader withFormats(List<CorpusFormat> others) {
    return new CorpusReader(others, limits, encoding, followsLinks);
  }

  /**
   * The same reader with other limits.
   *
   * @param others what is read at most
   * @return a copy
   */
  public CorpusReader withLimits(ReadLimits others) {
    return new CorpusReader(formats, others, encoding, followsLinks);
  }

  /**
   * The same reader for files in another encoding than UTF-8. A byte order mark, and what a web
   * page says of itself, are stronger.
   *
   * @param charset the encoding
   * @return a copy
   */
  public CorpusReader withEncoding(Charset charset) {
    return new CorpusReader(formats, limits, charset, followsLinks);
  }

  /**
   * The same reader, but links in folders are followed wherever they lead. Without that, a link
   * that leads out of the folder which was named is a failure.
   *
   * @return a copy
   */
  public CorpusReader followingLinks() {
    return new CorpusReader(formats, limits, encoding, true);
  }

  /**
   * Reads files and folders as the result is consumed.
   *
   * @param inputs files or folders, read in this order
   * @return the items in order; close it to release the open file. It never throws for what is
   *     wrong with an input
   */
  public Stream<ReadOutcome> read(List<Path> inputs) {
    return stream(new Items(inputs));
  }

  /**
   * Reads a file or folder as the result is consumed.
   *
   * @param input a file or folder
   * @return the items in order; close it to release the open file
   */
  public Stream<ReadOutcome> read(Path input) {
    return read(List.of(input));
  }

  /**
   * Reads a source, which need not be in the default file system, as the result is consumed. Its
   * own limits hold, not those of this reader, and a file has the name that the source gives it.
   *
   * @param source what to read
   * @return the items in order; close it to release the open file
   */
  public Stream<ReadOutcome> read(CorpusSource source) {
    Items items =
        new CorpusReader(formats, source.limits(), encoding, followsLinks).new Items(source);
    return stream(items);
  }

  private static Stream<ReadOutcome> stream(Items items) {
    return items.stream().onClose(items::close);
  }

  /** A path still to be read, with the folder that the caller named. */
  private record Pending(Path path, Path root, boolean named) {}

  private final class Items extends OutcomeReader {

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Path> linked = new HashSet<>();
    private final IdSet articleIds = new IdSet();
    private Stream<ReadOutcome> stream;
    private Iterator<ReadOutcome> open;
    private CorpusSource source;
    private boolean unopened;
    private boolean empty;

    Items(List<Path> inputs) {
      for (Path input : inputs) {
        pending.addLast(new Pending(input, input, true));
      }
    }

    Items(CorpusSource single) {
      source = single;
      unopened = !single.isFolder();
      if (!unopened) {
        pending.addLast(new Pending(single.path(), single.path(), true));
      }
    }

    @Override
    protected ReadOutcome read() {
      ReadOutcome next = null;
      while (next == null && (open != null || unopened || !pending.isEmpty())) {
        try {
          if (unopened) {
            unopened = false;
            open(source);
          } else if (open == null) {
            start(pending.removeFirst());
          } else if (open.hasNext()) {
            next = checked(open.next());
            empty = false;
          } else {
            close();
            if (empty) {
              next = new ReadOutcome.Failed(source.place(), "holds no document; leave it out");
            }
          }
        } catch (CorpusException e) {
          close();
          next = e.asOutcome();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
          close();
          next = new ReadOutcome.Failed(source.place(), "cannot be read: " + Explanation.of(e));
        }
      }
      return next;
    }

    private void start(Pending item) {
      Path path = item.path();
      source = source(path, "unnamed");
      if (!Files.exists(path)) {
        throw new CorpusException(source.place(), "there is no such file or folder");
      }
      boolean folder = Files.isDirectory(path);
      if (!folder && !Files.isRegularFile(path)) {
        throw new CorpusException(source.place(), "is neither a file nor a folder");
      }
      if (!item.named() && Files.isSymbolicLink(path) && !followsLinks && leadsOut(item)) {
        throw new CorpusException(
            source.place(),
            "is a link that leads out of "
                + item.root()
                + "; add --follow-links if what it leads to belongs to the corpus");
      }
      source = source(path, uniqueName(item));
      CorpusFormat format = open(source);
      if (!folder) {
        return;
      }
      List<Path> entries = entries(path, item.root());
      for (int i = entries.size() - 1; i >= 0; i--) {
        if (format == null || !format.covers(source, entries.get(i))) {
          pending.addFirst(new Pending(entries.get(i), item.root(), false));
        }
      }
    }

    private CorpusSource source(Path path, String name) {
      return CorpusSource.of(path, name, limits).in(encoding);
    }

    private boolean leadsOut(Pending item) {
      try {
        return !item.path().toRealPath().startsWith(item.root().toRealPath());
      } catch (IOException e) {
        return true;
      }
    }

    /** The format that takes it; null for a folder that none takes as a whole. */
    private CorpusFormat open(CorpusSource found) {
      for (CorpusFormat format : formats) {
        if (format.accepts(found)) {
          empty = true;
          stream = format.read(found);
          open = stream.iterator();
          return format;
        }
      }
      if (!found.isFolder()) {
        throw new CorpusException(
            found.place(),
            FileKind.notProse(found)
                .orElseGet(
                    () ->
                        "is in no known format; known are "
                            + String.join(
                                ", ", formats.stream().map(CorpusFormat::name).toList())));
      }
      return null;
    }

    private List<Path> entries(Path folder, Path root) {
      List<Path> entries = new ArrayList<>();
      try (Stream<Path> listed = Files.list(folder)) {
        for (Path path : (Iterable<Path>) listed::iterator) {
          boolean hidden = path.getFileName().toString().startsWith(".");
          boolean again =
              Files.isDirectory(path) && Files.isSymbolicLink(path) && isReadAnyway(path, root);
          if (!hidden && !again && (Files.exists(path, LinkOption.NOFOLLOW_LINKS))) {
            entries.add(path);
          }
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        throw new CorpusException(
            source.place(), "the folder cannot be listed: " + Explanation.of(e));
      }
      entries.sort(java.util.Comparator.comparing(path -> path.getFileName().toString()));
      if (entries.isEmpty() && folder.equals(root)) {
        throw new CorpusException(source.place(), "the folder is empty; name one with documents");
      }
      return entries;
    }

    /** Whether a link leads to a folder around it, below the root, or to one that was linked. */
    private boolean isReadAnyway(Path link, Path root) throws IOException {
      Path target = link.toRealPath();
      Path here = link.toAbsolutePath().getParent().toRealPath();
      return here.startsWith(target)
          || target.startsWith(root.toRealPath())
          || followsLinks && !linked.add(target);
    }

    /** The short name; where that was used, the path below the folder; then a number. */
    private String uniqueName(Pending item) {
      if (Files.isDirectory(item.path())) {
        return CorpusSource.nameOf(item.path());
      }
      String name = CorpusSource.nameOf(item.path());
      if (!names.add(name)) {
        Path below = item.root().relativize(item.path()).getParent();
        String shortName = name;
        name = below == null ? name : (below + "/" + name).replace('\\', '/');
        for (int use = 2; !names.add(name); use++) {
          name = shortName + "~" + use;
        }
      }
      return name;
    }

    private ReadOutcome checked(ReadOutcome outcome) {
      if (outcome instanceof ReadOutcome.Read read) {
        String id = read.conversation().article().id();
        if (read.conversation().comments().size() > limits.comments()) {
          return new ReadOutcome.Failed(
              read.place(),
              "article "
                  + id
                  + " has more than "
                  + limits.comments()
                  + " comments; raise the limit on comments");
        }
        ReadOutcome tooLong = TextLimits.check(read, limits);
        if (tooLong != null) {
          return tooLong;
        }
        if (!articleIds.add(id)) {
          return new ReadOutcome.Failed(
              read.place(), "article id " + id + " was used before in this corpus; rename it");
        }
      }
      return outcome;
    }

    void close() {
      Stream<ReadOutcome> closing = stream;
      open = null;
      stream = null;
      if (closing != null) {
        closing.close();
      }
    }
  }
}
