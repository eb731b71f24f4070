package org.polylogue.samples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.results.DiscourseJson;
import org.polylogue.samples.Main;
import org.polylogue.text.Span;

class ActorsCommandTest {

  private static final String HEADER = "decision,actor,other,reason";

  @TempDir Path temp;
  private String first;
  private String second;
  private Path out;
  private String printed;
  private String errors;

  @BeforeEach
  void resultsOfSevenArticles() throws IOException {
    first =
        results(
            "first",
            article("a1", "Mila Ostrova and Ostrova.", person("Mila Ostrova")),
            article("a2", "Ostrova, Ostrova.", person("Ostrova", "Ms Ostrova")),
            article("a3", "Anna Kern spoke in the marsh.", person("Anna Kern")));
    second =
        results(
            "second",
            article("b0", "Mila Ostrova left.", person("Mila Ostrova")),
            article("b1", "Paul Kern spoke.", person("Paul Kern")),
            article("b2", "Kern spoke.", person("Kern")),
            article(
                "b3",
                "Gil Marsh spoke. -Gil",
                listed("Gil Marsh", Map.of("party", "=Concord"), "Marsh", "-Gil", "G. Marsh")));
    out = temp.resolve("merged");
  }

  private static Actor person(String name, String... aliases) {
    return listed(name, Map.of(), aliases);
  }

  private static Actor listed(String name, Map<String, String> attributes, String... aliases) {
    TreeSet<String> all = new TreeSet<>(List.of(aliases));
    all.add(name);
    String id = "person/" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Actor(id, name, ActorType.PERSON, all, attributes);
  }

  private static Discourse article(String id, String text, Actor actor) {
    List<Mention> mentions = new ArrayList<>();
    int at = text.indexOf(actor.name());
    while (at >= 0) {
      Span span = new Span(at, at + actor.name().length());
      mentions.add(new Mention(span, Mention.Form.NAME, actor.id(), Optional.empty(), 1));
      at = text.indexOf(actor.name(), span.end());
    }
    return new Discourse(
        Conversation.of(Article.of(id, "Title", text), List.of()),
        List.of(actor),
        List.of(new DocumentDiscourse(id, mentions, List.of(), List.of(), List.of(), List.of())),
        List.of());
  }

  private String results(String name, Discourse... discourses) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    DiscourseJson json = new DiscourseJson();
    Files.write(
        folder.resolve("discourse.jsonl"), List.of(discourses).stream().map(json::write).toList());
    return folder.toString();
  }

  private void run(int exit, String... more) {
    List<String> args = new ArrayList<>(List.of("actors"));
    args.addAll(List.of(more));
    StringWriter print = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(print, true), new PrintWriter(err, true), args.toArray(String[]::new));
    printed = print.toString();
    errors = err.toString();
    assertThat(code).as(errors).isEqualTo(exit);
  }

  private void merge(String... more) {
    List<String> args = new ArrayList<>(List.of(first, second, "--out", out.toString()));
    args.addAll(List.of(more));
    run(0, args.toArray(String[]::new));
  }

  private void decide(String... rows) throws IOException {
    Path file = temp.resolve("decisions.csv");
    Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
    merge("--decisions", file.toString());
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(out.resolve(name));
  }

  private Map<String, String> files() throws IOException {
    return Map.of(
        "merges.csv", Files.readString(out.resolve("merges.csv")),
        "table.csv", Files.readString(out.resolve("table.csv")),
        "actors.csv", Files.readString(out.resolve("actors.csv")));
  }

  @Test
  void a_lone_surname_is_merged_and_the_row_says_why() throws IOException {
    merge();
    assertThat(printed).startsWith("5 actors in 7 articles; 1 merges, 2 proposals");
    assertThat(lines("merges.csv"))
        .containsExactly(
            HEADER + ",actor_name,other_name,mentions,not_in_table",
            ",person/mila-ostrova,person/ostrova,the only person with the surname Ostrova,"
                + "Mila Ostrova,Ostrova,2,",
            ",person/anna-kern,person/kern,one of 2 who fit,Anna Kern,Kern,1,",
            ",person/paul-kern,person/kern,one of 2 who fit,Paul Kern,Kern,1,");
    assertThat(lines("actors.csv"))
        .contains(
            "person/mila-ostrova,Mila Ostrova,PERSON,Mila Ostrova; Ms Ostrova; Ostrova,,4,3,"
                + "female,text")
        .noneMatch(line -> line.startsWith("person/ostrova,"));
  }

  @Test
  void a_merge_that_is_rejected_is_undone() throws IOException {
    merge();
    List<String> rows = new ArrayList<>(lines("merges.csv"));
    rows.set(1, "reject" + rows.get(1));
    Files.write(out.resolve("merges.csv"), rows);
    merge("--decisions", out.resolve("merges.csv").toString());
    assertThat(lines("actors.csv"))
        .anyMatch(line -> line.startsWith("person/ostrova,"))
        .anyMatch(line -> line.startsWith("person/mila-ostrova,"));
    assertThat(lines("merges.csv")).containsExactlyElementsOf(rows);
    assertThat(lines("table.csv")).noneMatch(line -> line.contains("Ostrova"));
  }

  @Test
  void a_proposal_that_is_accepted_is_applied() throws IOException {
    decide("accept,person/paul-kern,person/kern,his column");
    assertThat(lines("merges.csv").get(1))
        .isEqualTo(
            "accept,person/paul-kern,person/kern,his column,Paul Kern,Kern,1,Kern: may be Anna Kern");
    assertThat(lines("merges.csv")).hasSize(3);
    assertThat(lines("actors.csv"))
        .contains("person/paul-kern,Paul Kern,PERSON,Kern; Paul Kern,,2,2,male,names");
  }

  @Test
  void an_unchanged_file_gives_the_same_bytes() throws IOException {
    merge();
    Map<String, String> before = files();
    merge("--decisions", out.resolve("merges.csv").toString());
    assertThat(files()).isEqualTo(before);
    decide(
        "reject,person/mila-ostrova,person/ostrova,-no",
        "accept,person/paul-kern,person/kern,",
        "accept,person/gone,person/kern,");
    Map<String, String> decided = files();
    assertThat(decided).isNotEqualTo(before);
    merge("--decisions", out.resolve("merges.csv").toString());
    assertThat(files()).isEqualTo(decided);
  }

  @Test
  void the_order_of_the_results_does_not_matter() throws IOException {
    merge();
    Map<String, String> before = files();
    run(0, second + "/discourse.jsonl", first, "--out", out.toString());
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void the_table_holds_decided_names_and_none_that_may_be_somebody_elses() throws IOException {
    merge();
    assertThat(lines("table.csv"))
        .containsExactly(
            "canonical,alias,type,party",
            "Gil Marsh,'-Gil,PERSON,'=Concord",
            "Gil Marsh,G. Marsh,PERSON,'=Concord",
            "Mila Ostrova,Ms Ostrova,PERSON,",
            "Mila Ostrova,Ostrova,PERSON,");
    ActorTable table = ActorTable.read(out.resolve("table.csv"));
    assertThat(table.named("ostrova").orElseThrow().name()).isEqualTo("Mila Ostrova");
    assertThat(table.named("Gil Marsh").orElseThrow().attributes())
        .containsExactly(Map.entry("party", "=Concord"));
    assertThat(table.named("Gil Marsh").orElseThrow().aliases()).contains("-Gil");
    assertThat(table.named("Marsh")).as("a word of an article").isEmpty();
    assertThat(table.named("Kern")).isEmpty();
  }

  @Test
  void a_surname_of_two_is_no_alias_of_either() throws IOException {
    decide("accept,person/paul-kern,person/kern,");
    assertThat(lines("table.csv"))
        .contains("Paul Kern,Paul Kern,PERSON,")
        .noneMatch(line -> line.contains(",Kern,") || line.contains("Anna"));
  }

  @Test
  void the_table_of_the_user_is_kept_and_has_priority() throws IOException {
    Path table = temp.resolve("known.csv");
    Files.writeString(
        table,
        "canonical,alias,type,desk\nPaul Kern,Kern,PERSON,north\nIda Berg,Berg,PERSON,south\n");
    merge("--actors", table.toString());
    assertThat(lines("table.csv"))
        .contains("Ida Berg,Berg,PERSON,south,", "Paul Kern,Kern,PERSON,north,");
    assertThat(lines("merges.csv"))
        .contains(
            ",person/paul-kern,person/kern,both are Paul Kern in the actor table,"
                + "Paul Kern,Kern,1,");
    Map<String, String> before = files();
    merge("--actors", out.resolve("table.csv").toString());
    assertThat(files().get("table.csv")).isEqualTo(before.get("table.csv"));
  }

  @Test
  void decisions_on_actors_that_are_not_there_are_named_and_kept() throws IOException {
    decide("accept,person/gone,person/kern,");
    assertThat(errors).contains("1 actors of").contains("person/gone").hasLineCount(1);
    assertThat(lines("merges.csv"))
        .contains("accept,person/gone,person/kern,decided before,,Kern,1,");
  }

  @Test
  void what_cannot_be_done_is_one_line() throws IOException {
    String to = out.toString();
    fails("no such file", temp.resolve("none").toString(), "--out", to);
    Path page = Files.writeString(temp.resolve("page.txt"), "Title\n\nText.\n");
    fails("analyse it first", page.toString(), "--out", to);
    fails("choose another --out", first, "--out", first);
    fails("choose another --out", first + "/discourse.jsonl", "--out", first);
    fails("article a1 is in ", first, first, "--out", to);
    Path file = temp.resolve("d.csv");
    fails("no such file", first, "--out", to, "--decisions", file.toString());
    Files.writeString(file, "what,actor\n");
    fails("the header must name", first, "--out", to, "--decisions", file.toString());
    Files.writeString(file, HEADER + "\nmaybe,a,b,\n");
    fails("line 2: decision maybe", first, "--out", to, "--decisions", file.toString());
    Files.writeString(file, HEADER + "\naccept,a,b,\nreject,b,a,\n");
    fails("line 3: b and a are accepted", first, "--out", to, "--decisions", file.toString());
    Files.writeString(file, HEADER + "\naccept,a,,\n");
    fails("two different ids", first, "--out", to, "--decisions", file.toString());
    Files.write(file, new byte[] {'d', (byte) 0xff, ',', 'a', '\n'});
    fails("UTF-8", first, "--out", to, "--decisions", file.toString());
    assertThat(out).doesNotExist();
  }

  @Test
  void decisions_that_were_not_given_again_are_not_overwritten() throws IOException {
    decide("accept,person/paul-kern,person/kern,");
    Map<String, String> before = files();
    fails("add --decisions", first, second, "--out", out.toString());
    assertThat(files()).isEqualTo(before);
  }

  private void fails(String words, String... args) {
    run(2, args);
    assertThat(printed).isEmpty();
    assertThat(errors).startsWith("polylogue actors").contains(words).hasLineCount(1);
  }
}
