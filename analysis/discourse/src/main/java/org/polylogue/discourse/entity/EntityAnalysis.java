package org.polylogue.discourse.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polylogue.discourse.entity.post.PostNameFinder;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.ActorIds;
import org.polylogue.discourse.entity.world.ActorTable;
import org.polylogue.discourse.entity.world.Country;
import org.polylogue.discourse.entity.world.PersonName;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Actor;
import org.polylogue.model.ActorType;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.model.Mention;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/**
 * Finds who is meant in an article and the comments under it. Needs names, tags and lemmas of the
 * language engine, and dependencies to tell a capital from its government. Immutable and
 * thread-safe; takes time linear in the conversation.
 */
public final class EntityAnalysis implements Analysis<Conversation, Entities> {

  private static final Set<Capability> NEEDED =
      Collections.unmodifiableSet(EnumSet.allOf(Capability.class));

  private static final double DESCRIBED = 0.5;
  private static final double THEY_MEAN = 0.5;
  private static final Set<String> THEY = EntityWords.list("they");
  private static final Set<String> DEFINITE = EntityWords.list("definite");
  private static final Set<String> INDEFINITE = EntityWords.list("indefinite");
  private static final int LEAST_MAIN = 3;
  private static final int TIMES_MAIN = 2;

  private final Analysis<? super Document, AnnotatedText> language;
  private final ActorTable table;
  private final PostNameFinder postNames;

  /**
   * An analysis without a user's table.
   *
   * @param language annotates a document
   */
  public EntityAnalysis(Analysis<? super Document, AnnotatedText> language) {
    this(language, ActorTable.EMPTY);
  }

  /**
   * An analysis with the shipped model of names in comments.
   *
   * @param language annotates a document
   * @param table the actors that the user knows, with priority over what is found
   */
  public EntityAnalysis(Analysis<? super Document, AnnotatedText> language, ActorTable table) {
    this(language, table, PostNameFinder.shipped());
  }

  /**
   * An analysis.
   *
   * @param language annotates a document
   * @param table the actors that the user knows, with priority over what is found
   * @param postNames finds names in comments
   * @throws IllegalArgumentException if the engine behind the language lacks what is needed
   */
  public EntityAnalysis(
      Analysis<? super Document, AnnotatedText> language,
      ActorTable table,
      PostNameFinder postNames) {
    LanguageAnalysis.require(language, NEEDED, EntityAnalysis.class);
    this.language = Objects.requireNonNull(language, "language");
    this.table = Objects.requireNonNull(table, "table");
    this.postNames = Objects.requireNonNull(postNames, "postNames");
  }

  @Override
  public Entities analyze(Conversation conversation, Scope scope) {
    List<Document> documents = conversation.documents();
    List<AnnotatedText> texts = new ArrayList<>();
    List<List<Name>> names = new ArrayList<>();
    NameFinder finder = new NameFinder(table, postNames);
    for (int i = 0; i < documents.size(); i++) {
      AnnotatedText text = scope.get(language, documents.get(i));
      texts.add(text);
      List<Name> found = Titles.takeFromNames(text, finder.find(text, i, i > 0));
      MissedNames.add(text, i, found);
      names.add(found);
    }
    Newsroom newsroom = new Newsroom(conversation.article(), texts.get(0));
    Headings.settle(texts, names);
    NameTypes.settle(texts, names, newsroom.writersWords());
    names.forEach(found -> MissedNames.addTails(texts, found));
    Families.settle(texts, names);
    RecalledNames known = new RecalledNames(texts, names, newsroom.writersWords());
    for (int i = 0; i < documents.size(); i++) {
      if (i > 0) {
        known.retype(names.get(i));
      }
      known.find(texts.get(i), i, names.get(i));
    }
    return new Reading(documents, texts, names, table, newsroom).entities();
  }

  /** One conversation while it is read. */
  private static final class Reading {
    private final List<Document> documents;
    private final List<AnnotatedText> texts;
    private final List<List<Name>> names;
    private final ActorTable table;
    private final Newsroom newsroom;
    private final Map<Name, Cluster> clusters = new HashMap<>();
    private final Map<Name, Integer> titleFirst = new HashMap<>();
    private final Map<String, Cluster> governments = new LinkedHashMap<>();
    private final Map<Cluster, Cluster> used = new LinkedHashMap<>();
    private final Map<String, Cluster> byId = new HashMap<>();
    private final DescribedActors described = new DescribedActors();
    private final Pronouns pronouns = new Pronouns();
    private final Map<String, List<Mention>> mentions = new HashMap<>();
    private Optional<String> mainBody = Optional.empty();

    Reading(
        List<Document> documents,
        List<AnnotatedText> texts,
        List<List<Name>> names,
        ActorTable table,
        Newsroom newsroom) {
      this.documents = documents;
      this.texts = texts;
      this.names = names;
      this.table = table;
      this.newsroom = newsroom;
    }

    Entities entities() {
      cluster();
      names.subList(1, names.size()).forEach(found -> found.removeIf(this::isDescription));
      Nominals nominals = new Nominals();
      nominals.inArticle(texts.get(0));
      names.get(0).forEach(name -> nominals.inArticle(clusters.get(name), name));
      List<List<Pronouns.Named>> named = new ArrayList<>();
      int order = 0;
      for (int d = 0; d < documents.size(); d++) {
        named.add(new ArrayList<>());
        order = named(d, order, nominals, named.get(d));
      }
      describe();
      pronouns(named);
      List<Actor> actors = new ArrayList<>();
      Map<String, ActorProfile> profiles = new HashMap<>();
      for (Cluster cluster : used.keySet()) {
        actors.add(cluster.actor());
        profiles.put(cluster.id, cluster.profile());
      }
      return new Entities(actors, mentions, profiles);
    }

    private void cluster() {
      List<PersonMerger.Occurrence> persons = new ArrayList<>();
      List<Name> bodies = new ArrayList<>();
      Map<String, Cluster> listed = new HashMap<>();
      PersonMerger merger = new PersonMerger();
      int order = 0;
      for (List<Name> inDocument : names) {
        for (Name name : inDocument) {
          order++;
          if (name.listed()) {
            Actor actor = table.named(name.text()).orElseThrow();
            Cluster cluster = listed.computeIfAbsent(actor.id(), id -> new Cluster(actor.type()));
            cluster.listed = Optional.of(actor);
            cluster.add(name.text());
            clusters.put(name, cluster);
            PersonName parts = PersonName.of(actor.name());
            if (actor.type() == ActorType.PERSON && parts.isFull()) {
              merger.know(cluster, parts, name.document());
            }
          } else if (name.type() == ActorType.PERSON) {
            RoleContext context = RoleContext.of(sentence(name), name.first(), name.last());
            persons.add(
                new PersonMerger.Occurrence(order, name, PersonName.parse(name.words()), context));
          } else {
            bodies.add(name);
          }
        }
      }
      for (Name writer : newsroom.writers(names.get(0))) {
        order++;
        persons.add(
            new PersonMerger.Occurrence(
                order, writer, PersonName.parse(writer.words()), RoleContext.NONE));
      }
      newsroom.outlet().ifPresent(bodies::add);
      Map<Integer, Cluster> merged = merger.merge(persons);
      for (PersonMerger.Occurrence one : persons) {
        Cluster cluster = merged.get(one.order());
        cluster.add(one.name().text());
        if (one.context().calledFirst() < one.name().first()) {
          Sentence sentence = sentence(one.name());
          Span titled =
              new Span(
                  sentence.token(one.context().calledFirst()).start(), one.name().span().end());
          cluster.aliases.add(titled.of(texts.get(one.name().document()).text()));
          titleFirst.put(one.name(), one.context().titleFirst());
        }
        clusters.put(one.name(), cluster);
      }
      clusters.putAll(new BodyMerger().merge(bodies));
      newsroom.know(clusters);
    }

    /** "The League" in a comment, where no body bears that name, is the league that is known. */
    private boolean isDescription(Name name) {
      int the = name.first() - 1;
      return !name.listed()
          && name.first() == name.last()
          && the >= 0
          && DEFINITE.contains(sentence(name).token(the).text().toLowerCase(Locale.ROOT))
          && ActorNouns.kind(name.text().toLowerCase(Locale.ROOT), false) == ActorType.ORGANISATION
          && clusters.get(name).forms.size() == 1;
    }

    /** Reads names and the descriptions of those who bear them. */
    private int named(int d, int order, Nominals nominals, List<Pronouns.Named> named) {
      AnnotatedText text = texts.get(d);
      nominals.begin();
      List<Mention> found = new ArrayList<>();
      mentions.put(documents.get(d).id(), found);
      Taken taken = new Taken(text);
      List<Name> all = names.get(d);
      for (Name name : all) {
        taken.mark(name.sentence(), titleFirst.getOrDefault(name, name.first()), name.last());
      }
      int next = 0;
      for (int s = 0; s < text.sentences().size(); s++) {
        Sentence sentence = text.sentences().get(s);
        List<Nominals.Candidate> candidates = Nominals.find(sentence, s, taken);
        int before = named.size();
        int nominal = 0;
        for (; next < all.size() && all.get(next).sentence() == s; next++) {
          Name name = all.get(next);
          nominal =
              resolve(s, candidates, nominal, name.span().start(), nominals, found, named, taken);
          Cluster cluster = clusters.get(name);
          use(cluster);
          found.add(mention(name, cluster, sentence));
          named.add(
              new Pronouns.Named(
                  s, titleFirst.getOrDefault(name, name.first()), name.last(), cluster));
          order++;
          nominals.named(order, cluster, name);
        }
        resolve(s, candidates, nominal, Integer.MAX_VALUE, nominals, found, named, taken);
        for (Newsroom.Found one : newsroom.find(sentence, s, d, taken)) {
          use(one.cluster());
          Span span =
              new Span(sentence.token(one.first()).start(), sentence.token(one.last()).end());
          found.add(Nominals.mention(span, one.cluster()));
          named.add(new Pronouns.Named(s, one.first(), one.last(), one.cluster()));
        }
        List<Description> others = Description.find(sentence, s, taken);
        if (!others.isEmpty()) {
          Clauses clauses = new Clauses(sentence);
          List<Pronouns.Named> here = named.subList(before, named.size());
          for (Description one : others) {
            DescribedActors.Part part = DescribedActors.part(clauses, one.head());
            bearer(clauses, one.head(), here).ifPresent(who -> nominals.describe(one.noun(), who));
            Optional<Cluster> meant =
                part == DescribedActors.Part.SAID_OF
                    ? Optional.empty()
                    : one.government().map(this::government).or(() -> nominals.resolve(one));
            if (meant.isPresent()) {
              use(meant.get());
              Span span =
                  new Span(sentence.token(one.first()).start(), sentence.token(one.head()).end());
              found.add(Nominals.mention(span, meant.get()));
            } else {
              described.add(new DescribedActors.Place(d, s, one, part));
            }
          }
        }
      }
      return order;
    }

    /** Whom a noun is said of: "Ann Lee, the mayor", "Lee is mayor", "the mayor is Ann Lee". */
    private static Optional<Cluster> bearer(Clauses clauses, int noun, List<Pronouns.Named> named) {
      int other = clauses.is(noun, "appos") ? clauses.head(noun) : clauses.child(noun, "appos");
      if (other < 0 && clauses.child(noun, "cop") >= 0) {
        other = clauses.child(noun, "nsubj");
      }
      int predicate = clauses.is(noun, "nsubj") ? clauses.head(noun) : -1;
      if (other < 0
          && predicate >= 0
          && clauses.child(predicate, "cop") >= 0
          && clauses.child(predicate, "case") < 0) {
        other = predicate;
      }
      int bearer = other;
      return named.stream()
          .filter(one -> one.first() <= bearer && bearer <= one.last())
          .map(Pronouns.Named::cluster)
          .findFirst();
    }

    /** Resolves the descriptions before a place; returns the first one after it. */
    private int resolve(
        int s,
        List<Nominals.Candidate> candidates,
        int from,
        int before,
        Nominals nominals,
        List<Mention> found,
        List<Pronouns.Named> named,
        Taken taken) {
      int next = from;
      for (; next < candidates.size() && candidates.get(next).span().start() < before; next++) {
        Optional<Cluster> meant = nominals.resolve(candidates.get(next));
        if (meant.isPresent()) {
          use(meant.get());
          found.add(Nominals.mention(candidates.get(next), meant.get()));
          Nominals.Words words = candidates.get(next).description();
          named.add(new Pronouns.Named(s, words.first(), words.last(), meant.get()));
          taken.mark(s, words.first(), words.last());
        }
      }
      return next;
    }

    /** Adds the actors that are described and never named. */
    private void describe() {
      for (DescribedActors.Actor one : described.actors()) {
        DescribedActors.Place place = one.place();
        Description words = place.description();
        AnnotatedText text = texts.get(place.document());
        Sentence sentence = text.sentences().get(place.sentence());
        Span span =
            new Span(sentence.token(words.first()).start(), sentence.token(words.head()).end());
        one.cluster().add(Name.singleSpaced(span.of(text.text())));
        mentions
            .get(documents.get(place.document()).id())
            .add(
                new Mention(
                    span,
                    Mention.Form.NOMINAL,
                    use(one.cluster()).id,
                    Optional.empty(),
                    DESCRIBED));
        pronouns.describe(place.document(), place.sentence(), words.head(), one.cluster());
      }
    }

    /** Reads the pronouns, once everybody else is known. */
    private void pronouns(List<List<Pronouns.Named>> named) {
      for (int d = 0; d < documents.size(); d++) {
        int index = d;
        Document document = documents.get(d);
        Optional<String> answered =
            document instanceof Comment comment ? comment.replyTo() : Optional.empty();
        List<Mention> found = mentions.get(document.id());
        if (d == 0) {
          mainBody = mainBody(found);
        } else {
          they(texts.get(index), found, answered.map(mentions::get).orElse(List.of()));
        }
        for (Pronouns.Resolved one :
            pronouns.read(document, answered, texts.get(d), named.get(d))) {
          found.add(
              new Mention(
                  one.span(),
                  one.form(),
                  use(one.cluster()).id,
                  Optional.empty(),
                  one.confidence()));
        }
      }
    }

    /** The body that an article names more than twice as often as any other, if there is one. */
    private Optional<String> mainBody(List<Mention> article) {
      Map<String, Integer> counts = new HashMap<>();
      for (Mention mention : article) {
        if (byId.get(mention.meantActorId()).type == ActorType.ORGANISATION) {
          counts.merge(mention.meantActorId(), 1, Integer::sum);
        }
      }
      return Lead.of(counts)
          .filter(lead -> lead.count() >= LEAST_MAIN && lead.count() > TIMES_MAIN * lead.next())
          .map(Lead::who);
    }

    /**
     * "They" before any plural is the one group or body of the comment that is answered, or else
     * the body that the article is mostly about.
     */
    private void they(AnnotatedText text, List<Mention> found, List<Mention> answered) {
      Set<String> several = new HashSet<>();
      for (Mention mention : answered) {
        Cluster meant = byId.get(mention.meantActorId());
        if (meant.type == ActorType.ORGANISATION
            || meant.type == ActorType.GROUP && !meant.described) {
          several.add(mention.meantActorId());
        }
      }
      if (several.isEmpty()) {
        mainBody.ifPresent(several::add);
      }
      if (several.size() != 1) {
        return;
      }
      int first =
          found.stream()
              .filter(one -> mayBeThey(byId.get(one.meantActorId())))
              .mapToInt(one -> one.span().start())
              .min()
              .orElse(Integer.MAX_VALUE);
      for (Sentence sentence : text.sentences()) {
        for (Token token : sentence.tokens()) {
          String word = token.text().toLowerCase(Locale.ROOT);
          if (token.start() >= first
              || token.tag().endsWith("S") && token.tag().startsWith("NN")
              || INDEFINITE.contains(word)) {
            return;
          }
          if (THEY.contains(word)) {
            found.add(
                new Mention(
                    token.span(),
                    Mention.Form.PRONOUN,
                    several.iterator().next(),
                    Optional.empty(),
                    THEY_MEAN));
          }
        }
      }
    }

    private static boolean mayBeThey(Cluster cluster) {
      return cluster.type != ActorType.PERSON && cluster.type != ActorType.PLACE;
    }

    private Mention mention(Name name, Cluster cluster, Sentence sentence) {
      int first = titleFirst.getOrDefault(name, name.first());
      Span span = new Span(sentence.token(first).start(), name.span().end());
      Optional<String> metonym = Optional.empty();
      if (cluster.type == ActorType.PLACE || cluster.type == ActorType.ORGANISATION) {
        metonym =
            Metonymy.government(name, sentence, cluster.country)
                .map(country -> government(country).id);
      }
      return new Mention(span, Mention.Form.NAME, cluster.id, metonym, name.listed() ? 1 : 0.9);
    }

    private Cluster government(Country country) {
      Cluster cluster =
          governments.computeIfAbsent(
              country.name(),
              name -> {
                Cluster fresh = new Cluster(ActorType.ORGANISATION);
                fresh.fixedName = Optional.of(country.government());
                fresh.government = Optional.of(country);
                return fresh;
              });
      use(cluster);
      return cluster;
    }

    /** Gives a cluster its id the first time that it is mentioned. */
    private Cluster use(Cluster cluster) {
      if (used.putIfAbsent(cluster, cluster) == null) {
        String id =
            cluster
                .listed
                .map(Actor::id)
                .orElseGet(
                    () ->
                        cluster.described
                            ? ActorIds.described(cluster.type, cluster.name())
                            : ActorIds.of(cluster.type, cluster.name()));
        String free = id;
        for (int i = 2; byId.containsKey(free); i++) {
          free = id + "~" + i;
        }
        byId.put(free, cluster);
        cluster.id = free;
      }
      return cluster;
    }

    private Sentence sentence(Name name) {
      return texts.get(name.document()).sentences().get(name.sentence());
    }
  }
}
