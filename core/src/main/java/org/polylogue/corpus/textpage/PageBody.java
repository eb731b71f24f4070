package org.polylogue.corpus.textpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.corpus.spi.Notice;
import org.polylogue.corpus.spi.WrittenTime;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.text.Span;

/** The article part of a page: title, facts of publication, headings and paragraphs. */
final class PageBody {

  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_HEADING = 80;
  private static final int LONGEST_WRAPPED = 120;

  private static final Pattern FACT =
      Pattern.compile(
          "(?<key>author|by|written by|published|posted|date|updated|last updated|source|outlet|section"
              + "|category|url|link)(?:\\h+on)?(?<mark>:\\h*|\\h+)(?<value>\\S.{0,150})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S{3,500}");
  private static final Pattern PERSON =
      Pattern.compile(
          "^(?!(?i:the|an?|what|how|why|who|in|on|our|about|key|editorial|opinion)\\b)\\p{Lu}[\\p{L}'’-]*\\.?"
              + "(?:\\h(?:(?:de|van|von|der|la|bin|al|el)\\h)?\\p{Lu}[\\p{L}'’-]*\\.?){1,3}");
  private static final Pattern HEADING_MARK = Pattern.compile("#{1,6}\\h+");
  private static final Pattern QUOTE_MARK = Pattern.compile(">(?:[>\\h]*>)?\\h?");

  private final List<PageLine> lines;
  private final List<Notice> notices;
  private String title = "";
  private Optional<String> author = Optional.empty();
  private Optional<String> outlet = Optional.empty();
  private Optional<String> section = Optional.empty();
  private Optional<String> url = Optional.empty();
  private Optional<Moment> date = Optional.empty();
  private final Map<String, String> attributes = new TreeMap<>();
  private final WrittenTime.DayOrder order;

  private PageBody(List<PageLine> lines, WrittenTime.DayOrder order, List<Notice> notices) {
    this.lines = lines;
    this.order = order;
    this.notices = notices;
  }

  /** Reads the lines before the comments as an article. */
  static Article read(
      String id, List<PageLine> lines, WrittenTime.DayOrder order, List<Notice> notices) {
    PageBody body = new PageBody(lines, order, notices);
    int start = body.readHead();
    return body.readText(id, start);
  }

  /** Reads title and facts; gives the index of the first line of the text. */
  private int readHead() {
    int at = 0;
    while (at < lines.size() && (lines.get(at).isBlank() || setAside(lines.get(at)))) {
      at++;
    }
    boolean onlyLine =
        lines.stream().skip(at + 1L).allMatch(l -> l.isBlank() || PageFurniture.isFurniture(l));
    if (at < lines.size() && !onlyLine && lines.get(at).content().length() <= LONGEST_TITLE) {
      title = HEADING_MARK.matcher(lines.get(at).content()).replaceFirst("");
      at++;
    } else if (at < lines.size()) {
      notices.add(
          new Notice(
              Notice.Kind.DOUBTFUL,
              lines.get(at).number(),
              lines.get(at).content(),
              "the page begins with no title; its first line is taken as text"));
      return at;
    }
    while (at < lines.size()) {
      PageLine line = lines.get(at);
      if (!line.isBlank() && !setAside(line) && !isCounter(line) && !readFact(line)) {
        break;
      }
      at++;
    }
    return at;
  }

  private boolean setAside(PageLine line) {
    if (PageFurniture.isFurniture(line)
        || PageFurniture.isSignInNotice(line)
        || PageFurniture.isCountedCommentHeader(line)) {
      notices.add(
          new Notice(Notice.Kind.FURNITURE, line.number(), line.content(), "page furniture"));
      return true;
    }
    return false;
  }

  private boolean isCounter(PageLine line) {
    if (PageFurniture.isCounter(line)) {
      notices.add(
          new Notice(
              Notice.Kind.FURNITURE, line.number(), line.content(), "a counter beside the title"));
      return true;
    }
    return false;
  }

  private boolean readFact(PageLine line) {
    String content = line.content();
    if (content.length() > LONGEST_TITLE) {
      return false;
    }
    if (ADDRESS.matcher(content).matches()) {
      url = url.or(() -> Optional.of(content));
      return true;
    }
    Optional<WrittenTime> when = WrittenTime.find(content, order);
    if (when.isPresent() && isAll(content, when.get())) {
      return takeDate("published", when.get(), line);
    }
    Matcher fact = FACT.matcher(content);
    if (fact.matches()) {
      String key = fact.group("key").toLowerCase(Locale.ROOT);
      boolean colon = fact.group("mark").startsWith(":");
      return takeFact(key, fact.group("value"), colon, line);
    }
    if (author.isEmpty() && PERSON.matcher(content).matches() && nextIsProse(line)) {
      author = Optional.of(content);
      return true;
    }
    return false;
  }

  /** A name alone is a byline only if running text follows it and nothing else came before. */
  private boolean nextIsProse(PageLine line) {
    for (PageLine next : lines) {
      if (next.number() > line.number() && !next.isBlank()) {
        return next.content().length() > LONGEST_HEADING || readsAsDate(next);
      }
    }
    return false;
  }

  private boolean readsAsDate(PageLine line) {
    Optional<WrittenTime> when = WrittenTime.find(line.content(), order);
    return when.isPresent() && isAll(line.content(), when.get());
  }

  private static boolean isAll(String content, WrittenTime when) {
    String around =
        content.substring(0, when.span().start()) + content.substring(when.span().end());
    return around.chars().noneMatch(Character::isLetterOrDigit);
  }

  private boolean takeFact(String key, String value, boolean colon, PageLine line) {
    Optional<WrittenTime> when = WrittenTime.find(value, order);
    boolean dated = when.isPresent() && isAll(value, when.get());
    switch (key) {
      case "published", "posted", "date", "updated", "last updated" -> {
        return dated && takeDate(key, when.get(), line);
      }
      case "author", "by", "written by" -> {
        return (colon || !"author".equals(key)) && takeByline(value);
      }
      case "source", "outlet" -> {
        outlet = colon ? outlet.or(() -> Optional.of(value)) : outlet;
        return colon;
      }
      case "section", "category" -> {
        section = colon ? section.or(() -> Optional.of(value)) : section;
        return colon;
      }
      default -> {
        boolean address = ADDRESS.matcher(value).matches();
        url = address ? url.or(() -> Optional.of(value)) : url;
        return address;
      }
    }
  }

  private boolean takeByline(String value) {
    int comma = value.indexOf(',');
    String name = comma < 0 ? value : value.substring(0, comma);
    boolean sentence = value.endsWith(".") && !value.matches(".*\\b\\p{L}{1,3}\\.");
    if (sentence || value.length() > 120 || !Character.isUpperCase(name.codePointAt(0))) {
      return false;
    }
    if (author.isEmpty()) {
      author = Optional.of(name.strip());
      if (comma >= 0) {
        attributes.put("byline", value);
      }
    }
    return true;
  }

  private boolean takeDate(String key, WrittenTime when, PageLine line) {
    if (when.moment().isEmpty() || !when.problem().isEmpty()) {
      notices.add(
          new Notice(
              when.moment().isEmpty() ? Notice.Kind.UNPLACED : Notice.Kind.DOUBTFUL,
              line.number(),
              line.content(),
              when.problem()));
    }
    if (when.moment().isPresent()) {
      if (date.isEmpty() && !key.endsWith("updated")) {
        date = when.moment();
      } else {
        attributes.putIfAbsent("updated", when.moment().get().toString());
      }
    }
    return true;
  }

  private Article readText(String id, int start) {
    List<PageLine> kept = new ArrayList<>();
    int end = lines.size();
    while (end > start
        && (lines.get(end - 1).isBlank()
            || PageFurniture.isCounter(lines.get(end - 1))
            || PageFurniture.isFurniture(lines.get(end - 1))
            || PageFurniture.isSignInNotice(lines.get(end - 1)))) {
      end--;
      if (!lines.get(end).isBlank()) {
        notices.add(
            new Notice(
                Notice.Kind.FURNITURE,
                lines.get(end).number(),
                lines.get(end).content(),
                "page furniture after the text"));
      }
    }
    for (PageLine line : lines.subList(start, end)) {
      if (PageFurniture.isFurniture(line)) {
        notices.add(
            new Notice(Notice.Kind.FURNITURE, line.number(), line.content(), "page furniture"));
      } else {
        kept.add(line);
      }
    }
    StringBuilder text = new StringBuilder();
    List<Block> blocks = blocks(kept, text);
    Publication publication = new Publication(outlet, author, date, url, section, attributes);
    return new Article(id, title, publication, text.toString(), blocks);
  }

  /**
   * Copies the lines, with the white space around them, and says what each is; lines of one wrapped
   * paragraph are one block.
   */
  private List<Block> blocks(List<PageLine> kept, StringBuilder text) {
    boolean wrapped = isWrapped(kept);
    List<Block> blocks = new ArrayList<>();
    PageLine before = null;
    int at = 0;
    while (at < kept.size()) {
      PageLine line = kept.get(at);
      if (at > 0) {
        text.append('\n');
      }
      if (line.isBlank()) {
        text.append(line.raw());
        at++;
        continue;
      }
      boolean quoted = QUOTE_MARK.matcher(line.content()).lookingAt();
      int last = at;
      while (last + 1 < kept.size()
          && !kept.get(last + 1).isBlank()
          && (quoted
              ? QUOTE_MARK.matcher(kept.get(last + 1).content()).lookingAt()
              : wrapped && !QUOTE_MARK.matcher(kept.get(last + 1).content()).lookingAt())) {
        last++;
      }
      boolean marked = HEADING_MARK.matcher(line.content()).lookingAt();
      Block.Kind kind =
          quoted
              ? Block.Kind.QUOTATION
              : marked || last == at && isHeading(kept, at, before)
                  ? Block.Kind.HEADING
                  : Block.Kind.PARAGRAPH;
      text.append(quoted || marked ? "" : line.before());
      int start = text.length();
      int end = start;
      for (int i = at; i <= last; i++) {
        PageLine one = kept.get(i);
        String content = one.content();
        content = quoted ? QUOTE_MARK.matcher(content).replaceFirst("") : content;
        content = marked ? HEADING_MARK.matcher(content).replaceFirst("") : content;
        text.append(i > at ? "\n" : "").append(i > at && !quoted ? one.before() : "");
        text.append(content);
        end = text.length();
        text.append(one.after());
      }
      if (end > start) {
        blocks.add(new Block(kind, new Span(start, end)));
      }
      before = kept.get(last);
      at = last + 1;
    }
    return blocks;
  }

  /** Whether paragraphs run over several lines of about the same length. */
  private static boolean isWrapped(List<PageLine> kept) {
    int longest = kept.stream().mapToInt(l -> l.content().length()).max().orElse(0);
    if (longest > LONGEST_WRAPPED) {
      return false;
    }
    int inner = 0;
    int full = 0;
    for (int i = 0; i + 1 < kept.size(); i++) {
      if (!kept.get(i).isBlank() && !kept.get(i + 1).isBlank()) {
        inner++;
        full += kept.get(i).content().length() * 3 >= longest * 2 ? 1 : 0;
      }
    }
    return inner >= 2 && full * 5 >= inner * 4;
  }

  /**
   * A heading stands alone between blank lines, is short, is no sentence, does not follow a
   * lead-in, and running text follows it.
   */
  private static boolean isHeading(List<PageLine> kept, int at, PageLine before) {
    String content = kept.get(at).content();
    boolean alone =
        (at == 0 || kept.get(at - 1).isBlank())
            && (at + 1 == kept.size() || kept.get(at + 1).isBlank());
    int words = content.split("\\h+").length;
    if (!alone || content.length() > LONGEST_HEADING || words > 12) {
      return false;
    }
    if (before != null && before.content().endsWith(":")) {
      return false;
    }
    int first = content.codePointAt(0);
    if (!Character.isUpperCase(first) && !Character.isDigit(first) && !isOpening(first)
        || isOpening(first)
            && content.length() > 1
            && !Character.isUpperCase(content.codePointAt(1))) {
      return false;
    }
    int last = content.length() - 1;
    while (last > 0 && "\"'”’»)".indexOf(content.charAt(last)) >= 0) {
      last--;
    }
    char end = content.charAt(last);
    boolean question = end == '?' && words <= 6 && last == content.length() - 1;
    if (!question && ".!?:;,…".indexOf(end) >= 0) {
      return false;
    }
    for (int next = at + 1; next < kept.size(); next++) {
      if (!kept.get(next).isBlank()) {
        return kept.get(next).content().length() > content.length();
      }
    }
    return false;
  }

  private static boolean isOpening(int c) {
    return "\"'“‘«„".indexOf(c) >= 0;
  }
}
