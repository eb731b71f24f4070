package org.polylogue.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polylogue.discourse.entity.Entities;
import org.polylogue.discourse.entity.EntityAnalysis;
import org.polylogue.language.LanguageAnalysis;
import org.polylogue.model.Actor;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;
import org.polylogue.model.Mention;
import org.polylogue.model.Publication;
import org.polylogue.pipeline.Scope;

/** Who is an actor without a name, whom a description means, and what capitals name. */
class DescribedActorsTest {

  private static Entities read(String article, String... comments) {
    return read(Article.of("a", "", article), comments);
  }

  private static Entities read(Article article, String... comments) {
    List<Comment> answers =
        IntStream.range(0, comments.length)
            .mapToObj(i -> Comment.of("c" + i, comments[i]))
            .toList();
    Conversation conversation = Conversation.of(article, answers);
    return new Scope()
        .get(new EntityAnalysis(new LanguageAnalysis(QuotationKindsTest.ENGINE)), conversation);
  }

  /** The actors that no name means, each with its type. */
  private static String described(Entities entities) {
    TreeSet<String> named =
        entities
            .allMentions()
            .filter(mention -> mention.form() == Mention.Form.NAME)
            .map(Mention::meantActorId)
            .collect(Collectors.toCollection(TreeSet::new));
    return entities.actors().stream()
        .filter(actor -> !named.contains(actor.id()))
        .map(actor -> actor.type().name().charAt(0) + " " + actor.name())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The harbour board closed the pier on Monday. | O the harbour board",
        "Fishermen complained about the noise. | G fishermen",
        "The landlord raised the rent, and the tenants sued. | G the tenants, P the landlord",
        "Police cleared the square. | O police",
        "Small savers had to be protected. | G small savers",
        "Most pension funds lost money. | G pension funds",
        "Two clerks passed by. | ''",
        "The kit man paid for the boots. | P the kit man",
        "The man paid for the boots. | ''",
        "The union's lawyers appealed. The union paid. | G the union's lawyers, O the union",
        "It rained on the roof of the hospital. | ''",
        "A nurse passed by. | ''",
        "Nobody knows what people want. | ''",
        "My neighbour is a fool. | ''",
        "She works as a teacher. | ''",
      })
  void whoeverActsByADescriptionIsAnActor(String text, String actors) {
    assertThat(described(read(text))).isEqualTo(actors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The town council approved the plan. | The council is corrupt. | the town council",
        "The bus drivers stopped work. | the drivers are right | the bus drivers",
        "Small savers had to be protected. | Drivers curse savers. | small savers",
        "The farmers' league complained. | I have left the League. | the farmers' league",
        "The bank paid. The bank lied. | I worked for a bank once. | ''",
      })
  void aCommentMeansWhomTheArticleDescribes(String article, String comment, String name) {
    Entities entities = read(article, comment);
    assertThat(
            entities.mentions("c0").stream()
                .map(mention -> entities.actor(mention.actorId()).name())
                .collect(Collectors.joining(", ")))
        .contains(name)
        .doesNotContain("bank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Seal Bay Rowing Club lost its boats. The club will sue. | Seal Bay Rowing Club",
        "Lowmarsh Rovers lost to Fallby on Sunday. The club will sue. | Lowmarsh Rovers",
        "Lowmarsh Rovers met Fallby United. The club will sue. | the club",
        "Marta Lind, a gardener, lost her job. Later the gardener sued. | Marta Lind",
        "The French government protested on Monday. | Government of France",
      })
  void aDescriptionMeansTheNamedOfItsNoun(String text, String name) {
    Entities entities = read(text);
    assertThat(entities.mentions("a"))
        .filteredOn(mention -> mention.form() == Mention.Form.NOMINAL)
        .extracting(mention -> entities.actor(mention.meantActorId()).name())
        .containsExactly(name);
  }

  /** A family by its noun or as a plural, and an office that is written as a name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Kern family sold the mill. | The Kerns knew it. | GROUP Kern family",
        "Anna Kern sold the mill. | The Kerns knew it. | GROUP Kerns",
        "Major Anna Kern sold the mill. | Shame on the Major. | PERSON Anna Kern",
        "Mayor Anna Kern sold the mill. | Madam Mayor, resign! | PERSON Anna Kern",
        "Pastor Anna Kern sold the mill. | Shame on Pastor Anna. | PERSON Anna Kern",
        "The captain was Anna Kern. | Shame on the captain. | PERSON Anna Kern",
        "The Harbour Union struck. | Shame on the union. | ORGANISATION Harbour Union",
      })
  void aCommentMeansWhomTheArticleNames(String article, String comment, String name) {
    Entities entities = read(article, comment);
    String found =
        entities.mentions("c0").stream()
            .map(mention -> entities.actor(mention.actorId()))
            .map(actor -> actor.type() + " " + actor.name())
            .collect(Collectors.joining(", "));
    assertThat(found).isEqualTo(name);
  }

  /** What relatives are called, and what means them in a comment. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna Kern left. Her mother wept. | The mother is ill. | Anna Kern's mother",
        "Anna Kern left. Kern's mother wept. | The mother is ill. | Kern's mother",
        "Anna Kern left. Her father, the baker Paul Orton, wept. | Is the dad ill? | Paul Orton",
        "Anna Kern left. Her brother-in-law wept. | The brother is ill. | ''",
        "Anna Kern left. Her son wept. Orla Reed left. Reed's son wept. | The son is ill. | ''",
      })
  void aRelativeIsOneActor(String article, String comment, String name) {
    Entities entities = read(article, comment);
    String found =
        entities.mentions("c0").stream()
            .map(mention -> entities.actor(mention.actorId()).name())
            .collect(Collectors.joining(", "));
    assertThat(found).isEqualTo(name);
  }

  /** Whom a comment means by who made the article. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Orla Reed | It rained. | The author is wrong. | Orla Reed",
        "By Orla Reed and Ivo Tarn | It rained. | The author is wrong. | the author",
        "By Orla Reed | An author of books is ill. | The author is wrong. | the author of books",
        "Report: Orla Reed, Tresk Herald | It rained. | This paper is a joke. | Tresk Herald",
        "Staff reporter | It rained. | Shame on this magazine. | the magazine",
        "Staff reporter | It rained. | Shame on this rag. | the newspaper",
        "Tresk Herald | A magazine wrote it. | The magazine is a joke. | the magazine",
        "By Anna Reed | It rained. | Mrs Reed is wrong. | Anna Reed",
      })
  void aCommentMeansWhoMadeTheArticle(String byline, String article, String comment, String name) {
    Publication publication =
        new Publication(
            Optional.empty(),
            Optional.of(byline),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    Article plain = Article.of("a", "", article);
    Article made = new Article("a", "", publication, article, plain.blocks());
    Entities entities = read(made, comment);
    String found =
        entities.mentions("c0").stream()
            .map(mention -> entities.actor(mention.actorId()).name())
            .collect(Collectors.joining(", "));
    assertThat(found).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He spoke for the Dock and Ferry Union on Friday. | ORGANISATION Dock and Ferry Union",
        "A letter came from Hollis & Brandt on Friday. | ORGANISATION Hollis & Brandt",
        "They met at a bar in Miller's Row last night. | PLACE Miller's Row",
        "The report angered many Muslims in the city. | GROUP Muslims",
        "The money was stolen from the Ann Lee campaign. | ORGANISATION Ann Lee campaign",
      })
  void capitalsBesideEachOtherAreOneName(String text, String expected) {
    Entities entities = read(text);
    assertThat(entities.actors())
        .extracting(Actor::type, Actor::name)
        .extracting(tuple -> tuple.toList().get(0) + " " + tuple.toList().get(1))
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Olga Reed Closes Ferry Line | Olga Reed closed the line. Reed was sorry. | Olga Reed",
        "REED BLAMES THE WEATHER AGAIN | Olga Reed closed the line. | Olga Reed",
        "Minister Denies Talks With Harbour Firms | The talks failed. | ''",
        "Storm Hits Denmark and Norway Again | It rained. | Denmark/Norway",
      })
  void inAHeadingOnlyWhatIsKnownIsAName(String heading, String text, String names) {
    Entities entities = read(heading + "\n\n" + text);
    TreeSet<String> found =
        entities.mentions("a").stream()
            .filter(mention -> mention.form() == Mention.Form.NAME)
            .map(mention -> entities.actor(mention.actorId()).name())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(String.join("/", found)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "He met Omar bin Saleh on Friday. | PERSON Omar bin Saleh",
        "The case was led by Ruth Holt KC on Friday. | PERSON Ruth Holt",
        "He was proud of the Republican party on Friday. | ORGANISATION Republican party",
      })
  void aNameIsNeitherCutNorLengthened(String text, String expected) {
    Entities entities = read(text);
    assertThat(entities.actors())
        .extracting(actor -> actor.type() + " " + actor.name())
        .contains(expected);
  }
}
