package org.polylogue.corpus.spi;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what a file that no format knows looks like, from its first bytes, so that nothing but
 * running text is read as running text, and what to do about it.
 */
public final class FileKind {

  private static final String TEXT_CURE = "; save it as text, HTML, CSV or JSON Lines";

  /** The first bytes of files that are no text, and how people call them. */
  private static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("%PDF-", "a PDF; extract its text, for example with pdftotext"),
          Map.entry("PK\3\4", "a ZIP archive; unpack it"),
          Map.entry("PK\5\6", "an empty ZIP archive; leave it out"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "an old Office document" + TEXT_CURE),
          Map.entry("{\\rtf", "Rich Text" + TEXT_CURE),
          Map.entry("BZh", "compressed with bzip2; unpack it"),
          Map.entry("\u00FD7zXZ", "compressed with xz; unpack it"),
          Map.entry("\u0028\u00B5\u002F\u00FD", "compressed with Zstandard; unpack it"),
          Map.entry("7z\u00BC\u00AF", "a 7z archive; unpack it"),
          Map.entry("Rar!", "a RAR archive; unpack it"),
          Map.entry("\u0089PNG", "a picture; leave it out"),
          Map.entry("\u00FF\u00D8\u00FF", "a picture; leave it out"),
          Map.entry("GIF8", "a picture; leave it out"),
          Map.entry("II*\0", "a picture; leave it out"),
          Map.entry("MM\0*", "a picture; leave it out"),
          Map.entry("RIFF", "a picture, sound or film; leave it out"),
          Map.entry("OggS", "sound; leave it out"),
          Map.entry("ID3", "sound; leave it out"),
          Map.entry("SQLite format 3", "an SQLite database; export its table as CSV"),
          Map.entry("PAR1", "a Parquet table; export it as CSV"),
          Map.entry("ARROW1", "an Arrow table; export it as CSV"),
          Map.entry("FEA1", "a Feather table; export it as CSV"),
          Map.entry("Obj\1", "an Avro file; export it as JSON Lines"),
          Map.entry("ORC", "an ORC table; export it as CSV"),
          Map.entry("\u0089HDF", "an HDF5 file; export its table as CSV"),
          Map.entry("$FL2", "an SPSS table; export it as CSV"),
          Map.entry("<stata_dta>", "a Stata table; export it as CSV"),
          Map.entry("RDX", "an R workspace; export its table as CSV"),
          Map.entry("RDA", "an R workspace; export its table as CSV"),
          Map.entry("X\n\0\0\0", "an R object; export its table as CSV"),
          Map.entry("\u0093NUMPY", "a NumPy array; export it as CSV"),
          Map.entry("\u0080\2", "a Python pickle; export its table as CSV"),
          Map.entry("\u0080\3", "a Python pickle; export its table as CSV"),
          Map.entry("\u0080\4", "a Python pickle; export its table as CSV"),
          Map.entry("\u0080\5", "a Python pickle; export its table as CSV"),
          Map.entry("\u007FELF", "a program; leave it out"),
          Map.entry("MZ\u0090", "a program; leave it out"),
          Map.entry("\u00CA\u00FE\u00BA\u00BE", "a program; leave it out"));

  /** Beginnings of texts that are for machines. */
  private static final Map<Pattern, String> MACHINE =
      Map.of(
          Pattern.compile("WEBVTT\\b|1\\R\\d\\d:\\d\\d:\\d\\d[,.]\\d{3} -->"),
          "subtitles; keep only their text",
          Pattern.compile("BEGIN:VC"),
          "a calendar or address card; leave it out",
          Pattern.compile(
              "From \\S{1,200} {1,2}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) "
                  + "|Return-Path:|Delivered-To:|Received: |MIME-Version:"
                  + "|(?:(?:From|To|Cc|Bcc|Sent|Date|Subject|Message-I[dD]|Reply-To|X-[\\w-]{1,40}):"
                  + ".{0,300}\\R){3}"),
          "e-mail; save the texts of the messages as files of their own",
          Pattern.compile("(?:diff --git |--- a/|Index: \\S|@@ -\\d)"),
          "a patch; leave it out",
          Pattern.compile("-----BEGIN [A-Z ]{1,60}-----"),
          "a key or certificate; leave it out",
          Pattern.compile("\\\\documentclass|\\\\begin\\{|%&?latex"),
          "LaTeX; convert it to text, for example with pandoc",
          Pattern.compile("\\s{0,99}@[A-Za-z]{1,20}\\s?\\{|TY  - "),
          "a bibliography; leave it out",
          Pattern.compile("#![ ]?/"),
          "a program; leave it out",
          Pattern.compile("(?:strict )?(?:di)?graph\\b[^\\n]{0,80}\\{"),
          "a graph; leave it out",
          Pattern.compile("%!PS"),
          "PostScript; extract its text");

  /** First characters of the lines below. */
  private static final String LINE_STARTS = "\\m@*Dvlc[gn>";

  /** Beginnings of lines that stand in files for machines, and in no running text. */
  private static final Map<Pattern, String> LINES =
      Map.of(
          Pattern.compile("\\\\(?:documentclass|usepackage|begin\\{)"),
          "LaTeX; convert it to text, for example with pandoc",
          Pattern.compile("msgid \""),
          "a catalogue of translations; leave it out",
          Pattern.compile("@(?:relation|attribute|data)\\b", Pattern.CASE_INSENSITIVE),
          "an ARFF table; export it as CSV",
          Pattern.compile("(?:@(?:Begin|UTF8)\\s|\\*[A-Z0-9]{3}:\\t)"),
          "a transcript in CHAT; keep only its text",
          Pattern.compile("Dialogue: \\d"),
          "subtitles; keep only their text",
          Pattern.compile("(?:var|let|const) [\\w$]{1,40} ?= ?[\\[{]"),
          "a script with data in it; keep only the JSON",
          Pattern.compile("\\[Event \""),
          "games of chess; leave it out",
          Pattern.compile("(?:\\*(?:Vertices|Arcs|Edges)\\b|(?:graph|node) ?\\[)"),
          "a graph; leave it out",
          Pattern.compile(">\\S.{0,200}\\R[A-Z*-]{20,}"),
          "sequences of molecules; leave it out");

  private static final Pattern XML =
      Pattern.compile("<(?:\\?xml\\b|!--|!DOCTYPE\\b|!\\[CDATA|[A-Za-z_][\\w.:-]{0,80}[\\s/>])");
  private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.:-]{0,80})[\\s/>]");
  private static final Pattern JSON =
      Pattern.compile(
          "\\{\\s{0,99}[\"}]|\\[\\s{0,99}[\\[{\"\\]]|\\[\\s{0,99}-?\\d+(?:\\.\\d+)?\\s{0,9},");
  private static final Pattern ASSIGNED =
      Pattern.compile("(?:export )?[\\w.$\\[\\]\"'-]{1,60}\\s?[:+*/-]?=\\s?\\S");
  private static final Pattern SECTION = Pattern.compile("\\[[\\w. \"-]{1,60}\\]");

  /** Lines of programs: a word of a language with its brackets, or a call and nothing else. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\A(?:(?:import|from|package|using) [\\w.*]{1,80}(?: import [\\w., *]{1,80})?;?"
              + "|#(?:include|define|if|endif)\\b.{0,200}"
              + "|(?:def|class|function|func|fn|public|private|protected|static|return|const|let|var|if|for"
              + "|while|else|elif|try|except|with|switch|case|print|echo|async|await)\\b.{0,200}"
              + "(?:[:{};]|\\w\\(.{0,200}\\))"
              + "|(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|DROP|ALTER|RUN|COPY|CMD|ENV|EXPOSE|WORKDIR)"
              + " .{1,400}"
              + "|(?:at )?[\\w.$<>]{1,120}\\([^()]{0,200}\\)[;:{]?|[dl-][rwx-]{9}\\b.{0,200}"
              + "|Traceback \\(most.{0,99}|File \".{1,200}\", line \\d.{0,200}|\\w{1,60}(?:Error|Exception):.{0,400}"
              + "|(?:for|while|if) .{1,200}; (?:do|then)|done|fi|(?://|%) .{0,400}"
              + "|\\(\\S{1,40} \\(.{1,4000}\\)\\)|__label__\\S{1,60} .{0,4000})");

  /** Lines that begin with the time of day and go on: those of logs and chats. */
  private static final Pattern STAMPED =
      Pattern.compile(
          "[\\[(<]?(?:\\p{L}{3,9}\\.?,? {1,2}\\d{1,2},? (?:\\d{4},? )?"
              + "|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:, ?|T| {1,2}))?"
              + "\\d{1,2}:\\d{2}(?::\\d{2})?[\\w.,:+\\])>-]{0,12}\\s{1,9}\\S{1,99}\\s{1,9}\\S");

  private static final Pattern TOLD =
      Pattern.compile("\\A(?:.*[.!?…。！？؟।۔][\"”’»)\\]*_]{0,3}|By \\p{Lu}\\p{L}.{0,99})");
  private static final Pattern SMALL_WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:the|an?|is|are|was|were|and|of|to|in|that|it|for|on|with|as|by|not|i|you|he"
              + "|der|die|das|und|ist|nicht|le|la|les|et|est|que|el|los|y|de|il|di|e|che|het|een|en|van|och"
              + "|att|som|w|na|nie|и|в|не|на)(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern KEY_VALUE =
      Pattern.compile("(?:- )?[\\w.-]{1,40}:(?:\\s+\\S{1,80}(?: \\S{1,40})?)?");
  private static final Pattern ADDRESS = Pattern.compile("(?:[\\w+.-]{1,20}://|www\\.)\\S{3,2000}");
  private static final int SHORT_FILE = 200;

  /** Lines from which labels are told from chance. */
  private static final int LABELLED = 6;

  /** A digit, or a class in capitals such as {@code DESC:manner}, before a sentence. */
  private static final Pattern LABEL_FIRST =
      Pattern.compile("\\A(?:[+-]?\\d|[A-Z]{2,12}(?::[a-z]{1,12})?)[ ,;:](?=.{10})");

  /** A word or digit after a mark, or a digit, behind a sentence. */
  private static final Pattern LABEL_LAST =
      Pattern.compile("(?:[@#|;,]\\h?[\\p{L}\\d_-]{1,15}|\\h[+-]?\\d)\\z");

  private FileKind() {}

  /**
   * What keeps a file from being read as running text.
   *
   * @param source a file
   * @return what it looks like and what to do about it, as half a sentence; empty for running text
   */
  public static Optional<String> notProse(CorpusSource source) {
    byte[] bytes = source.head();
    String latin = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> kind : BINARY.entrySet()) {
      if (latin.startsWith(kind.getKey())) {
        return Optional.of(
            "looks like " + (kind.getKey().startsWith("PK\3") ? archive(bytes) : kind.getValue()));
      }
    }
    if (latin.startsWith("ftyp", 4)) {
      return Optional.of("looks like a film or sound; leave it out");
    }
    if (latin.length() > 262 && latin.startsWith("ustar", 257)) {
      return Optional.of("looks like a tar archive; unpack it");
    }
    String text = source.headText().stripLeading();
    if (source.encoding().unit() == 1 && isBinary(bytes)) {
      return Optional.of(
          "is no text"
              + (Encoding.looksLikeUtf16(bytes)
                  ? "; " + Encoding.cure(bytes, 0, bytes.length)
                  : " and in no known format; leave it out, or" + TEXT_CURE.substring(1)));
    }
    if (Encoding.looksLikeEbcdic(bytes)) {
      return Optional.of("is no UTF-8; " + Encoding.cure(bytes, 0, bytes.length));
    }
    if (JSON.matcher(text).lookingAt()) {
      return Optional.of(
          "looks like JSON of a layout that is not known; name its fields with --columns, such as"
              + " --columns text=body,id=key, or convert it to JSON Lines");
    }
    if (XML.matcher(text).lookingAt()) {
      Matcher root = ROOT.matcher(text);
      return Optional.of(
          "looks like XML"
              + (root.find() ? " (<" + root.group(1) + ">)" : "")
              + " of a layout that is not known; convert it to HTML, CSV or JSON Lines");
    }
    for (Map.Entry<Pattern, String> kind : MACHINE.entrySet()) {
      if (kind.getKey().matcher(text).lookingAt()) {
        return Optional.of("looks like " + kind.getValue());
      }
    }
    Optional<String> lines = byLine(text);
    return lines.isPresent() ? lines : prose(source, text);
  }

  private static Optional<String> byLine(String text) {
    for (int at = 0; at >= 0 && at < text.length(); at = after(text, at)) {
      if (LINE_STARTS.indexOf(text.charAt(at)) < 0) {
        continue;
      }
      for (Map.Entry<Pattern, String> kind : LINES.entrySet()) {
        if (kind.getKey().matcher(text).region(at, text.length()).lookingAt()) {
          return Optional.of("looks like " + kind.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** Where the next line begins, below zero after the last one. */
  private static int after(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? end : end + 1;
  }

  private static boolean isBinary(byte[] bytes) {
    int odd = 0;
    for (byte b : bytes) {
      odd +=
          b == 0
              ? 3
              : b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
    }
    return odd * 10 > bytes.length;
  }

  /**
   * Tells Word documents of today from other archives.
   *
   * @param head the first bytes of a file
   * @return true for a ZIP archive with a file of Word in it
   */
  public static boolean isWordDocument(byte[] head) {
    return head.length > 3
        && head[0] == 'P'
        && head[1] == 'K'
        && head[2] == 3
        && archive(head).startsWith("a Word");
  }

  private static String archive(byte[] bytes) {
    String names = new String(bytes, StandardCharsets.ISO_8859_1);
    if (names.contains("xl/")) {
      return "an Excel workbook; save each sheet as CSV";
    }
    if (names.contains("word/")) {
      return "a Word document; save it as text or HTML";
    }
    if (names.contains("ppt/")) {
      return "a presentation" + TEXT_CURE;
    }
    if (names.contains("opendocument") || names.contains("epub")) {
      return "an OpenDocument file or e-book" + TEXT_CURE;
    }
    return "a ZIP archive; unpack it";
  }

  private static Optional<String> prose(CorpusSource source, String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Optional<String> table = table(source, lines);
    if (table.isPresent() || lines.isEmpty()) {
      return table;
    }
    if (ServerMessage.is(lines.get(0), String.join("\n", lines.subList(1, lines.size())))) {
      return Optional.of(
          "looks like the message of a server and not like running text; leave it out");
    }
    if (areLabelled(lines)) {
      return Optional.of(
          "looks like sentences with a label each; make it a table with columns such as text and label");
    }
    long prose = 0;
    long settings = 0;
    long odd = 0;
    long stamped = 0;
    long all = 0;
    int coded = 0;
    int words = 0;
    boolean told = false;
    for (String line : lines) {
      int length = line.length();
      all += length;
      Line kind = kind(line);
      words += kind == Line.FIGURES ? 0 : 1;
      told = told || TOLD.matcher(line).matches() && Character.isLetter(firstLetter(line));
      switch (kind) {
        case PROSE -> {
          prose += length;
          told = told || isRunningOn(line);
        }
        case SETTING -> {
          settings += length;
          coded++;
        }
        case STAMPED -> {
          stamped += length;
          coded++;
        }
        case ODD -> {
          odd += length;
          coded++;
        }
        case FIGURES -> odd += length;
        default -> {}
      }
    }
    if (stamped * 2 > all && stamped > prose) {
      return Optional.of(
          "looks like a log or a chat and not like running text; make it a table with columns such"
              + " as author, time and text, or read it with --file-names if it is text");
    }
    long machine = odd + settings + stamped;
    if (machine * 2 > all && machine > prose || coded * 2 > words && prose < 3 * machine) {
      return Optional.of(
          (settings > odd ? "looks like settings" : "looks like code, a log or data")
              + " and not like running text; leave it out, or read it with --file-names if it is"
              + " text");
    }
    if (!told && text.indexOf('\uFFFD') < 0 || all > SHORT_FILE && prose * 5 < all) {
      return Optional.of(
          "looks like a list and not like running text; leave it out, or read it with --file-names"
              + " if it is text");
    }
    return Optional.empty();
  }

  /** Whether every line has a mark of few kinds at the same end: a class of its sentence. */
  private static boolean areLabelled(List<String> lines) {
    List<String> whole = lines.size() > LABELLED ? lines.subList(0, lines.size() - 1) : lines;
    return lines.size() >= LABELLED
        && (areLabels(LABEL_FIRST, whole) || areLabels(LABEL_LAST, whole));
  }

  private static boolean areLabels(Pattern label, List<String> lines) {
    Set<String> kinds = new HashSet<>();
    for (String line : lines) {
      Matcher matcher = label.matcher(line);
      if (!matcher.find()) {
        return false;
      }
      kinds.add(matcher.group());
    }
    return kinds.size() >= 2 && kinds.size() * 2 <= lines.size();
  }

  private static int firstLetter(String line) {
    return line.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
  }

  /** Whether a line without an end is one of a text: by its small words, length or script. */
  private static boolean isRunningOn(String line) {
    Matcher small = SMALL_WORD.matcher(line);
    return small.find() && small.find()
        || line.codePoints().filter(Character::isSpaceChar).limit(11).count() == 11
        || line.codePoints().filter(FileKind::isUnspaced).limit(8).count() == 8;
  }

  /** Letters of scripts that put no space between words, and of some whose words are not listed. */
  private static boolean isUnspaced(int letter) {
    return letter >= 0x0590 && letter < 0x1100 || letter >= 0x3040 && letter < 0xD7B0;
  }

  private static Optional<String> table(CorpusSource source, List<String> lines) {
    String name = source.path().toString().toLowerCase(Locale.ROOT);
    boolean named = name.matches(".*\\.(?:csv|tsv|tab)(?:\\.gz)?");
    int first = lines.isEmpty() || !lines.get(0).matches("(?i)sep=.") ? 0 : 1;
    named |= first == 1;
    for (char mark : "\t;,|".toCharArray()) {
      long cells = -1;
      int rows = 0;
      for (int i = first; i < lines.size() && rows < 12; i++) {
        long here = lines.get(i).chars().filter(c -> c == mark).count();
        if (cells >= 0 && here != cells) {
          rows = -1;
          break;
        }
        cells = here;
        rows++;
      }
      int least = mark == '\t' ? 1 : mark == ',' ? 3 : 2;
      boolean names = rows >= 2 && cells >= 1 && areNames(lines.get(first), mark);
      named |= names || rows >= 3 && cells >= least;
    }
    return named
        ? Optional.of(
            "looks like a table without a column that is known for the text; name its columns with"
                + " --columns, such as --columns text=COLUMN,title=COLUMN")
        : Optional.empty();
  }

  /** Whether the cells of a line are short names, without a space after the mark. */
  private static boolean areNames(String line, char mark) {
    return Stream.of(line.split(Pattern.quote("" + mark)))
        .allMatch(cell -> cell.length() < 25 && !cell.isBlank() && !cell.startsWith(" "));
  }

  private enum Line {
    PROSE,
    NEUTRAL,
    SETTING,
    STAMPED,
    FIGURES,
    ODD
  }

  private static Line kind(String line) {
    int letters = 0;
    int digits = 0;
    int symbols = 0;
    int shown = 0;
    int words = 0;
    int unspaced = 0;
    boolean inWord = false;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (space) {
        inWord = false;
        continue;
      }
      shown++;
      if (Character.isLetter(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
        letters++;
        words += inWord ? 0 : 1;
        inWord = true;
        unspaced += c >= 0x0E00 && isUnspaced(c) ? 1 : 0;
      } else if (Character.isDigit(c)) {
        digits++;
      } else if ("{}[]<>=|\\_$^~#@&*+/;".indexOf(c) >= 0) {
        symbols++;
      }
    }
    char last = line.charAt(line.length() - 1);
    if (STAMPED.matcher(line).lookingAt()) {
      return Line.STAMPED;
    }
    if (ASSIGNED.matcher(line).lookingAt()) {
      return Line.SETTING;
    }
    if (line.startsWith("#") && !line.startsWith("#include")) {
      return Line.NEUTRAL;
    }
    boolean plain = Character.isLetter(line.charAt(0)) && ".!?".indexOf(last) >= 0;
    if (!plain && CODE.matcher(line).matches()) {
      return Line.ODD;
    }
    boolean sentence = words >= 3 && ".!?…\"”’»".indexOf(last) >= 0;
    boolean running = words >= 5 || unspaced >= 12 || sentence;
    boolean clean = symbols * 14 <= shown && letters * 4 >= shown * 3;
    boolean called = last == '{' || last == ';' && line.indexOf('(') >= 0;
    if (running && clean && !called) {
      return Line.PROSE;
    }
    if (ADDRESS.matcher(line).matches()) {
      return Line.ODD;
    }
    if (symbols * 8 <= shown && digits * 5 > shown * 2) {
      return Line.FIGURES;
    }
    if (!running && (SECTION.matcher(line).matches() || KEY_VALUE.matcher(line).matches())) {
      return Line.SETTING;
    }
    boolean code =
        last == '{' || last == ';' || last == '}' || last == ')' && !running || last == '\\';
    return called || symbols * 8 > shown || code && !clean || code && words <= 4
        ? Line.ODD
        : Line.NEUTRAL;
  }
}
