package org.polylogue.corpus.warc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.polylogue.corpus.html.HtmlFormat;
import org.polylogue.corpus.html.PageBytes;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.CorpusSource;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.OutcomeReader;
import org.polylogue.corpus.spi.Place;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.corpus.textpage.TextPageFormat;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Publication;
import org.polylogue.text.Explanation;

/**
 * Reads web archives (ISO 28500) record by record: HTML responses and resources of a WARC file as
 * web pages, plain-text conversions of a WET file as text pages. Other records (requests, metadata,
 * pictures, answers that are no success) are passed over. A page that cannot be read is a failure
 * with the record's offset; a damaged archive ends with one.
 *
 * <p>An article's id is its address. Immutable and thread-safe.
 */
public final class WarcFormat implements CorpusFormat {

  private static final Pattern HEAD = Pattern.compile("WARC/[01]\\.\\d");
  private static final Pattern CHARSET =
      Pattern.compile(
          "charset\\s{0,9}=\\s{0,9}\"?([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final int SUCCESS = 200;
  private static final int MOST_ENCODINGS = 4;

  /** Where wget keeps its own log and arguments in an archive. */
  private static final String OWN_NOTES = "metadata://";

  private static final String UNPACKED =
      "the page's compression is damaged or not known; fetch it again";

  /** A reader; the limits are those of the source. */
  public WarcFormat() {}

  @Override
  public String name() {
    return "warc";
  }

  /** Accepts files that begin with a WARC version line, compressed or not. */
  @Override
  public boolean accepts(CorpusSource source) {
    return !source.isFolder() && HEAD.matcher(source.headText()).lookingAt();
  }

  @Override
  public Stream<ReadOutcome> read(CorpusSource source) {
    HeaderLimit in = new HeaderLimit(source.open());
    try {
      in.arm();
      WarcReader reader = new WarcReader(in);
      return new Records(source, reader, in).stream().onClose(() -> close(reader, in, source));
    } catch (IOException e) {
      close(null, in, source);
      throw fault(source, 0, e);
    }
  }

  private static void close(WarcReader reader, InputStream in, CorpusSource source) {
    try (in) {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw fault(source, 0, e);
    }
  }

  private static CorpusException fault(CorpusSource source, long offset, Exception e) {
    return new CorpusException(
        place(source, offset),
        "the archive is damaged here: " + Explanation.of(e) + "; fetch it again");
  }

  private static Place place(CorpusSource source, long offset) {
    return new Place(
        source.place().source(), OptionalLong.empty(), OptionalLong.of(Math.max(0, offset)));
  }

  private static final class Records extends OutcomeReader {

    private final CorpusSource source;
    private final WarcReader reader;
    private final HeaderLimit in;
    private final Map<String, Integer> targets = new HashMap<>();
    private WarcRecord last;
    private final HtmlFormat pages = new HtmlFormat();
    private final TextPageFormat texts = new TextPageFormat();
    private boolean ended;

    Records(CorpusSource source, WarcReader reader, HeaderLimit in) {
      this.source = source;
      this.reader = reader;
      this.in = in;
    }

    @Override
    protected ReadOutcome read() {
      ReadOutcome next = null;
      while (next == null && !ended) {
        long offset = 0;
        try {
          if (last != null) {
            in.disarm();
            last.body().consume();
          }
          in.arm();
          Optional<WarcRecord> record = reader.next();
          offset = reader.position();
          last = record.orElse(null);
          if (record.isEmpty()) {
            ended = true;
          } else {
            next = outcome(record.get(), offset);
          }
        } catch (IOException | RuntimeException e) {
          ended = true;
          next =
              e instanceof CorpusException known
                  ? known.asOutcome()
                  : fault(source, offset, e).asOutcome();
        }
      }
      return next;
    }

    private ReadOutcome outcome(WarcRecord record, long offset) throws IOException {
      if (!(record instanceof WarcTargetRecord target)) {
        return null;
      }
      if (target.target() == null) {
        return new ReadOutcome.Failed(
            place(source, offset), "the record has no WARC-Target-URI; the others are read");
      }
      boolean text = false;
      MediaType type;
      InputStream body = null;
      HttpResponse message = null;
      if (record instanceof WarcResponse response) {
        type = mediaType(response.contentType());
        if (!MediaType.HTTP.base().equals(type.base()) || response.http().status() != SUCCESS) {
          return null;
        }
        type = mediaType(response.http().contentType());
        if (!isPage(type)) {
          return null;
        }
        in.disarm();
        message = response.http();
      } else if ((record instanceof WarcResource || record instanceof WarcConversion)
          && !target.target().startsWith(OWN_NOTES)) {
        type = mediaType(target.contentType());
        text = type.base().equals(MediaType.PLAIN_TEXT.base());
        if (!text && !isPage(type)) {
          return null;
        }
        in.disarm();
        body = target.body().stream();
      } else {
        return null;
      }
      Place place = place(source, offset);
      try {
        byte[] bytes = bytes(body, message, place);
        ReadOutcome.Read read =
            text
                ? plain(target, bytes, place)
                : page(target, bytes, charset(type.toString()), place);
        return once(read, target.target());
      } catch (CorpusException e) {
        return new ReadOutcome.Failed(e.place(), target.target() + ": " + e.getMessage());
      }
    }

    /** An address that the archive has before gets a number. */
    private ReadOutcome.Read once(ReadOutcome.Read read, String address) {
      int times = targets.merge(address, 1, Integer::sum);
      if (times == 1) {
        return read;
      }
      Article article = read.conversation().article();
      List<Notice> notices = new ArrayList<>(read.notices());
      notices.add(
          new Notice(
              Notice.Kind.DOUBTFUL,
              0,
              address,
              "the archive has this address before, perhaps as it was then"));
      return new ReadOutcome.Read(
          read.place(),
          Conversation.of(
              new Article(
                  article.id() + "~" + times,
                  article.title(),
                  article.publication(),
                  article.text(),
                  article.blocks()),
              read.conversation().comments()),
          notices);
    }

    private ReadOutcome.Read page(
        WarcTargetRecord target, byte[] bytes, Optional<String> charset, Place place) {
      String html = PageBytes.decode(bytes, charset, place);
      ReadOutcome.Read read = pages.read(place, target.target(), html, source.limits());
      return addressed(read, target.target());
    }

    private ReadOutcome.Read plain(WarcTargetRecord target, byte[] bytes, Place place) {
      String text = PageBytes.decode(bytes, Optional.of(StandardCharsets.UTF_8.name()), place);
      if (text.isBlank()) {
        throw new CorpusException(place, "the record holds no text");
      }
      return addressed(texts.read(place, target.target(), text), target.target());
    }

    private static ReadOutcome.Read addressed(ReadOutcome.Read read, String address) {
      Article article = read.conversation().article();
      Publication facts = article.publication();
      if (facts.url().isPresent()) {
        return read;
      }
      Article addressed =
          new Article(
              article.id(),
              article.title(),
              new Publication(
                  facts.outlet(),
                  facts.author(),
                  facts.date(),
                  Optional.of(address),
                  facts.section(),
                  facts.attributes()),
              article.text(),
              article.blocks());
      return new ReadOutcome.Read(
          read.place(), Conversation.of(addressed, read.conversation().comments()), read.notices());
    }

    /** The body without the compression of its transport. */
    private static InputStream decoded(HttpResponse response) throws IOException {
      InputStream in = new BufferedInputStream(response.body().stream());
      String[] encodings =
          response
              .headers()
              .first("Content-Encoding")
              .orElse("")
              .toLowerCase(Locale.ROOT)
              .split(",", MOST_ENCODINGS);
      for (int i = encodings.length - 1; i >= 0; i--) {
        in = new BufferedInputStream(decoded(in, encodings[i].strip()));
      }
      return in;
    }

    private static InputStream decoded(InputStream in, String encoding) throws IOException {
      return switch (encoding) {
        case "", "identity", "none" -> in;
        case "gzip", "x-gzip" -> isGzip(in) ? new GZIPInputStream(in) : in;
        case "deflate" -> new InflaterInputStream(in, new Inflater(!hasZlibHeader(in)));
        case "br" -> new BrotliInputStream(in);
        default -> throw new ZipException(encoding);
      };
    }

    /** Some archives hold pages unpacked and say still how they were sent. */
    private static boolean isGzip(InputStream in) throws IOException {
      in.mark(2);
      boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return gzip;
    }

    /** Most servers send the zlib format for deflate (RFC 9110, 8.4.1.2), some the bare one. */
    private static boolean hasZlibHeader(InputStream in) throws IOException {
      in.mark(2);
      int method = in.read();
      int flags = in.read();
      in.reset();
      return (method & 0xf) == Deflater.DEFLATED && (method << 8 | flags) % 31 == 0;
    }

    private byte[] bytes(InputStream plain, HttpResponse message, Place place) throws IOException {
      long most = 4L * source.limits().documentCharacters();
      byte[] bytes;
      boolean packed = message != null && message.headers().first("Content-Encoding").isPresent();
      try {
        InputStream body = message == null ? plain : decoded(message);
        bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, most + 1));
      } catch (IOException e) {
        if (!packed) {
          throw e;
        }
        throw new CorpusException(place, UNPACKED);
      }
      if (bytes.length > most) {
        throw new CorpusException(
            place,
            "the page is larger than " + most + " bytes; raise the limit on document characters");
      }
      return bytes;
    }

    private static MediaType mediaType(MediaType type) {
      return type == null ? MediaType.OCTET_STREAM : type;
    }

    private static boolean isPage(MediaType type) {
      String base = type.base().toString();
      return base.equals("text/html") || base.equals("application/xhtml+xml");
    }

    private static Optional<String> charset(String type) {
      Matcher matcher = CHARSET.matcher(type);
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
  }
}
