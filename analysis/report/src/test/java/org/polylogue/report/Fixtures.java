package org.polylogue.report;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.polylogue.model.Block;
import org.polylogue.model.Comment;
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

/** Invented discourse of any size, the same for the same seed. */
final class Fixtures {

  static final String ATTACK =
      "<script>window.hit=1</script><img src=x onerror=\"window.hit=2\">\u202Edesrever\u202C"
          + "</script><!--<script>{{ title }} \u2028 ' \" &lt;b&gt;";

  private static final String[] NAMES = {
    "Mara Lindqvist", "Oren Vass", "Tilda Brook", "Harbour Board", "Ivo Santander", "Northport",
    "Ministry of Works", "Pia Holm", "Dockers' Union", "Lev Aronson", "Coast Bank", "Rina Okafor"
  };
  private static final String[] WORDS =
      ("the harbour council said that new cranes would cost more than planned and workers fear"
              + " the plan while ferries run late again because nobody asked them about jobs money"
              + " tolls bridges noise rivers schools budgets trust delays promises reports winter"
              + " summer contracts lawyers tide storms engines tickets")
          .split(" ");

  private Fixtures() {}

  static List<Actor> actors() {
    List<Actor> actors = new ArrayList<>();
    for (int i = 0; i < NAMES.length; i++) {
      ActorType type =
          i == 3 || i == 6 || i == 8 || i == 10
              ? ActorType.ORGANISATION
              : i == 5 ? ActorType.PLACE : ActorType.PERSON;
      actors.add(
          new Actor("a" + (100 + i), NAMES[i], type, new TreeSet<>(List.of(NAMES[i])), Map.of()));
    }
    return actors;
  }

  /** An article with quotations of every kind and comments that answer, echo and take sides. */
  static Discourse discourse(int number, int comments, String hostile) {
    Random random = new Random(number);
    List<Actor> actors = actors();
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    List<Quotation> quotations = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    List<MarkedExpression> expressions = new ArrayList<>();
    List<Sentiment> tones = new ArrayList<>();
    for (int paragraph = 0; paragraph < 14; paragraph++) {
      int start = text.length();
      Actor speaker = actors.get(random.nextInt(actors.size()));
      Speaker said = new Speaker.Resolved(speaker.id(), speaker.name());
      if (paragraph == 5) {
        text.append("What comes next");
        blocks.add(new Block(Block.Kind.HEADING, new Span(start, text.length())));
      } else if (paragraph == 7) {
        text.append(sentence(random, 30));
        Span span = new Span(start, text.length());
        blocks.add(new Block(Block.Kind.QUOTATION, span));
        quotations.add(quotation(List.of(span), null, null, said, Quotation.Kind.BLOCK));
        tones.add(tone(random, span, new Voice.Source(said)));
      } else {
        text.append(sentence(random, 18)).append(' ');
        tones.add(tone(random, new Span(start, text.length() - 1), new Voice.Author()));
        int first = text.length();
        text.append('“').append(sentence(random, 8));
        int about = text.length() + 1;
        Actor other = actors.get(random.nextInt(actors.size()));
        text.append(' ').append(other.name()).append(" knows it,”");
        mentions.add(mention(about, other));
        int firstEnd = text.length();
        text.append(' ');
        int source = text.length();
        text.append(speaker.name());
        mentions.add(mention(source, speaker));
        int sourceEnd = text.length();
        text.append(" said");
        Span cue = new Span(sourceEnd + 1, text.length());
        text.append(". ");
        int second = text.length();
        text.append('“').append(sentence(random, 7)).append('”');
        quotations.add(
            quotation(
                List.of(new Span(first, firstEnd), new Span(second, text.length())),
                cue,
                new Span(source, sourceEnd),
                said,
                paragraph % 3 == 0 ? Quotation.Kind.MIXED : Quotation.Kind.DIRECT));
        tones.add(tone(random, new Span(first, firstEnd), new Voice.Source(said)));
        tones.add(
            new Sentiment(
                new Span(first, firstEnd),
                random.nextInt(200) / 100.0 - 1,
                new Voice.Source(said),
                Optional.of(new Span(about, about + other.name().length())),
                List.of(new Sentiment.Contribution("knows", 0.2))));
        text.append(" The so-called ");
        int mark = text.length();
        text.append("“tide money”");
        expressions.add(
            new MarkedExpression(
                new Span(mark, text.length()),
                MarkedExpression.Kind.SCARE_QUOTE,
                "so-called",
                0.9));
        text.append(" ").append(sentence(random, 12));
        if (paragraph == 1 && hostile != null) {
          text.append(' ').append(hostile);
        }
        blocks.add(new Block(Block.Kind.PARAGRAPH, new Span(start, text.length())));
      }
      text.append("\n\n");
    }
    mentions.sort((a, b) -> a.span().compareTo(b.span()));
    String id = "article-" + number;
    Article article =
        new Article(
            id,
            "Cranes and tolls, part " + number + (hostile == null ? "" : " " + hostile),
            new Publication(
                Optional.of(number % 3 == 0 ? "Northport Herald" : "The Quay"),
                Optional.of("A. Writer"),
                Optional.of(Moment.of(LocalDate.of(2024, 1 + number % 12, 1 + number % 28))),
                Optional.of("https://example.org/" + number),
                Optional.empty(),
                Map.of()),
            text.toString(),
            blocks);
    List<DocumentDiscourse> found = new ArrayList<>();
    found.add(new DocumentDiscourse(id, mentions, quotations, expressions, tones, List.of()));
    List<Comment> posted = new ArrayList<>();
    List<Stance> stances = new ArrayList<>();
    for (int i = 0; i < comments; i++) {
      comment(random, article, quotations.get(0).content().get(0), i, hostile, posted, found);
      Comment comment = posted.get(i);
      Passage evidence = new Passage(comment.id(), new Span(0, 10));
      if (i % 2 == 0) {
        stances.add(
            new Stance.Taken(
                comment.id(),
                new Voice.Commenter(),
                new Stance.Target.OfArticle(id),
                StanceLabel.Agreement.values()[random.nextInt(3)],
                0.7,
                List.of(evidence)));
      }
      if (i % 3 == 0) {
        Actor actor = actors.get(random.nextInt(actors.size()));
        stances.add(
            new Stance.Taken(
                comment.id(),
                new Voice.Commenter(),
                new Stance.Target.OfActor(actor.id(), actor.name()),
                StanceLabel.Favor.values()[random.nextInt(3)],
                0.6,
                List.of(evidence)));
      }
      if (i % 5 == 1) {
        stances.add(
            new Stance.Withheld(
                comment.id(),
                new Voice.Commenter(),
                new Stance.Target.OfArticle(id),
                "nothing in it takes a side"));
      }
    }
    return new Discourse(Conversation.of(article, posted), actors, found, stances);
  }

  /** An article in which each of many actors speaks of another one, and most of a few. */
  static Discourse crowd(int number) {
    List<Actor> actors = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String name = "Speaker Number" + i;
      actors.add(
          new Actor(
              String.format(Locale.ROOT, "b%03d", i),
              name,
              ActorType.PERSON,
              new TreeSet<>(List.of(name)),
              Map.of()));
    }
    StringBuilder text = new StringBuilder();
    List<Quotation> quotations = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < 3 * number; i++) {
      Actor speaker = actors.get(i % number);
      Actor other = actors.get(i % 3 == 0 ? (i * 7 + 1) % number : i % (number / 10));
      int start = text.length();
      text.append("that ");
      mentions.add(mention(text.length(), other));
      text.append(other.name()).append(" knows the tide number ").append(i);
      quotations.add(
          quotation(
              List.of(new Span(start, text.length())),
              null,
              null,
              new Speaker.Resolved(speaker.id(), speaker.name()),
              Quotation.Kind.INDIRECT));
      text.append(", said ").append(speaker.name()).append(".\n");
    }
    return new Discourse(
        Conversation.of(Article.of("crowd", "Many voices", text.toString()), List.of()),
        actors,
        List.of(
            new DocumentDiscourse("crowd", mentions, quotations, List.of(), List.of(), List.of())),
        List.of());
  }

  private static void comment(
      Random random,
      Article article,
      Span echoed,
      int i,
      String hostile,
      List<Comment> posted,
      List<DocumentDiscourse> found) {
    String text = sentence(random, 12 + random.nextInt(30)) + ".";
    List<Echo> echoes = List.of();
    if (i % 4 == 0) {
      String repeated = echoed.of(article.text());
      Span span = new Span(text.length() + 1, text.length() + 1 + repeated.length());
      text = text + " " + repeated;
      echoes = List.of(new Echo(span, new Passage(article.id(), echoed), 1));
    }
    if (hostile != null && i % 3 == 0) {
      text = text + "\n" + hostile;
    }
    String id = article.id() + "-c" + i;
    posted.add(
        new Comment(
            id,
            i % 7 == 6
                ? Optional.empty()
                : Optional.of(hostile != null && i == 0 ? hostile : "reader" + random.nextInt(40)),
            Optional.of(Moment.of(LocalDate.of(2024, 12, 30), LocalTime.of(10, 0).plusMinutes(i))),
            i % 6 == 5 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(30) - 8),
            text,
            i > 0 && random.nextInt(3) > 0
                ? Optional.of(article.id() + "-c" + random.nextInt(i))
                : Optional.empty()));
    found.add(
        new DocumentDiscourse(
            id,
            List.of(),
            List.of(),
            List.of(),
            List.of(tone(random, new Span(0, 20), new Voice.Commenter())),
            echoes));
  }

  private static Mention mention(int start, Actor actor) {
    return new Mention(
        new Span(start, start + actor.name().length()),
        Mention.Form.NAME,
        actor.id(),
        Optional.empty(),
        0.95);
  }

  private static Quotation quotation(
      List<Span> content, Span cue, Span source, Speaker speaker, Quotation.Kind kind) {
    return new Quotation(
        content,
        Optional.ofNullable(cue),
        Optional.ofNullable(source),
        speaker,
        kind,
        Quotation.Mode.SPEECH,
        OptionalInt.empty(),
        "quoted+cue",
        0.875);
  }

  private static Sentiment tone(Random random, Span span, Voice voice) {
    return new Sentiment(
        span,
        Math.max(-1, Math.min(1, random.nextGaussian() * 0.4)),
        voice,
        Optional.empty(),
        List.of(
            new Sentiment.Contribution("fear", -0.31), new Sentiment.Contribution("trust", 0.12)));
  }

  private static String sentence(Random random, int words) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) {
      int pick = (int) (Math.abs(random.nextGaussian()) * 18) % WORDS.length;
      sentence.append(i == 0 ? "" : " ").append(WORDS[pick]);
    }
    return sentence.toString();
  }
}
