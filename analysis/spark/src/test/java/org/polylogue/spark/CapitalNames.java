package org.polylogue.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.echo.EchoFinder;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.Mention;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/** Takes words with a capital for actors, and finds echoes: an analysis that needs no model. */
final class CapitalNames implements Analysis<Conversation, Discourse> {

  private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}\\p{L}{3,}");

  private final EchoFinder echoes = new EchoFinder();

  @Override
  public Discourse analyze(Conversation conversation, Scope scope) {
    if (conversation.article().title().contains("planted fault")) {
      throw new IllegalStateException("planted fault");
    }
    Map<String, List<Echo>> repeated = scope.get(echoes, conversation);
    Map<String, SortedSet<String>> aliases = new LinkedHashMap<>();
    List<DocumentDiscourse> found = new ArrayList<>();
    for (Document document : conversation.documents()) {
      List<Mention> mentions = new ArrayList<>();
      Matcher matcher = NAME.matcher(document.text());
      while (matcher.find()) {
        String id = matcher.group().substring(0, 4);
        aliases.computeIfAbsent(id, i -> new TreeSet<>()).add(matcher.group());
        mentions.add(
            new Mention(
                new Span(matcher.start(), matcher.end()),
                Mention.Form.NAME,
                id,
                Optional.empty(),
                0.5));
      }
      found.add(
          new DocumentDiscourse(
              document.id(),
              mentions,
              List.of(),
              List.of(),
              List.of(),
              repeated.getOrDefault(document.id(), List.of())));
    }
    List<Actor> actors = new ArrayList<>();
    new java.util.TreeMap<>(aliases)
        .forEach(
            (id, names) ->
                actors.add(
                    new Actor(id, names.first(), ActorType.OTHER, names, Map.of("made", "here"))));
    return new Discourse(conversation, actors, found, List.of());
  }
}
