package org.polylogue.samples.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of WebAnno TSV 3.3 as INCEpTION's user guide states them (appendix "WebAnno TSV 3.3
 * file format"), for span layers: a header, sentences with their text, tokens in order that are no
 * white space, a cell for each feature, and the same annotations in all cells of a layer.
 */
final class WebAnnoRules {

  /** Names that features of annotations have already. */
  private static final Set<String> RESERVED = Set.of("begin", "end", "sofa", "address", "type");

  private static final Pattern TOKEN =
      Pattern.compile("(\\d+)-(\\d+)\t(\\d+)-(\\d+)\t([^\t]*+)\t(.*)");

  /** A value, in which reserved characters have a backslash, and perhaps the id of what has it. */
  private static final Pattern VALUE =
      Pattern.compile("((?:[^\\\\\\[\\]|_;*>\t]|\\\\.)++|\\*)(?:\\[(\\d+)])?");

  private final String name;
  private final String text;
  private final List<String> issues = new ArrayList<>();
  private final Map<String, List<String>> layers = new HashMap<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, Integer> lastToken = new HashMap<>();
  private int tokens;

  private WebAnnoRules(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** What breaks a rule; the text is the one that the annotations are of. */
  static List<String> issues(String name, String file, String text) {
    WebAnnoRules rules = new WebAnnoRules(name, text);
    rules.read(file);
    return rules.issues;
  }

  private void read(String file) {
    if (!file.endsWith("\n")) {
      issues.add(name + ": is cut");
    }
    String[] lines = file.split("\n");
    int at = 0;
    check(lines[at++].equals("#FORMAT=WebAnno TSV 3.3"), "the first line", lines[0]);
    for (; at < lines.length && lines[at].startsWith("#T_SP="); at++) {
      String[] parts = lines[at].substring(6).split("\\|");
      List<String> features = List.of(parts).subList(1, parts.length);
      check(layers.put(parts[0], features) == null, "a layer once", lines[at]);
      check(
          features.stream().allMatch(f -> f.matches("[A-Za-z]\\w*") && !RESERVED.contains(f)),
          "names of features",
          lines[at]);
      order.add(parts[0]);
    }
    int sentence = 0;
    int end = 0;
    while (at < lines.length) {
      while (at < lines.length && lines[at].isEmpty()) {
        at++;
      }
      if (at < lines.length) {
        check(lines[at].startsWith("#Text=") && lines[at - 1].isEmpty(), "a sentence", lines[at]);
        String said = plain(lines[at++].substring(6));
        sentence++;
        int first = -1;
        int number = 0;
        for (; at < lines.length && !lines[at].isEmpty(); at++) {
          Matcher token = TOKEN.matcher(lines[at]);
          if (token.matches()) {
            int start = Integer.parseInt(token.group(3));
            check(start >= end, "tokens in order", lines[at]);
            end = Integer.parseInt(token.group(4));
            number++;
            first = first < 0 ? start : first;
            check(token.group(1).equals("" + sentence), "the number of the sentence", lines[at]);
            check(token.group(2).equals("" + number), "the number of the token", lines[at]);
            String form = plain(token.group(5));
            check(form.equals(text.substring(start, end)), "the words of the text", lines[at]);
            check(!form.isEmpty() && form.equals(form.strip()), "no white space", lines[at]);
            cells(token.group(6), lines[at]);
          } else {
            issues.add(name + ": no token: " + lines[at]);
          }
        }
        check(number > 0 && said.equals(text.substring(first, end)), "the text", said);
      }
    }
  }

  /** Each cell ends with a tab, the last one too. */
  private void cells(String written, String line) {
    tokens++;
    String[] cells = written.split("\t", -1);
    int features = layers.values().stream().mapToInt(List::size).sum();
    check(cells.length == features + 1 && cells[features].isEmpty(), "a cell a feature", line);
    int at = 0;
    for (String layer : order) {
      Set<List<String>> ids = new HashSet<>();
      for (int i = 0; i < layers.get(layer).size() && at < cells.length; i++) {
        String cell = cells[at++];
        if (cell.equals("_")) {
          ids.add(List.of());
        } else {
          ids.add(ids(cell, line));
        }
      }
      check(ids.size() == 1, "the same annotations in all cells of " + layer, line);
      for (String id : ids.iterator().next()) {
        Integer before = id.isEmpty() ? null : lastToken.put(layer + id, tokens);
        check(before == null || before == tokens - 1, "an annotation without a gap", line);
      }
      check(
          ids.iterator().next().size() < 2 || !ids.iterator().next().contains(""),
          "an id for each of several",
          line);
    }
  }

  /** The ids of the values that a cell holds, one after the other; empty for a value without. */
  private List<String> ids(String cell, String line) {
    List<String> ids = new ArrayList<>();
    Matcher value = VALUE.matcher(cell);
    int at = 0;
    while (value.region(at, cell.length()).lookingAt()) {
      ids.add(value.group(2) == null ? "" : value.group(2));
      at = value.end() + 1;
      check(at > cell.length() || cell.charAt(at - 1) == '|', "values apart", line);
      if (at > cell.length()) {
        return ids;
      }
    }
    issues.add(name + ": escaped values: " + line);
    return ids;
  }

  private void check(boolean right, String rule, String line) {
    if (!right) {
      issues.add(name + ": " + rule + ": " + line);
    }
  }

  private static String plain(String escaped) {
    return Pattern.compile("\\\\(.)")
        .matcher(escaped)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group(1)) {
                      case "t" -> "\t";
                      case "n" -> "\n";
                      case "r" -> "\r";
                      default -> found.group(1);
                    }));
  }
}
