package org.polylogue.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
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
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Passage;
import org.polylogue.text.Span;

/** A corpus of invented articles and comments with findings, drawn by chance from a seed. */
public final class Press {

  private static final List<String> NAMES = List.of("Ada Brook", "Tom Reed", "Harbour Board");
  private static final List<String> WORDS =
      List.of("ferry", "-", "dock", "will", "open", "…", "late", "2024", "tide's");
  private static final Quotation.Kind[] KINDS = Quotation.Kind.values();
  private static final Quotation.Grade[] GRADES = Quotation.Grade.values();

  private final Random random;
  private final List<Actor> actors =
      List.of(
          actor(0, ActorType.PERSON, Map.of("party", "Tide", "gender", "FEMALE")),
          actor(1, ActorType.PERSON, Map.of("gender", "MALE")),
          actor(2, ActorType.ORGANISATION, Map.of()));

  private Press(long seed) {
    this.random = new Random(seed);
  }

  private static Actor actor(int name, ActorType type, Map<String, String> attributes) {
    return new Actor("actor/" + name, NAMES.get(name), type, new TreeSet<>(), attributes);
  }

  /** Articles of three outlets and twelve weeks, some without a date or an outlet. */
  public static List<Discourse> articles(int number) {
    Press press = new Press(number);
    List<Discourse> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(press.discourse(i));
    }
    return all;
  }

  private Discourse discourse(int number) {
    Publication publication =
        new Publication(
            number % 7 == 6 ? Optional.empty() : Optional.of("Outlet " + number % 3),
            Optional.empty(),
            number % 11 == 10
                ? Optional.empty()
                : Optional.of(Moment.of(LocalDate.of(2023, 12, 20).plusDays(5L * number))),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    List<Quotation> quotations = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    List<Sentiment> sentiments = new ArrayList<>();
    String id = "a" + number;
    String text = text(quotations, mentions, sentiments, new Voice.Author());
    Article article =
        new Article(id, "Ferry", publication, text, Article.of(id, "", text).blocks());
    List<Comment> comments = new ArrayList<>();
    List<DocumentDiscourse> found = new ArrayList<>();
    found.add(new DocumentDiscourse(id, mentions, quotations, List.of(), sentiments, List.of()));
    List<Stance> stances = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      List<Quotation> said = new ArrayList<>();
      List<Mention> named = new ArrayList<>();
      List<Sentiment> tones = new ArrayList<>();
      String words = text(said, named, tones, new Voice.Commenter());
      String comment = id + "/" + i;
      comments.add(
          new Comment(
              comment,
              Optional.of("reader " + random.nextInt(3)),
              Optional.empty(),
              OptionalInt.empty(),
              words,
              Optional.empty()));
      found.add(new DocumentDiscourse(comment, named, said, List.of(), tones, List.of()));
      stances.add(
          new Stance.Taken(
              comment,
              new Voice.Commenter(),
              i % 2 == 0
                  ? new Stance.Target.OfArticle(id)
                  : new Stance.Target.OfActor("actor/0", NAMES.get(0)),
              StanceLabel.Favor.values()[random.nextInt(3)],
              0.5,
              List.of(new Passage(comment, new Span(0, 1)))));
    }
    return new Discourse(Conversation.of(article, comments), actors, found, stances);
  }

  private String text(
      List<Quotation> quotations, List<Mention> mentions, List<Sentiment> tones, Voice own) {
    StringBuilder text = new StringBuilder();
    int sentences = 1 + random.nextInt(6);
    for (int i = 0; i < sentences; i++) {
      int start = text.length();
      for (int j = 0; j < 1 + random.nextInt(9); j++) {
        text.append(WORDS.get(random.nextInt(WORDS.size())))
            .append(random.nextBoolean() ? " " : "  ");
      }
      Speaker speaker = speaker(start);
      boolean quoted = random.nextInt(4) > 0;
      if (random.nextInt(3) > 0) {
        int who = random.nextInt(NAMES.size());
        Span span = new Span(text.length(), text.length() + NAMES.get(who).length());
        text.append(NAMES.get(who));
        mentions.add(new Mention(span, Mention.Form.NAME, "actor/" + who, Optional.empty(), 1));
        if (random.nextBoolean()) {
          Voice voice = quoted ? new Voice.Source(speaker) : own;
          tones.add(
              new Sentiment(
                  new Span(start, text.length()),
                  random.nextInt(21) / 10.0 - 1,
                  voice,
                  Optional.of(span),
                  List.of()));
        }
      }
      Span sentence = new Span(start, text.length());
      if (quoted) {
        quotations.add(
            new Quotation(
                List.of(sentence),
                Optional.empty(),
                Optional.empty(),
                speaker,
                KINDS[random.nextInt(KINDS.length)],
                Quotation.Mode.SPEECH,
                GRADES[random.nextInt(4) / 2],
                OptionalInt.empty(),
                "rule",
                1));
      }
      if (random.nextBoolean()) {
        tones.add(
            new Sentiment(
                sentence,
                random.nextInt(21) / 10.0 - 1,
                quoted ? new Voice.Source(speaker) : own,
                Optional.empty(),
                List.of()));
      }
      text.append(".\n");
    }
    return text.toString();
  }

  private Speaker speaker(int at) {
    int who = random.nextInt(6);
    return switch (who) {
      case 3 -> new Speaker.Described("an official", new Span(at, at + 1));
      case 4 -> new Speaker.Unknown(Speaker.Reason.NO_SOURCE);
      case 5 -> new Speaker.DocumentAuthor();
      default -> new Speaker.Resolved("actor/" + who, NAMES.get(who));
    };
  }
}
