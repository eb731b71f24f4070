package org.polylogue.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Sentiment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/**
 * Who speaks about whom: an actor who is quoted, or a commenter, is tied to the actors mentioned in
 * the quotations or the comments, by a name, a description or a pronoun. Of quotations only those
 * count that were said, of nested ones the innermost. Speakers who are not known, comments without
 * a name and what somebody says of himself are left out. Commenters are told apart by the names
 * they show. Collects one discourse after the other; not thread-safe. The network it makes is a
 * value.
 */
public final class SpeaksAboutNetwork {

  /** An actor, by id, or a commenter, by name. */
  private record Who(boolean commenter, String id) implements Comparable<Who> {
    private static final Comparator<Who> ORDER =
        Comparator.comparing(Who::commenter).thenComparing(Who::id);

    @Override
    public int compareTo(Who other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Talk {
    private int mentions;
    private double scores;
    private final int[] tones = new int[3];
    private int favor;
    private int against;

    private Map<String, Object> facts() {
      Map<String, Object> facts = new HashMap<>();
      int judged = tones[0] + tones[1] + tones[2];
      if (judged > 0) {
        facts.put("tone", scores / judged);
      }
      facts.put("negative", tones[0]);
      facts.put("neutral", tones[1]);
      facts.put("positive", tones[2]);
      facts.put("favor", favor);
      facts.put("against", against);
      return facts;
    }
  }

  private final ActorNodes actors = new ActorNodes();
  private final SortedMap<Who, SortedMap<String, Talk>> talks = new TreeMap<>();

  /** A network without anybody. */
  public SpeaksAboutNetwork() {}

  /**
   * Adds what is said about whom in an article and its comments.
   *
   * @param discourse an article and its comments
   */
  public void add(Discourse discourse) {
    actors.add(discourse);
    // Whom a thought or an attitude is about, nobody has spoken of.
    Discourse said = discourse.ofGrades(Set.of(Quotation.Grade.SAID));
    List<Document> documents = said.conversation().documents();
    for (int i = 0; i < documents.size(); i++) {
      Optional<Who> writer =
          documents.get(i) instanceof Comment comment
              ? comment.author().map(name -> new Who(true, name))
              : Optional.empty();
      add(writer, said.documents().get(i));
    }
  }

  private void add(Optional<Who> writer, DocumentDiscourse found) {
    TreeMap<Integer, Optional<Who>> speakers = speakers(writer, found.quotations());
    Map<Span, Set<String>> spokenAbout = new HashMap<>();
    for (Mention mention : found.mentions()) {
      String actor = mention.meantActorId();
      spokenAbout.computeIfAbsent(mention.span(), span -> new HashSet<>()).add(actor);
      speakers
          .floorEntry(mention.span().start())
          .getValue()
          .flatMap(who -> talk(who, actor))
          .ifPresent(talk -> talk.mentions++);
    }
    for (Sentiment sentiment : found.sentiments()) {
      Set<String> targets =
          sentiment.target().map(span -> spokenAbout.getOrDefault(span, Set.of())).orElse(Set.of());
      for (String actor : targets) {
        // In the voice that the mention is in, so that tones are of mentions that count.
        Optional<Who> who = who(sentiment.voice(), writer);
        if (who.equals(speakers.floorEntry(sentiment.target().get().start()).getValue())) {
          who.flatMap(some -> talk(some, actor))
              .ifPresent(
                  talk -> {
                    talk.scores += sentiment.score();
                    talk.tones[sentiment.tone().ordinal()]++;
                  });
        }
      }
    }
    found.stances().stream().flatMap(s -> s.taken().stream()).forEach(s -> add(writer, s));
  }

  private void add(Optional<Who> writer, Stance.Taken stance) {
    Optional<Boolean> side = StatementExtraction.side(stance.label());
    if (side.isPresent() && stance.target() instanceof Stance.Target.OfActor target) {
      who(stance.holder(), writer)
          .flatMap(who -> talk(who, target.actorId()))
          .ifPresent(
              talk -> {
                talk.favor += side.get() ? 1 : 0;
                talk.against += side.get() ? 0 : 1;
              });
    }
  }

  private record Part(Span span, Speaker speaker) {}

  /** Who speaks from an offset on; of parts that overlap the one that begins last is on top. */
  private static TreeMap<Integer, Optional<Who>> speakers(
      Optional<Who> writer, List<Quotation> quotations) {
    List<Part> parts = new ArrayList<>();
    for (Quotation quotation : quotations) {
      quotation.content().forEach(span -> parts.add(new Part(span, quotation.speaker())));
    }
    parts.sort(
        Comparator.comparingInt((Part part) -> part.span().start())
            .thenComparingInt(part -> -part.span().end()));
    TreeMap<Integer, Optional<Who>> starts = new TreeMap<>();
    starts.put(0, writer);
    for (Part part : parts) {
      Optional<Who> after = starts.floorEntry(part.span().end()).getValue();
      starts.subMap(part.span().start(), part.span().end()).clear();
      starts.put(part.span().start(), who(part.speaker(), writer));
      starts.put(part.span().end(), after);
    }
    return starts;
  }

  private static Optional<Who> who(Voice voice, Optional<Who> writer) {
    return voice.quoted().map(speaker -> who(speaker, writer)).orElse(writer);
  }

  private static Optional<Who> who(Speaker speaker, Optional<Who> writer) {
    return speaker instanceof Speaker.DocumentAuthor
        ? writer
        : speaker.resolved().map(actor -> new Who(false, actor.actorId()));
  }

  private Optional<Talk> talk(Who who, String actor) {
    return !who.commenter() && who.id().equals(actor)
        ? Optional.empty()
        : Optional.of(
            talks
                .computeIfAbsent(who, w -> new TreeMap<>())
                .computeIfAbsent(actor, a -> new Talk()));
  }

  /**
   * The network so far.
   *
   * @return a directed network from speakers and commenters to those they speak about. A tie weighs
   *     the mentions, 0 where only a stance was found, and has {@code tone}, the mean score (−1 to
   *     1) of the tones towards them, missing without any; {@code negative}, {@code neutral} and
   *     {@code positive}, the number of those tones; {@code favor} and {@code against}, the number
   *     of stances. Nodes have {@code spoken_about}, the mentions by others; actors also {@code
   *     actor} (the id), {@code type} and their attributes. Nodes go by their names, as in {@link
   *     CoMentionNetwork}; a commenter who bears an actor's name gets {@code (commenter)}
   */
  public Network toNetwork() {
    SortedMap<String, Integer> spokenAbout = new TreeMap<>();
    talks.forEach(
        (who, row) -> {
          if (!who.commenter()) {
            spokenAbout.putIfAbsent(who.id(), 0);
          }
          row.forEach((actor, talk) -> spokenAbout.merge(actor, talk.mentions, Integer::sum));
        });
    Map<String, String> labels = actors.labels(spokenAbout.keySet());
    Set<String> taken = new HashSet<>(labels.values());
    List<Network.Node> nodes = new ArrayList<>();
    labels.forEach(
        (id, label) -> nodes.add(actors.node(id, label, "spoken_about", spokenAbout.get(id))));
    List<Network.Tie> ties = new ArrayList<>();
    talks.forEach(
        (who, row) -> {
          String source = who.commenter() ? who.id() : labels.get(who.id());
          if (who.commenter()) {
            while (!taken.add(source)) {
              source += " (commenter)";
            }
            nodes.add(new Network.Node(source, "commenter", Map.of("spoken_about", 0)));
          }
          String from = source;
          row.forEach(
              (actor, talk) ->
                  ties.add(new Network.Tie(from, labels.get(actor), talk.mentions, talk.facts())));
        });
    return new Network(true, nodes, ties).withNumbers();
  }
}
