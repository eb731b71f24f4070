package org.polylogue.samples.command;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.CorpusFormat;
import org.polylogue.corpus.spi.Encoding;
import org.polylogue.corpus.table.ColumnMapping;
import org.polylogue.corpus.table.JsonRowsFormat;
import org.polylogue.corpus.table.MappedJsonLinesFormat;
import org.polylogue.corpus.table.NamedTextFormat;
import org.polylogue.corpus.table.TableFormat;
import org.polylogue.results.Results;
import picocli.CommandLine;

/** Options that say how inputs are read. */
public final class ReadingOptions {

  @CommandLine.Option(
      names = "--columns",
      paramLabel = "MEANING=COLUMN,...",
      description =
          "Which column of a table, or field of JSON Lines, holds what; for example"
              + " text=body,article=nid,comment-text=says. Known names still count.")
  private String columns;

  @CommandLine.Option(
      names = "--file-names",
      paramLabel = "REGEX",
      description =
          "Read .txt files as articles whose file names hold facts in named groups; for example"
              + " (?<outlet>[^_]+)_(?<date>[^_]+)_(?<title>.+)")
  private String fileNames;

  @CommandLine.Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "Encoding of files that do not name theirs, such as windows-1252; default: UTF-8.")
  private String encoding;

  @CommandLine.Option(
      names = "--follow-links",
      description = "Follow links that lead out of the input folders.")
  private boolean followLinks;

  /** No options yet; picocli fills them in. */
  public ReadingOptions() {}

  /**
   * A reader of all formats and of results, as the options say.
   *
   * @return the reader
   * @throws CommandFailure if an option cannot be understood
   */
  CorpusReader reader() {
    List<CorpusFormat> formats = new ArrayList<>();
    try {
      if (columns != null) {
        ColumnMapping mapping = ColumnMapping.parse(columns);
        formats.add(new MappedJsonLinesFormat(mapping));
        formats.add(new JsonRowsFormat(mapping));
        formats.add(new TableFormat(mapping));
      }
      if (fileNames != null) {
        formats.add(new NamedTextFormat(Pattern.compile(fileNames)));
      }
    } catch (PatternSyntaxException e) {
      throw new CommandFailure("--file-names is no regular expression: " + e.getDescription(), e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--columns: " + e.getMessage(), e);
    }
    formats.add(new Results());
    formats.addAll(CorpusReader.standardFormats());
    CorpusReader reader = CorpusReader.standard().withFormats(formats).withEncoding(charset());
    return followLinks ? reader.followingLinks() : reader;
  }

  private Charset charset() {
    if (encoding == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      return encoding.toUpperCase(Locale.ROOT).startsWith("UTF-")
          ? Charset.forName(encoding)
          : Encoding.ofWebLabel(encoding).orElseGet(() -> Charset.forName(encoding));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "--encoding " + encoding + " is not known; name one such as windows-1252 or GB18030", e);
    }
  }

  /** The options by name, for the report of a run; empty values for what was not given. */
  SortedMap<String, Object> values() {
    SortedMap<String, Object> values = new TreeMap<>();
    values.put("columns", columns == null ? "" : columns);
    values.put("file-names", fileNames == null ? "" : fileNames);
    values.put("encoding", encoding == null ? "" : encoding);
    values.put("follow-links", followLinks);
    return values;
  }
}
