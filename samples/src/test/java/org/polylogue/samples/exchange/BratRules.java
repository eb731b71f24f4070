package org.polylogue.samples.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of brat 1.3 for a folder of annotations: what its reader of files asks ({@code
 * annotation.py}), and what its verifier counts as an error or as incomplete ({@code
 * verify_annotations.py}): types, relations, events, their arguments, and attributes are as {@code
 * annotation.conf} declares them. Overlaps are allowed where it says so for all entities.
 */
final class BratRules {

  private static final Pattern ROLE = Pattern.compile("(\\w+?)([?*+]?):(\\S+)");

  /** Role or argument: how often it may be there, and which types it takes. */
  private record Argument(String name, int least, int most, Set<String> types) {}

  private final Set<String> entities = new HashSet<>();
  private final Map<String, List<Argument>> events = new HashMap<>();
  private final Map<String, List<List<Argument>>> relations = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> attributes = new HashMap<>();
  private final List<String> issues = new ArrayList<>();
  private boolean overlaps;
  private int lines;

  private BratRules() {}

  /** What breaks a rule, file by file; fails if there are fewer annotations than said. */
  static List<String> issues(Path folder, int least) throws IOException {
    BratRules rules = new BratRules();
    rules.configuration(Files.readAllLines(folder.resolve("annotation.conf")));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ann")).sorted().toList()) {
        String text = Files.readString(Path.of(file.toString().replaceFirst("ann$", "txt")));
        rules.file(file.getFileName().toString(), Files.readAllLines(file), text);
      }
    }
    if (rules.lines < least) {
      rules.issues.add(rules.lines + " lines only");
    }
    return rules.issues;
  }

  private void configuration(List<String> configured) {
    String section = "";
    for (String line : configured) {
      String[] columns = line.split("\t");
      if (line.startsWith("[")) {
        section = line;
      } else if (line.startsWith("<OVERLAP>")) {
        overlaps = line.contains("Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>");
      } else if (!line.isBlank()) {
        switch (section) {
          case "[entities]" -> entities.add(line);
          case "[events]" -> events.put(columns[0], arguments(columns[1]));
          case "[relations]" ->
              relations
                  .computeIfAbsent(columns[0], name -> new ArrayList<>())
                  .add(arguments(columns[1]));
          case "[attributes]" -> {
            Matcher of = Pattern.compile("Arg:(\\S+), Value:(\\S+)").matcher(columns[1]);
            if (of.matches()) {
              for (String owner : of.group(1).split("\\|")) {
                attributes
                    .computeIfAbsent(owner, type -> new HashMap<>())
                    .put(columns[0], Set.of(of.group(2).split("\\|")));
              }
            }
          }
          default -> issues.add("annotation.conf: " + line);
        }
      }
    }
  }

  private static List<Argument> arguments(String declared) {
    List<Argument> arguments = new ArrayList<>();
    for (String one : declared.split(", ")) {
      Matcher role = ROLE.matcher(one);
      if (role.matches()) {
        int least = role.group(2).isEmpty() || role.group(2).equals("+") ? 1 : 0;
        int most = role.group(2).isEmpty() || role.group(2).equals("?") ? 1 : Integer.MAX_VALUE;
        arguments.add(new Argument(role.group(1), least, most, Set.of(role.group(3).split("\\|"))));
      }
    }
    return arguments;
  }

  private void file(String name, List<String> annotations, String text) {
    Map<String, String[]> byId = new LinkedHashMap<>();
    Map<String, String> types = new TreeMap<>();
    for (String line : annotations) {
      lines++;
      String[] columns = line.split("\t", -1);
      String[] words = columns.length < 2 ? new String[0] : columns[1].split(" ");
      if (words.length == 0 || byId.put(columns[0], columns) != null) {
        issues.add(name + ": no columns, or an id twice: " + line);
      } else {
        types.put(columns[0], words[0].replaceFirst(":.*", ""));
      }
    }
    Set<String> triggers = new HashSet<>();
    for (String[] columns : byId.values()) {
      String type = types.get(columns[0]);
      String[] words = columns[1].split(" ");
      boolean fits =
          switch (columns[0].charAt(0)) {
            case 'T' -> isText(columns, text) && (entities.contains(type) || isEvent(type));
            case 'E' -> {
              String trigger = words[0].substring(type.length() + 1);
              triggers.add(trigger);
              yield isEvent(type) && type.equals(types.get(trigger)) && takes(type, words, types);
            }
            case 'R' ->
                relations.getOrDefault(type, List.of()).stream()
                    .anyMatch(arguments -> links(arguments, words, types));
            case 'A' ->
                attributes
                    .getOrDefault(types.getOrDefault(words[1], ""), Map.of())
                    .getOrDefault(type, Set.of())
                    .contains(words[2]);
            case '#' -> words.length == 2 && types.containsKey(words[1]) && columns.length == 3;
            default -> false;
          };
      if (!fits) {
        issues.add(name + ": " + String.join(" | ", columns));
      }
    }
    types.forEach(
        (id, type) -> {
          if (id.startsWith("T") && isEvent(type) && !triggers.contains(id)) {
            issues.add(name + ": trigger " + id + " of no event");
          }
        });
    if (!overlaps) {
      issues.add("annotation.conf: overlaps are not allowed");
    }
  }

  private boolean isEvent(String type) {
    return events.containsKey(type);
  }

  /** The words of a span are those of the text, and no span goes over the end of a line. */
  private static boolean isText(String[] columns, String text) {
    int[] codePoints = text.codePoints().toArray();
    List<String> parts = new ArrayList<>();
    int last = 0;
    for (String span : columns[1].substring(columns[1].indexOf(' ') + 1).split(";")) {
      int start = Integer.parseInt(span.split(" ")[0]);
      int end = Integer.parseInt(span.split(" ")[1]);
      if (start < last || end <= start || end > codePoints.length) {
        return false;
      }
      parts.add(new String(codePoints, start, end - start));
      last = end;
    }
    String words = String.join(" ", parts);
    return words.indexOf('\n') < 0 && columns.length == 3 && words.equals(columns[2]);
  }

  /** Numbers at the end of a role tell several of it apart. */
  private boolean takes(String event, String[] words, Map<String, String> types) {
    Map<String, List<String>> given =
        Stream.of(words)
            .skip(1)
            .collect(
                Collectors.groupingBy(
                    word -> word.replaceFirst("\\d*:.*", ""),
                    Collectors.mapping(
                        word -> types.getOrDefault(word.replaceFirst(".*:", ""), ""),
                        Collectors.toList())));
    Set<String> unknown = new HashSet<>(given.keySet());
    for (Argument argument : events.get(event)) {
      List<String> found = given.getOrDefault(argument.name(), List.of());
      unknown.remove(argument.name());
      if (found.size() < argument.least()
          || found.size() > argument.most()
          || !argument.types().containsAll(found)) {
        return false;
      }
    }
    return unknown.isEmpty();
  }

  private static boolean links(List<Argument> ends, String[] words, Map<String, String> types) {
    for (int i = 0; i < 2; i++) {
      String[] end = words[i + 1].split(":");
      if (!end[0].equals(ends.get(i).name())
          || !ends.get(i).types().contains(types.getOrDefault(end[1], ""))) {
        return false;
      }
    }
    return words.length == 3;
  }
}
