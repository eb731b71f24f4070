package org.polylogue.benchmarks.quality.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polylogue.benchmarks.quality.TrainTask;
import org.polylogue.discourse.entity.world.NameLists;
import org.polylogue.discourse.entity.world.NameLists.Kind;

/**
 * Packs lists of names and words from a folder of unpacked packages; files are known by their
 * names. The packages are named in {@code docs/models/entities.md}.
 */
public final class NameListsTask implements TrainTask {

  private static final Pattern LIST = Pattern.compile("[a-zA-Z_-]+\\.yml");
  private static final Pattern DICTIONARY = Pattern.compile("[a-z]+-words-(\\d+)\\.json");
  private static final int MAX_CHARACTERS = 50;
  private static final int MAX_WORDS = 6;
  private static final int TOWN = 5_000;
  private static final int LARGE_CITY = 100_000;

  /** By the name of the list, or of the group it stands in and its own. */
  private static final Map<String, Kind> KINDS = new HashMap<>();

  static {
    kind(
        Kind.PERSON,
        "character characters player players coach coaches actor actors celebrities full_name names"
            + " heroes hero heros people designer artist artists author authors astronauts driver"
            + " drivers god primordial titan philosophers witchers thorins_company real_name users"
            + " programs champions villains princess dragons pokemon comedian solo");
    kind(
        Kind.PLACE,
        "location locations city cities planet planets mountain region regions country states"
            + " capital island islands airport_name stadium circuit galaxy star constellation"
            + " places place world worlds map maps country.name address.state");
    kind(
        Kind.GROUP,
        "team teams band bands group groups club clubs faction factions organization organizations"
            + " house houses alliance guild boy_bands girl_groups i_groups ii_groups iii_groups"
            + " rock_band.name");
    kind(
        Kind.WORK,
        "title titles song songs movie movies book books album albums game games game_name show"
            + " shows play plays film films track_name release releases movie.name boardgame.name");
    kind(
        Kind.COMPANY,
        "brand brands company companies publisher manufacturer manufacturers manufacture makes"
            + " airline hospital_name producer supermarket bank nasdaq nyse");
    kind(
        Kind.PRODUCT,
        "model models product product_name platform platforms weapon weapons vehicle vehicles"
            + " aircraft airplane warplane drug_name medication phone device languages ship ships"
            + " spacecraft item items strains coin brand_with_model services beer.name coin.name"
            + " programming_language.name");
  }

  private final Map<Kind, TreeSet<String>> lists = new EnumMap<>(Kind.class);

  /** For the list of tasks. */
  public NameListsTask() {}

  private static void kind(Kind kind, String names) {
    for (String name : names.split(" ")) {
      KINDS.put(name, kind);
    }
  }

  @Override
  public String name() {
    return "name-lists";
  }

  @Override
  public void train(Path gold, Path model, PrintWriter out) throws IOException {
    lists.clear();
    for (Kind kind : Kind.values()) {
      lists.put(kind, new TreeSet<>());
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(gold)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      read(file);
    }
    for (Kind kind : Kind.values()) {
      if (lists.get(kind).isEmpty()) {
        throw new IOException(gold + ": nothing for the list " + kind + "; is a package missing?");
      }
    }
    int entries;
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(model))) {
      entries = NameLists.write(lists, stream);
    }
    lists.forEach((kind, names) -> out.println(kind + " " + names.size()));
    out.println(entries + " entries, " + Files.size(model) + " bytes");
  }

  private void read(Path file) throws IOException {
    String name = file.getFileName().toString();
    Matcher dictionary = DICTIONARY.matcher(name);
    if (LIST.matcher(name).matches()) {
      boolean english = file.getParent().endsWith("en");
      for (JsonNode locale : new YAMLMapper().readTree(file.toFile())) {
        JsonNode lists = locale.path("faker");
        list("", "", english ? lists : lists.path("name"), english);
      }
    } else if (name.equals("people-names.txt")) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.startsWith("#")) {
          add(Kind.PEOPLE, line);
        }
      }
    } else if (name.equals("cities.pbf")) {
      CityFile.read(
          Files.readAllBytes(file),
          (city, population) -> {
            if (population >= TOWN) {
              add(population >= LARGE_CITY ? Kind.LARGE_CITY : Kind.TOWN, city);
            }
          });
    } else if (name.equals("wikidata.min.json")) {
      for (JsonNode body : new ObjectMapper().readTree(file.toFile()).path("wikidata")) {
        String label = body.path("label").asText();
        if (isAscii(label)) {
          add(Kind.BRAND, label);
        }
      }
    } else if (dictionary.matches()) {
      int size = Integer.parseInt(dictionary.group(1));
      Kind kind = size <= 20 ? Kind.FREQUENT : size <= 35 ? Kind.COMMON : Kind.RARE;
      for (JsonNode word : new ObjectMapper().readTree(file.toFile())) {
        if (word.asText().chars().noneMatch(Character::isUpperCase)) {
          lists.get(kind).add(word.asText());
        }
      }
    }
  }

  /** Lists of English names of every kind, of other languages only those of persons. */
  private void list(String group, String name, JsonNode node, boolean english) {
    if (node.isObject()) {
      node.properties().forEach(one -> list(name, one.getKey(), one.getValue(), english));
    } else if (node.isArray()) {
      Kind kind =
          name.contains("first_name")
              ? Kind.GIVEN
              : name.contains("last_name")
                  ? Kind.SURNAME
                  : group.equals("models_by_make")
                      ? Kind.PRODUCT
                      : KINDS.getOrDefault(group + "." + name, KINDS.get(name));
      if (kind != null && (english || kind == Kind.GIVEN || kind == Kind.SURNAME)) {
        for (JsonNode one : node) {
          if (one.isValueNode() && (english || isAscii(one.asText()))) {
            add(kind, one.asText());
          }
        }
      }
    }
  }

  private static boolean isAscii(String name) {
    return name.chars().allMatch(c -> c < 128);
  }

  /** Names that are built of others, or written like no name, are left out. */
  private void add(Kind kind, String text) {
    String name = text.strip();
    if (!name.contains("#")
        && name.length() <= MAX_CHARACTERS
        && name.split(" ").length <= MAX_WORDS
        && name.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))) {
      lists.get(kind).add(name);
    }
  }
}
