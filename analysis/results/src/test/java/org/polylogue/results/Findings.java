package org.polylogue.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Article;
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
import org.polylogue.model.CommentMarker;
import org.polylogue.model.Conversation;
import org.polylogue.model.Echo;
import org.polylogue.model.MarkedExpression;
import org.polylogue.model.Mention;
import org.polylogue.model.Moment;
import org.polylogue.model.Publication;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** A discourse in which every kind of value of the model occurs. */
public final class Findings {

  private Findings() {}

  public static Discourse everyKind() {
    Article article =
        new Article(
            "a",
            "=1+1 or \"two\"",
            new Publication(
                Optional.of("Outlet"),
                Optional.empty(),
                Optional.of(Moment.parse("2024-01-02T03:04+01:00")),
                Optional.empty(),
                Optional.of("Town"),
                Map.of("edition", "late")),
            "“Yes,” said Anna, “no.”\n\uD83D\uDE00 Rest",
            List.of(
                new Block(Block.Kind.HEADING, new Span(0, 6)),
                new Block(Block.Kind.QUOTATION, new Span(7, 20)),
                new Block(Block.Kind.PARAGRAPH, new Span(24, 31))));
    Comment root =
        new Comment(
            "a/1",
            Optional.of("-me"),
            Optional.of(Moment.parse("2024-01-03")),
            OptionalInt.of(0),
            "@all no.",
            Optional.empty());
    Comment reply =
        new Comment(
            "a/2",
            Optional.empty(),
            Optional.of(Moment.parse("2024-01-02T10:00")),
            OptionalInt.empty(),
            "+1",
            Optional.of("a/1"));
    Conversation conversation =
        Conversation.of(article, List.of(root, reply, reply.withReplyTo(Optional.of("gone"))));
    Speaker anna = new Speaker.Resolved("person/anna", "Anna");
    List<Speaker> speakers =
        List.of(
            anna,
            new Speaker.Described("a source", new Span(0, 1)),
            new Speaker.DocumentAuthor(),
            new Speaker.Unknown(Speaker.Reason.NO_SOURCE));
    List<Quotation> quotations =
        speakers.stream()
            .map(
                speaker ->
                    new Quotation(
                        List.of(new Span(0, 6), new Span(18, 23)),
                        Optional.of(new Span(7, 11)),
                        Optional.of(new Span(12, 16)),
                        speaker,
                        Quotation.Kind.DIRECT,
                        Quotation.Mode.SPEECH,
                        speaker == anna ? OptionalInt.empty() : OptionalInt.of(0),
                        "rule",
                        0.5))
            .toList();
    return new Discourse(
        conversation,
        List.of(
            new Actor(
                "person/anna",
                "Anna",
                ActorType.PERSON,
                new TreeSet<>(List.of("Anna", "A.")),
                Map.of("party", "-"))),
        List.of(
            new DocumentDiscourse(
                "a",
                List.of(
                    new Mention(
                        new Span(12, 16), Mention.Form.NAME, "person/anna", Optional.of("x"), 1)),
                quotations,
                List.of(
                    new MarkedExpression(
                        new Span(0, 6), MarkedExpression.Kind.TITLE, "rule", 0.25)),
                List.of(
                    new Sentiment(
                        new Span(0, 6),
                        -0.5,
                        new Voice.Source(anna),
                        Optional.of(new Span(12, 16)),
                        List.of(new Sentiment.Contribution("no", -0.5))),
                    new Sentiment(
                        new Span(0, 6), 0.1, new Voice.Author(), Optional.empty(), List.of())),
                List.of()),
            new DocumentDiscourse(
                    "a/1",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(
                        new Sentiment(
                            new Span(0, 8), 1, new Voice.Commenter(), Optional.empty(), List.of())),
                    List.of(new Echo(new Span(5, 7), new Passage("a", new Span(19, 21)), 1)))
                .with(
                    Layers.MARKERS,
                    List.of(new CommentMarker(new Span(0, 4), CommentMarker.Kind.ADDRESS))),
            new DocumentDiscourse("a/2", List.of(), List.of(), List.of(), List.of(), List.of()),
            new DocumentDiscourse("a/2~2", List.of(), List.of(), List.of(), List.of(), List.of())),
        List.of(
            taken(new Stance.Target.OfArticle("a"), StanceLabel.Favor.AGAINST),
            taken(new Stance.Target.OfParent("a/1"), StanceLabel.Agreement.AGREE),
            taken(new Stance.Target.OfActor("person/anna", "Anna"), StanceLabel.Favor.NONE),
            taken(new Stance.Target.OfClaim("-1 is less"), StanceLabel.Favor.FAVOR),
            new Stance.Withheld(
                "a/2", new Voice.Commenter(), new Stance.Target.OfConcept("c"), "too short")));
  }

  private static Stance taken(Stance.Target target, StanceLabel label) {
    return new Stance.Taken(
        "a/1",
        new Voice.Commenter(),
        target,
        label,
        0.75,
        List.of(new Passage("a/1", new Span(0, 4)), new Passage("a/1", new Span(5, 8))));
  }
}
