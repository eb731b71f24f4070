package org.polylogue.discourse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.model.Actor;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;

/**
 * Gives speakers that a document names the actors that its mentions have, so that a speaker is the
 * same in every document. Serves one conversation.
 */
final class SpeakerLinks {

  private final Entities entities;
  private final Map<String, Optional<Actor>> byAlias = new HashMap<>();

  SpeakerLinks(Entities entities) {
    this.entities = entities;
    for (Actor actor : entities.actors()) {
      for (String alias : actor.aliases()) {
        byAlias.merge(alias, Optional.of(actor), (one, other) -> Optional.empty());
      }
    }
  }

  List<Quotation> link(String documentId, List<Quotation> quotations) {
    return quotations.stream().map(quotation -> link(documentId, quotation)).toList();
  }

  private Quotation link(String documentId, Quotation quotation) {
    if (!(quotation.speaker() instanceof Speaker.Resolved named)) {
      return quotation;
    }
    return actor(documentId, quotation, named)
        .map(
            actor ->
                new Quotation(
                    quotation.content(),
                    quotation.cue(),
                    quotation.source(),
                    new Speaker.Resolved(actor.id(), actor.name()),
                    quotation.kind(),
                    quotation.mode(),
                    quotation.parent(),
                    quotation.rule(),
                    quotation.confidence()))
        .orElse(quotation);
  }

  private Optional<Actor> actor(String documentId, Quotation quotation, Speaker.Resolved named) {
    Optional<Mention> mention =
        quotation
            .source()
            .flatMap(source -> entities.lastMention(documentId, source))
            .filter(m -> m.form() == Mention.Form.NAME);
    return mention
        .map(m -> entities.actor(m.meantActorId()))
        .filter(
            actor -> actor.aliases().contains(named.name()) || mention.get().metonym().isPresent())
        .or(() -> byAlias.getOrDefault(named.name(), Optional.empty()));
  }
}
