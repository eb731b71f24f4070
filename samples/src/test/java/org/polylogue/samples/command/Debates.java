package org.polylogue.samples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.results.DiscourseJson;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** Results of an analysis that never ran: a minister and a critic speak in several articles. */
public final class Debates {

  private static final String ARTICLE =
      "\"The dam brings growth and growth brings jobs\", Ilmar Dessen said.\n"
          + "\"This dam is unsafe, unsafe and dear\", Anders Quist said.\n"
          + "Ilmar Dessen and Anders Quist met Adela Roswyn.";

  private Debates() {}

  /** Writes a folder of results with four articles, each with two comments. */
  public static Path write(Path folder) throws IOException {
    DiscourseJson json = new DiscourseJson();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      lines.add(json.write(discourse("a" + i, LocalDate.of(2023, 1 + i, 10))));
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve("discourse.jsonl"), lines);
    return folder;
  }

  private static Discourse discourse(String id, LocalDate day) {
    Article plain = Article.of(id, "A dam", ARTICLE);
    Publication publication =
        new Publication(
            Optional.of(id.equals("a0") ? "Harbour Times" : "The Herald"),
            Optional.empty(),
            Optional.of(Moment.of(day)),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Article article = new Article(id, "A dam", publication, ARTICLE, plain.blocks());
    Comment first = comment(id + "#1", "Ann", "The dam must go, said nobody.", Optional.empty());
    Comment second = comment(id + "#2", "Bob", "No, build it!", Optional.of(id + "#1"));
    List<DocumentDiscourse> found = new ArrayList<>();
    found.add(
        new DocumentDiscourse(
            id,
            List.of(
                mention("Ilmar Dessen said", "p1"),
                mention("Anders Quist said", "p2"),
                mention("Ilmar Dessen and", "p1"),
                mention("Anders Quist met", "p2"),
                mention("Adela Roswyn", "p3")),
            List.of(
                said("\"The dam brings growth and growth brings jobs\"", "p1", "Ilmar Dessen"),
                said("\"This dam is unsafe, unsafe and dear\"", "p2", "Anders Quist")),
            List.of(),
            List.of(),
            List.of()));
    for (Comment comment : List.of(first, second)) {
      found.add(
          new DocumentDiscourse(
              comment.id(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }
    return new Discourse(
        Conversation.of(article, List.of(first, second)),
        List.of(
            actor("p1", "Ilmar Dessen", "government"),
            actor("p2", "Anders Quist", "opposition"),
            actor("p3", "Adela Roswyn", "government")),
        found,
        List.of(
            stance(id, "p1", "Ilmar Dessen", StanceLabel.Favor.FAVOR, "growth"),
            stance(id, "p2", "Anders Quist", StanceLabel.Favor.AGAINST, "unsafe"),
            new Stance.Taken(
                first.id(),
                new Voice.Commenter(),
                new Stance.Target.OfArticle(id),
                StanceLabel.Favor.AGAINST,
                0.8,
                List.of(new Passage(first.id(), new Span(0, 15))))));
  }

  private static Comment comment(String id, String author, String text, Optional<String> parent) {
    return new Comment(id, Optional.of(author), Optional.empty(), OptionalInt.of(3), text, parent);
  }

  private static Span span(String words) {
    int at = ARTICLE.indexOf(words);
    return new Span(at, at + words.length());
  }

  private static Mention mention(String context, String actor) {
    Span span = span(context);
    int end = span.start() + context.lastIndexOf(' ');
    boolean whole = context.equals("Adela Roswyn");
    return new Mention(
        new Span(span.start(), whole ? span.end() : end),
        Mention.Form.NAME,
        actor,
        Optional.empty(),
        1);
  }

  private static Quotation said(String words, String actor, String name) {
    return new Quotation(
        List.of(span(words)),
        Optional.empty(),
        Optional.empty(),
        new Speaker.Resolved(actor, name),
        Quotation.Kind.DIRECT,
        Quotation.Mode.SPEECH,
        OptionalInt.empty(),
        "test",
        1);
  }

  private static Actor actor(String id, String name, String side) {
    return new Actor(
        id, name, ActorType.PERSON, new TreeSet<>(List.of(name)), Map.of("side", side));
  }

  private static Stance stance(
      String document, String actor, String name, StanceLabel label, String words) {
    return new Stance.Taken(
        document,
        new Voice.Source(new Speaker.Resolved(actor, name)),
        new Stance.Target.OfConcept("dam"),
        label,
        0.9,
        List.of(new Passage(document, span(words))));
  }
}
