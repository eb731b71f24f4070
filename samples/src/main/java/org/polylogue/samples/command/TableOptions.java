package org.polylogue.samples.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.polylogue.results.run.CsvTable;
import org.polylogue.results.run.OutputFolder;
import org.polylogue.text.Explanation;
import picocli.CommandLine;

/** The options by which subcommands print tables, and the printing. */
public final class TableOptions {

  /** How a table is printed. */
  public enum Format {
    /** Aligned columns for people, a page at a time. */
    TABLE,
    /** RFC 4180 with a header row. */
    CSV,
    /** One JSON object a row, one row a line. */
    JSON
  }

  private static final int WIDEST_CELL = 60;

  @CommandLine.Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table (default), csv or json (one object a line).")
  private Format format = Format.TABLE;

  @CommandLine.Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows on a page of a table, 50 by default; csv and json print all rows.")
  private int rows = 50;

  @CommandLine.Option(names = "--page", paramLabel = "N", description = "Page of a table, from 1.")
  private int page = 1;

  @CommandLine.Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write to instead of printing.")
  private Path out;

  @CommandLine.Option(
      names = "--manifest",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "With --out, write FILE.run.json too (default): versions, options, and hashes of what was"
              + " read and written.")
  private boolean manifest = true;

  /** Options not yet read; picocli fills them in. */
  public TableOptions() {}

  /** Rows that are made as they are printed, for tables that are too long to hold. */
  interface Rows {
    /** How many there are. */
    int size();

    /** The rows from one on. */
    Iterator<List<Object>> from(int first);
  }

  static Rows of(List<List<Object>> rows) {
    return new Rows() {
      @Override
      public int size() {
        return rows.size();
      }

      @Override
      public Iterator<List<Object>> from(int first) {
        return rows.listIterator(Math.min(first, rows.size()));
      }
    };
  }

  /**
   * Prints a table. A column whose name ends with {@code <} is aligned to the right and cut at its
   * left.
   *
   * @param spec the command that prints
   * @param columns names of the columns
   * @param table the rows
   * @param none what to say if there is no row
   */
  void print(CommandLine.Model.CommandSpec spec, List<String> columns, Rows table, String none)
      throws IOException {
    if (rows < 1 || page < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--rows and --page are at least 1");
    }
    if (table.size() == 0) {
      spec.commandLine().getErr().println(none);
    }
    if (out == null) {
      write(spec.commandLine().getOut(), columns, table);
      spec.commandLine().getOut().flush();
      return;
    }
    Path folder = out.toAbsolutePath().getParent();
    try (OutputFolder files = OutputFolder.open(folder)) {
      String name = out.getFileName().toString();
      write(files.file(name), columns, table);
      if (manifest) {
        CommandManifest.of(spec).write(files, name + ".run.json", Map.of("rows", table.size()));
      }
      files.publish();
    }
  }

  private void write(Writer writer, List<String> columns, Rows table) throws IOException {
    List<String> names = columns.stream().map(TableOptions::name).toList();
    switch (format) {
      case CSV -> {
        CsvTable csv = new CsvTable(writer, false, names.toArray(String[]::new));
        for (Iterator<List<Object>> all = table.from(0); all.hasNext(); ) {
          csv.row(all.next().stream().map(TableOptions::plain).toArray());
        }
      }
      case JSON -> json(writer, names, table);
      default -> aligned(writer, columns, table);
    }
    writer.flush();
  }

  private static String name(String column) {
    return column.endsWith("<") ? column.substring(0, column.length() - 1) : column;
  }

  private static Object plain(Object cell) {
    if (cell instanceof OptionalDouble number) {
      return number.isPresent() ? (Object) number.getAsDouble() : null;
    }
    return cell;
  }

  private static void json(Writer writer, List<String> names, Rows table) throws IOException {
    JsonFactory factory = new JsonFactory();
    for (Iterator<List<Object>> all = table.from(0); all.hasNext(); ) {
      List<Object> row = all.next();
      JsonGenerator json =
          factory.createGenerator(writer).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      for (int i = 0; i < names.size(); i++) {
        Object value = plain(row.get(i));
        json.writeFieldName(names.get(i));
        if (value == null) {
          json.writeNull();
        } else if (value instanceof Integer || value instanceof Long) {
          json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
          json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
          json.writeBoolean(flag);
        } else {
          json.writeString(value.toString());
        }
      }
      json.writeEndObject();
      json.close();
      writer.write('\n');
    }
  }

  private void aligned(Writer writer, List<String> columns, Rows table) throws IOException {
    long first = (page - 1L) * rows;
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(TableOptions::name).toList());
    boolean[] right = new boolean[columns.size()];
    Iterator<List<Object>> rest =
        first >= table.size() ? List.<List<Object>>of().iterator() : table.from((int) first);
    for (int n = 0; n < rows && rest.hasNext(); n++) {
      List<Object> row = rest.next();
      List<String> line = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        boolean cutLeft = columns.get(i).endsWith("<");
        Object cell = plain(row.get(i));
        right[i] |= cutLeft || cell instanceof Number;
        line.add(cut(shown(cell), cutLeft));
      }
      lines.add(line);
    }
    if (lines.size() == 1) {
      return;
    }
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    PrintWriter printer = new PrintWriter(writer);
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String pad = " ".repeat(widths[i] - line.get(i).length());
        text.append(i == 0 ? "" : "  ").append(right[i] ? pad + line.get(i) : line.get(i) + pad);
      }
      printer.println(text.toString().stripTrailing());
    }
    if (table.size() > lines.size() - 1) {
      printer.printf(
          Locale.ROOT,
          "rows %d to %d of %d%s%n",
          first + 1,
          first + lines.size() - 1,
          table.size(),
          first + lines.size() - 1 < table.size() ? "; --page " + (page + 1) + " for more" : "");
    }
    printer.flush();
  }

  private static String shown(Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Double number) {
      return number(number);
    }
    // what a terminal would obey or turn around is not for it
    return Explanation.oneLine(cell.toString());
  }

  private static String number(double number) {
    double size = Math.abs(number);
    if (number == Math.rint(number) && size < 1e6) {
      return Long.toString((long) number);
    }
    String pattern = size < 0.001 ? "%.1e" : size < 10 ? "%.3f" : size < 1000 ? "%.2f" : "%.0f";
    return String.format(Locale.ROOT, pattern, number);
  }

  private static String cut(String text, boolean left) {
    if (text.length() <= WIDEST_CELL) {
      return text;
    }
    return left
        ? "…" + text.substring(text.length() - WIDEST_CELL + 1)
        : text.substring(0, WIDEST_CELL - 1) + "…";
  }
}
