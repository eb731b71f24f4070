package org.polylogue.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.entity.ActorProfile;
import org.polylogue.discourse.table.ActorRows;
import org.polylogue.model.Actor;
import org.polylogue.model.Document;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.text.Span;

/** A page for each of the actors that occur most: who they are, what is said by and about them. */
final class People {

  private static final int PAGES = 150;
  private static final int EXCERPTS = 6;
  private static final int EXCERPT = 200;
  private static final int ALIASES = 12;
  private static final int ARTICLES = 40;

  private record Excerpt(int article, String text) {}

  private static final class Person {
    private final int[] kinds = new int[Quotation.Kind.values().length];
    private final Map<String, Mean> tones = new TreeMap<>();
    private final int[] sides = new int[3];
    private final List<Integer> articles = new ArrayList<>();
    private final List<Excerpt> said = new ArrayList<>();
    private final List<Excerpt> about = new ArrayList<>();
    private int mentions;
    private int articleCount;
    private String first = "";
    private String last = "";

    private int quoted() {
      int quoted = 0;
      for (int kind : kinds) {
        quoted += kind;
      }
      return quoted;
    }
  }

  private final Map<String, Person> people = new HashMap<>();

  void add(Discourse discourse, int index) {
    String day =
        discourse
            .conversation()
            .article()
            .publication()
            .date()
            .map(moment -> moment.date().toString())
            .orElse("");
    for (Actor actor : discourse.actors()) {
      Person person = people.computeIfAbsent(actor.id(), id -> new Person());
      person.articleCount++;
      if (person.articles.size() < ARTICLES) {
        person.articles.add(index);
      }
      if (!day.isEmpty()) {
        person.first =
            person.first.isEmpty() || day.compareTo(person.first) < 0 ? day : person.first;
        person.last = day.compareTo(person.last) > 0 ? day : person.last;
      }
    }
    List<Document> documents = discourse.conversation().documents();
    for (int i = 0; i < documents.size(); i++) {
      add(discourse.documents().get(i), documents.get(i).text(), i == 0, index);
    }
    for (Stance stance : discourse.stances()) {
      if (stance.holder().type().equals("commenter")
          && stance.target() instanceof Stance.Target.OfActor of
          && people.containsKey(of.actorId())) {
        stance
            .taken()
            .ifPresent(taken -> people.get(of.actorId()).sides[Side.of(taken.label()).ordinal()]++);
      }
    }
  }

  private void add(DocumentDiscourse found, String text, boolean article, int index) {
    if (article) {
      for (Quotation quotation : found.quotations()) {
        Optional<Person> who =
            quotation.speaker().resolved().map(Speaker.Resolved::actorId).map(people::get);
        who.ifPresent(
            person -> {
              person.kinds[quotation.kind().ordinal()]++;
              add(person.said, index, quotation.extent().of(text));
            });
      }
    }
    Map<Span, Person> meant = new HashMap<>();
    for (Mention mention : found.mentions()) {
      Person person = people.get(mention.meantActorId());
      if (person != null) {
        person.mentions++;
        meant.put(mention.span(), person);
      }
    }
    for (Sentiment sentiment : found.sentiments()) {
      Person person = sentiment.target().map(meant::get).orElse(null);
      if (person != null) {
        person
            .tones
            .computeIfAbsent(sentiment.voice().type(), voice -> new Mean())
            .add(sentiment.score());
        add(person.about, index, sentiment.span().of(text));
      }
    }
  }

  private static void add(List<Excerpt> excerpts, int article, String text) {
    if (excerpts.size() < EXCERPTS) {
      String words = text.length() > EXCERPT ? text.substring(0, cut(text)) + "…" : text;
      excerpts.add(new Excerpt(article, words));
    }
  }

  /** Not between the halves of a character. */
  private static int cut(String text) {
    return Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
  }

  void write(JsonGenerator json, ActorRows actors) throws IOException {
    json.writeNumberField("allPeople", people.size());
    json.writeArrayFieldStart("people");
    List<Map.Entry<String, Person>> most =
        people.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, Person> one) ->
                            -one.getValue().quoted() - one.getValue().mentions)
                    .thenComparing(Map.Entry::getKey))
            .limit(PAGES)
            .toList();
    for (Map.Entry<String, Person> one : most) {
      write(actors.actor(one.getKey()).orElseThrow(), one.getValue(), json);
    }
    json.writeEndArray();
  }

  private static void write(Actor actor, Person person, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", actor.name());
    json.writeStringField("type", actor.type().name());
    json.writeArrayFieldStart("aliases");
    for (String alias : actor.aliases().stream().limit(ALIASES).toList()) {
      json.writeString(alias);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("attributes");
    Map<String, String> attributes = new TreeMap<>(actor.attributes());
    ActorProfile.genderOf(actor)
        .map(ActorProfile.KnownGender::gender)
        .ifPresent(gender -> attributes.putIfAbsent("gender", gender));
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      json.writeStringField(attribute.getKey(), attribute.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("mentions", person.mentions);
    json.writeNumberField("articleCount", person.articleCount);
    json.writeStringField("first", person.first);
    json.writeStringField("last", person.last);
    numbers("kinds", person.kinds, json);
    numbers("sides", person.sides, json);
    numbers("articles", person.articles.stream().mapToInt(Integer::intValue).toArray(), json);
    json.writeObjectFieldStart("tones");
    for (Map.Entry<String, Mean> tone : person.tones.entrySet()) {
      json.writeArrayFieldStart(tone.getKey());
      SafeJson.number(json, tone.getValue().value());
      json.writeNumber(tone.getValue().count());
      json.writeEndArray();
    }
    json.writeEndObject();
    excerpts("said", person.said, json);
    excerpts("about", person.about, json);
    json.writeEndObject();
  }

  private static void numbers(String field, int[] numbers, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(field);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static void excerpts(String field, List<Excerpt> excerpts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Excerpt excerpt : excerpts) {
      json.writeStartArray();
      json.writeNumber(excerpt.article());
      json.writeString(excerpt.text());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
