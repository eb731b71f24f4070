package org.polylogue.corpus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.polylogue.corpus.CorpusReader;
import org.polylogue.corpus.spi.ReadOutcome;
import org.polylogue.model.Article;
import org.polylogue.model.Comment;
import org.polylogue.model.Conversation;

/** Layouts in which newspapers, comment systems and programs hand out articles and threads. */
class LayoutsTest {

  @TempDir Path folder;

  /** A comment of Ida's and Bo's answer to it. */
  private static Map<String, String> threads() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "guardian.json",
        "{'status':'ok','discussion':{'key':'/p/1','title':'Paint','comments':[{'id':5,'body':'<p>Too"
            + " blue.</p>','isoDateTime':'2024-05-01T10:00:00Z','numRecommends':4,'userProfile':"
            + "{'displayName':'Ida'},'responses':[{'id':6,'body':'<p>Why?</p>','userProfile':"
            + "{'displayName':'Bo'},'responseTo':{'commentId':'5'}}]}]}}");
    files.put(
        "times.json",
        "{'results':{'comments':[{'commentID':5,'userDisplayName':'Ida','commentBody':'Too blue.',"
            + "'createDate':'1714557600','recommendations':4,'parentID':null,'replies':[{'commentID':6,"
            + "'userDisplayName':'Bo','commentBody':'Why?','parentID':5}]}]}}");
    files.put(
        "disqus.json",
        "{'cursor':{},'response':[{'id':'5','message':'<p>Too blue.</p>','raw_message':'Too blue.',"
            + "'createdAt':'2024-05-01T10:00:00','author':{'name':'Ida'},'parent':null,'points':4,"
            + "'thread':'1'},{'id':'6','raw_message':'Why?','author':{'name':'Bo'},'parent':5,'thread':'1'}]}");
    files.put(
        "video.json",
        "{'items':[{'id':'5','snippet':{'videoId':'v','topLevelComment':{'id':'5','snippet':{'videoId':"
            + "'v','textOriginal':'Too blue.','authorDisplayName':'Ida','likeCount':4}}},'replies':"
            + "{'comments':[{'id':'6','snippet':{'videoId':'v','textOriginal':'Why?','parentId':'5',"
            + "'authorDisplayName':'Bo'}}]}}]}");
    files.put(
        "blog.json",
        "[{'id':5,'post':1,'parent':0,'author':0,'author_name':'Ida','content':{'rendered':'<p>Too"
            + " blue.</p>'}},{'id':6,'post':1,'parent':5,'author':3,'author_name':'Bo','content':"
            + "{'rendered':'<p>Why?</p>'}}]");
    files.put(
        "federated.json",
        "{'ancestors':[],'descendants':[{'id':'5','in_reply_to_id':'1','content':'<p>Too blue.</p>',"
            + "'account':{'acct':'ida@x','display_name':'Ida'}},{'id':'6','in_reply_to_id':'5','content':"
            + "'<p>Why?</p>','account':{'display_name':'Bo'}}]}");
    files.put(
        "forum.json",
        "{'id':1,'title':'Paint','post_stream':{'posts':[{'id':50,'post_number':5,'username':'Ida',"
            + "'cooked':'<p>Too blue.</p>','topic_id':1},{'id':60,'post_number':6,'username':'Bo',"
            + "'cooked':'<p>Why?</p>','reply_to_post_number':5,'topic_id':1}]}}");
    files.put(
        "search.json",
        "{'hits':[{'objectID':'5','author':'Ida','comment_text':'Too blue.','story_id':1,'parent_id':1,"
            + "'story_title':'Paint'},{'objectID':'6','author':'Bo','comment_text':'Why?','story_id':1,"
            + "'parent_id':5,'story_title':'Paint'}]}");
    files.put(
        "nested.json",
        "{'articles':[{'id':'1','headline':'Paint','body':'It was blue.','comments':[{'id':'5','user':"
            + "'Ida','text':'Too blue.','replies':[{'id':'6','user':'Bo','text':'Why?'}]}]}]}");
    files.put(
        "forum.csv",
        "ID_Post,ID_Parent_Post,ID_Article,Author,Body,PositiveVotes\n5,,1,Ida,Too"
            + " blue.,4\n6,5,1,Bo,Why?,0\n");
    files.put(
        "video.csv", "id,likeCount,authorName,text,isReplyTo\n5,4,Ida,Too blue.,\n6,0,Bo,Why?,5\n");
    files.put(
        "board.csv",
        "thread_id,id,subject,author,body,parent\n1,1,Paint,Ann,It was blue.,\n1,5,,Ida,Too"
            + " blue.,1\n1,6,,Bo,Why?,5\n");
    files.put(
        "same-ids.csv",
        "articleId,commentId,parentId,commentAuthor,commentText\n5,5,,Ida,Too blue.\n5,6,5,Bo,Why?\n");
    files.put(
        "wahl.csv",
        "Artikel-ID;Kommentar-ID;Antwort auf;Benutzername;Kommentar\n1;5;;Ida;Too"
            + " blue.\n1;6;5;Bo;Why?\n");
    files.put("table.txt", "comment_id,reply_to,username,comment\n5,,Ida,Too blue.\n6,5,Bo,Why?\n");
    return files;
  }

  @TestFactory
  Stream<DynamicTest> threadsAreReadInTheLayoutsOfTheirSites() {
    return threads().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      Conversation read = one(read(file.getKey(), file.getValue()));
                      assertThat(read.comments())
                          .extracting(comment -> comment.author().orElse("-"), Comment::text)
                          .containsExactly(tuple("Ida", "Too blue."), tuple("Bo", "Why?"));
                      Comment first = read.comments().get(0);
                      assertThat(first.replyTo()).isEmpty();
                      assertThat(read.comments().get(1).replyTo()).contains(first.id());
                      assertThat(read.irregularities()).isEmpty();
                    }));
  }

  private static Map<String, String> articles() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "api.json",
        "{'response':{'results':[{'id':'a','webTitle':'Paint','webUrl':'https://n.example/a',"
            + "'webPublicationDate':'2024-05-01T10:00:00Z','fields':{'body':'<p>It was blue.</p>',"
            + "'byline':'Ida Holm'}}]}}");
    files.put(
        "crawl.json",
        "{'authors':['Ida Holm'],'date_publish':'2024-05-01 10:00:00','maintext':'It was blue.',"
            + "'title':'Paint','url':'https://n.example/a','source_domain':'n.example'}");
    files.put(
        "extract.json",
        "{'title':'Paint','author':'Ida Holm','hostname':'n.example','date':'2024-05-01','comments':'',"
            + "'text':'It was blue.','source':'https://n.example/a','source-hostname':'News'}");
    files.put(
        "feed.json",
        "{'version':'1','title':'News','description':'All of it','items':[{'id':'a','title':'Paint',"
            + "'content_html':'<p>It was blue.</p>','date_published':'2024-05-01','authors':[{'name':"
            + "'Ida Holm'}],'url':'https://n.example/a'}]}");
    files.put(
        "posts.json",
        "[{'id':1,'date':'2024-05-01T10:00:00','link':'https://n.example/a','title':{'rendered':"
            + "'Paint'},'content':{'rendered':'<p>It was blue.</p>'},'byline':'Ida Holm'}]");
    files.put(
        "paragraphs.json",
        "[{'headline':'Paint','article':'It was blue.','author':'Ida Holm','date':'2024-05-01','url':"
            + "'https://n.example/a'}]");
    for (String header :
        List.of(
            "Überschrift;Erscheinungsdatum;Verfasser;Volltext;URL",
            "titre;date de publication;auteur;contenu de l'article;lien",
            "Título;Fecha de publicación;Autor;Cuerpo;Enlace",
            "Titolo;Data;Firma;Testo dell'articolo;link",
            "manchete;data de publicação;autor;conteúdo;url",
            "rubrik;datum;författare;brödtext;url",
            "标题;日期;作者;正文;url",
            "News Headline;Publish Date;Reporter;Story Body;Web URL",
            "Headline;Date (UTC);Author;Article;link")) {
      files.put(
          "t" + files.size() + ".csv",
          header + "\nPaint;2024-05-01;Ida Holm;It was blue.;https://n.example/a\n");
    }
    return files;
  }

  @TestFactory
  Stream<DynamicTest> articlesAreReadInTheLayoutsOfProgramsAndLanguages() {
    return articles().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey() + " " + file.getValue().lines().findFirst().orElseThrow(),
                    () -> {
                      Article article = one(read(file.getKey(), file.getValue())).article();
                      assertThat(article.title()).isEqualTo("Paint");
                      assertThat(article.text()).isEqualTo("It was blue.");
                      assertThat(article.publication().author()).contains("Ida Holm");
                      assertThat(article.publication().url()).contains("https://n.example/a");
                      assertThat(article.publication().date().orElseThrow().toString())
                          .startsWith("2024-05-01");
                    }));
  }

  @Test
  void whatIsNotLoadedNotKnownOrCutOffIsTold() throws IOException {
    List<ReadOutcome> listing =
        read(
            "r.json",
            "[{'kind':'Listing','data':{'children':[{'kind':'t3','data':{'id':'q','title':'Paint','selftext':"
                + "'It was blue.','created_utc':1714736580.0}}]}},{'kind':'Listing','data':{'children':["
                + "{'kind':'t1','data':{'id':'k','parent_id':'t3_q','author':'ida','body':'Why?'}},"
                + "{'kind':'more','data':{'id':'m','name':'t1_m','parent_id':'t3_q','count':4,"
                + "'children':['m']}}]}}]");
    assertThat(one(listing).comments()).extracting(Comment::id).containsExactly("k");
    assertThat(one(listing).article().publication().date().orElseThrow().toString())
        .isEqualTo("2024-05-03T11:43Z");
    assertThat(((ReadOutcome.Read) listing.get(0)).notices().toString()).contains("not loaded");

    List<ReadOutcome> strange =
        read("s.json", "[{'id':1,'title':'Paint','text':'It was blue.'},{'id':2,'colour':'blue'}]");
    assertThat(((ReadOutcome.Read) strange.get(0)).notices().toString())
        .contains("1 objects of the file have no text");

    List<ReadOutcome> cut =
        read("c.json", "[\n{'id':1,'title':'Paint','text':'It was blue.'},\n{'id':2,'ti");
    assertThat(cut.get(0).place().line()).hasValue(3);
    assertThat(cut.get(0)).isInstanceOf(ReadOutcome.Failed.class);
    assertThat(cut.get(1)).isInstanceOf(ReadOutcome.Read.class);

    List<ReadOutcome> nothing =
        read("n.csv", "id,title,text,author\n1,Paint,NaN,Null\n2,Bar,It is shut.,\n");
    assertThat(((ReadOutcome.Read) nothing.get(0)).notices().toString()).contains("no text");
    List<ReadOutcome> part =
        read("p.csv", "title,snippet,url\nPaint,It was …,https://n.example/a\n");
    assertThat(((ReadOutcome.Read) part.get(0)).notices().toString())
        .contains("the beginning only");
  }

  @Test
  void votesAndFlagsAreKeptAndWordsAboutRemovingAreText() throws IOException {
    Conversation read =
        one(
            read(
                "v.csv",
                "article_id,comment_id,author,text,thumbs_up,thumbs_down,flagged,status,score\n"
                    + "a,1,Ida,None,\"1,204\",3,true,deleted,\"1,5\"\n"
                    + "a,2,deleted user,This comment was removed by a moderator.,0,0,,,1.2K\n"
                    + "a,3,Bo,\"Your post was deleted, said the site, and nobody told me"
                    + " why.\",0,0,,,-2\n"));
    assertThat(read.comments())
        .extracting(Comment::text)
        .containsExactly(
            "None", "", "Your post was deleted, said the site, and nobody told me why.");
    assertThat(read.comments().get(0).attributes())
        .containsEntry("thumbs_up", "1,204")
        .containsEntry("thumbs_down", "3")
        .containsEntry("flagged", "true")
        .containsEntry("status", "deleted")
        .containsEntry("score", "1,5");
    assertThat(read.comments().get(0).score()).hasValue(1201);
    assertThat(read.comments().get(1).author()).isEmpty();
    assertThat(read.comments().get(1).score()).hasValue(1200);
  }

  @Test
  void idsThatCountAnewUnderEachArticleAreToldApart() throws IOException {
    List<ReadOutcome> outcomes =
        read("c.csv", "article_id,comment_id,reply_to,comment\nx,1,,A\nx,2,1,B\ny,1,,C\ny,2,1,D\n");
    assertThat(outcomes)
        .extracting(o -> ((ReadOutcome.Read) o).conversation().comments().get(1).replyTo().get())
        .containsExactly("x#1", "y#1");
  }

  @Test
  void anArticleMayBeATextOrAnIdAndACommentWithoutAKnownTextIsTold() throws IOException {
    assertThat(one(read("t.csv", "id,article\n7,It was blue.\n")).article().text())
        .isEqualTo("It was blue.");
    assertThat(read("i.csv", "article,title\na7,Paint\n"))
        .singleElement()
        .isInstanceOf(ReadOutcome.Failed.class);
    List<ReadOutcome> said =
        read(
            "m.json",
            "{'article':'a7','title':'Paint','comments':[{'id':5,'author':'Ida','message':'Too"
                + " blue.'},{'id':6,'author':'Bo','utterance':'Why?'}]}");
    assertThat(one(said).article().id()).isEqualTo("a7");
    assertThat(one(said).comments()).extracting(Comment::text).containsExactly("Too blue.");
    assertThat(((ReadOutcome.Read) said.get(0)).notices().toString())
        .contains("1 objects of the file have no text");
  }

  @Test
  void titlesOfCommentsAreNoTitlesOfTheirArticle() throws IOException {
    Conversation own =
        one(
            read(
                "o.csv",
                "article_id,comment_id,headline,comment\nx,1,Ugly,Too blue.\nx,2,,Why?\n"));
    assertThat(own.article().title()).isEmpty();
    assertThat(own.comments().get(0).attributes()).containsEntry("headline", "Ugly");
    Conversation same =
        one(
            read(
                "s.csv",
                "article_id,comment_id,title,comment\nx,1,Paint,Too blue.\nx,2,Paint,Why?\n"));
    assertThat(same.article().title()).isEqualTo("Paint");
  }

  @Test
  void emptyCellsAtTheEndAndRulesOfMarkdownAreNoFault() throws IOException {
    assertThat(one(read("e.csv", "id,text\n1,It was blue.,,\n")).article().id()).isEqualTo("1");
    assertThat(
            one(read("m.csv", "| id | text |\n|----|:-----|\n| 1 | It was blue. |\n"))
                .article()
                .text())
        .isEqualTo("It was blue.");
  }

  @Test
  void fieldsOfAnyJsonCanBeNamed() throws IOException {
    Path file = folder.resolve("own.json");
    Files.writeString(
        file,
        "{\"rows\": [\n{\"nr\": 7, \"says\": {\"full\": \"It was blue.\"}, \"title\": \"Paint\"}\n]}\n");
    CorpusReader named =
        CorpusReader.standard()
            .withFormats(
                List.of(new JsonRowsFormat(ColumnMapping.parse("text=says.full,article=nr"))));
    Article article = one(outcomes(named, file)).article();
    assertThat(article.id()).isEqualTo("7");
    assertThat(article.title()).isEqualTo("Paint");
    CorpusReader wrong =
        CorpusReader.standard()
            .withFormats(List.of(new JsonRowsFormat(ColumnMapping.parse("text=says.all"))));
    assertThat(((ReadOutcome.Failed) outcomes(wrong, file).get(0)).reason())
        .contains("there is no field says.all");
  }

  private static Conversation one(List<ReadOutcome> outcomes) {
    assertThat(outcomes).singleElement().isInstanceOf(ReadOutcome.Read.class);
    return ((ReadOutcome.Read) outcomes.get(0)).conversation();
  }

  private List<ReadOutcome> read(String name, String content) throws IOException {
    String text = name.endsWith(".json") ? content.replace('\'', '"') : content;
    return outcomes(CorpusReader.standard(), Files.writeString(folder.resolve(name), text));
  }

  private static List<ReadOutcome> outcomes(CorpusReader reader, Path file) {
    try (Stream<ReadOutcome> outcomes = reader.read(file)) {
      return outcomes.toList();
    }
  }
}
