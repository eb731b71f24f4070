package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.polylogue.results.run.OutputFolder;

/**
 * What lies beside the page of a large corpus: the list of articles in parts of some thousand
 * lines, and the articles in parts of some megabytes. A part is a script that hands its data to the
 * page, since a page that was opened from a disk may read nothing else.
 */
public final class PartFiles {

  private static final int LINES = 2_000;
  private static final int BYTES = 2_000_000;

  private final OutputFolder folder;
  private final String stem;
  private final List<Integer> firsts = new ArrayList<>();

  /**
   * No parts yet.
   *
   * @param folder where they appear
   * @param page name of the page they belong to
   */
  public PartFiles(OutputFolder folder, String page) {
    this.folder = folder;
    this.stem = page.replaceFirst("\\.html?$", "");
  }

  /**
   * Writes all of them.
   *
   * @param spool the articles
   * @throws IOException if that fails
   */
  public void write(Spool spool) throws IOException {
    try (Part list = new Part("list");
        Part articles = new Part("articles")) {
      spool.forEach(
          (index, row, data) -> {
            if (index % LINES == 0) {
              list.next();
            }
            list.add(row);
            if (index == 0 || articles.length + data.length() > BYTES) {
              articles.next();
              firsts.add(index);
            }
            articles.add('"' + data + '"');
          });
    }
  }

  /** Takes away what an earlier report of this name has and this one has not. */
  public void withdrawOthers() throws IOException {
    Pattern part = Pattern.compile(Pattern.quote(stem) + "-(?:list|articles)-[0-9]{1,9}\\.js");
    folder.withdraw(name -> part.matcher(name).matches());
  }

  /**
   * Tells the page what there is, as a field of an open object.
   *
   * @param json where to
   * @throws IOException if that fails
   */
  public void describe(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("parts");
    json.writeStringField("stem", stem);
    json.writeNumberField("lines", LINES);
    json.writeArrayFieldStart("articles");
    for (int first : firsts) {
      json.writeNumber(first);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The part of a kind that is being written. */
  private final class Part implements AutoCloseable {
    private final String kind;
    private int number;
    private long length;
    private Writer writer;

    Part(String kind) {
      this.kind = kind;
    }

    void next() throws IOException {
      close();
      String name = stem + "-" + kind + "-" + number + ".js";
      writer = Files.newBufferedWriter(folder.reserve(name), StandardCharsets.UTF_8);
      writer.write("part(\"" + kind + "-" + number + "\", [\n");
      number++;
      length = 0;
    }

    void add(String value) throws IOException {
      writer.write(length == 0 ? "" : ",\n");
      writer.write(value);
      length += value.length();
    }

    @Override
    public void close() throws IOException {
      if (writer != null) {
        writer.write("]);\n");
        writer.close();
      }
    }
  }
}
