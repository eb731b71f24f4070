package org.polylogue.samples.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.polylogue.corpus.jsonl.JsonLinesWriter;
import org.polylogue.discourse.DiscourseModels;
import org.polylogue.model.Conversation;
import org.polylogue.network.Network;
import org.polylogue.network.NetworkWriter;
import org.polylogue.pipeline.Scope;
import org.polylogue.results.DiscourseJson;
import org.polylogue.text.OffsetUnit;

/** One small input of each kind, from which fuzzers go on. */
final class FuzzSeeds {

  private FuzzSeeds() {}

  /**
   * Writes them for a fuzzer that keeps its inputs in a folder.
   *
   * @param args {@code files} or {@code tables}, and the folder
   * @throws IOException if they cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    int number = 0;
    for (byte[] seed : args[0].equals("tables") ? tables() : files()) {
      Files.write(folder.resolve("seed" + number++), seed);
    }
  }

  static List<byte[]> files() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(
        named(
            "a.txt",
            "Title\n\n"
                + "By A. Writer\n\n"
                + "A text. “Yes,” said B.\n\n"
                + "2 comments\n"
                + "  1. +1\n"
                + "    Nice.\n"
                + "  1.1. -2\n"
                + "    No.\n"));
    seeds.add(
        named(
            "a.html",
            "<!doctype html><html><head><title>T</title></head><body><article><h1>T</h1><p>One text"
                + " of some length, said B.</p></article></body></html>"));
    seeds.add(
        named(
            "a.html",
            "<script"
                + " type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"comment\":[{\"@type\":\"Comment\",\"text\":\"c\"}]}</script><p>Text"
                + " of a page."));
    seeds.add(named("a.csv", "article_id,title,article_text\n1,T,\"One, two\"\n2,U,'=3\n"));
    seeds.add(named("a.csv", "comment_id,article_id,comment_text,parent\nc1,1,Yes,\nc2,1,No,c1\n"));
    seeds.add(
        named(
            "a.tsv",
            "#FORMAT=WebAnno TSV 3.2\n"
                + "#T_SP=webanno.custom.Quotation|kind\n\n\n"
                + "#Text=He said so.\n"
                + "1-1\t0-2\tHe\t_\t\n"
                + "1-2\t3-7\tsaid\tDIRECT\t\n"));
    seeds.add(named("a.json", "[{\"id\":\"1\",\"text\":\"x\"}]"));
    seeds.add(
        named(
            "a.warc",
            "WARC/1.0\r\n"
                + "WARC-Type: response\r\n"
                + "WARC-Target-URI: http://a/\r\n"
                + "Content-Type: application/http\r\n"
                + "Content-Length: 80\r\n\r\n"
                + "HTTP/1.1 200 OK\r\n"
                + "Content-Type: text/html\r\n\r\n"
                + "<html><article><p>A text.</p></article></html>\r\n\r\n"));
    seeds.add(
        named(
            "a.wet",
            "WARC/1.0\r\n"
                + "WARC-Type: conversion\r\n"
                + "WARC-Target-URI: http://a/\r\n"
                + "Content-Type: text/plain\r\n"
                + "Content-Length: 16\r\n\r\n"
                + "Title\n\n"
                + "A text.\n\r\n\r\n"));
    seeds.add(
        named(
            "utterances.jsonl",
            "{\"id\":\"u\",\"conversation_id\":\"u\",\"text\":\"Hi\",\"speaker\":\"s\",\"meta\":{},\"reply-to\":null,\"timestamp\":null}\n"));
    seeds.add(named("a.ann", "T1\tQuotation 0 4\tA te\nR1\tSays Arg1:T1 Arg2:T1\n"));
    seeds.add(
        named(
            "a.xml",
            "<?xml version=\"1.0\"?><disqus><thread dsq:id=\"1\"><title>T</title></thread><post"
                + " dsq:id=\"2\"><message><![CDATA[<p>Yes.]]></message><isDeleted>false</isDeleted><author><name>A</name></author><thread"
                + " dsq:id=\"1\"/><parent dsq:id=\"3\"/></post></disqus>"));
    seeds.add(
        named(
            "a.xml",
            "<rss><channel><title>C</title><item><title>T</title><guid>g</guid><pubDate>Fri, 03 May"
                + " 2024 11:43:00"
                + " +0000</pubDate><content:encoded>&lt;p&gt;One&nbsp;text.</content:encoded><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>No.</wp:comment_content></wp:comment></item></channel></rss>"));
    seeds.add(
        named(
            "a.xml",
            "<feed><entry><id>e</id><content type=\"xhtml\"><div>Text</div></content><link"
                + " href=\"http://a/\"/></entry><entry><id>f</id><thr:in-reply-to"
                + " ref=\"e\"/><content>c</content></entry></feed>"));
    seeds.add(
        named(
            "a.xml",
            "<TEI xml:id=\"t\"><teiHeader><titleStmt><title>T</title></titleStmt></teiHeader><text><body><head>H</head><p>He"
                + " <q>said</q>"
                + " <choice><sic>a</sic><corr>b</corr></choice>.<lb/></p><lg><l>v</l></lg></body></text></TEI>"));
    seeds.add(
        named(
            "a.txt",
            "1 of 1 DOCUMENTS\n\n"
                + "The Gazette\n\n"
                + "May 3, 2024\n\n"
                + "A title\n\n"
                + "BYLINE: B. Writer\n\n"
                + "LENGTH: 10 words\n\n"
                + "One text.\n\n"
                + "LOAD-DATE: May 4, 2024\n"));
    seeds.add(
        named(
            "a.rtf",
            "{\\r"
                + "tf1\\ansi{\\fonttbl{\\f0 A;}}\\uc1 HD\\tab Title\\par WC 10 words\\par PD 3 May"
                + " 2024\\par SN Gazette\\par LP\\par \\u8220?One\\'94 text.\\par Document"
                + " GAZET00020240503ek530001a\\par}"));
    try (Stream<String> lines = new InventedCorpus(2, 2).articles(2).map(FuzzSeeds::line)) {
      for (String line : lines.toList()) {
        seeds.add(named("a.jsonl", line));
        byte[] packed = packed(line);
        seeds.add(joined(new byte[] {(byte) ReaderFuzz.NAMES.indexOf("a.jsonl.gz")}, 1, packed, 1));
      }
    }
    Path pages = Path.of(System.getProperty("polylogue.root", ""), "samples/corpus/html");
    try (Stream<Path> files = Files.list(pages).sorted()) {
      for (Path file : (Iterable<Path>) files::iterator) {
        seeds.add(named("a.html", Files.readString(file)));
      }
    }
    return seeds;
  }

  static List<byte[]> tables() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("actors", "canonical,alias,type,party\nAnna Berg,Ms Berg,PERSON,Concord\n");
    tables.put("decisions", "decision,actor,other,reason\naccept,person/a,person/b,same\n");
    tables.put("frequencies", "# words\nthe\t9223372036854775806\nbridge\t7\n");
    tables.put(
        "codebook",
        "{\"concepts\":[{\"name\":\"toll\",\"phrases\":[\"the toll\"],\"patterns\":[\"tolls?\"]}]}");
    tables.put("valences", "good\t2.5\nbad\t-2\nnot at all\t-1\n");
    tables.put(
        "statements",
        "document_id;date;speaker;concept;agreement;start;stop;party\n"
            + "a;2023-11-30;Anna;toll;1;0;5;C\n"
            + "a;30-11-2023 10:00;Ben;toll;no;;;\n");
    tables.put("words", "list\twords\tsource\nsaying\tsay tell put_it\town\n");
    tables.put("pattern", "[lemma=\"be\" & tag!=\"V.*\"]{1,3} []{0,2} \"good|bad\"?");
    tables.put("expression", "((a|b){2,5}c*)+\\p{Lu}(?i:x)");
    tables.put("slice", "voice=source,!(party=\"Concord, old\"|outlet!=Herald)&document.type=x");
    Network network =
        new Network(
            false,
            List.of(
                new Network.Node("Anna", "actor", Map.of("share", 0.5, "mentions", 2)),
                new Network.Node("Ben", "actor", Map.of("share", 1.5))),
            List.of(new Network.Tie("Anna", "Ben", 1, Map.of("agree", 1))));
    StringWriter graph = new StringWriter();
    NetworkWriter.of(network).graphMl(graph);
    tables.put("network", graph.toString());
    Scope scope = new Scope();
    tables.put(
        "discourse",
        new DiscourseJson()
            .write(
                scope.get(
                    PlainAnalyze.discourse(DiscourseModels.shipped()).build(),
                    new InventedCorpus(2, 2).articles(1).findFirst().orElseThrow())));
    List<byte[]> seeds = new ArrayList<>();
    tables.forEach(
        (name, text) -> {
          byte[] kind = {(byte) TableFuzz.NAMES.indexOf(name)};
          seeds.add(joined(kind, 1, text.getBytes(StandardCharsets.UTF_8), 1));
        });
    return seeds;
  }

  private static String line(Conversation conversation) {
    return JsonLinesWriter.line(conversation, OffsetUnit.CODE_POINTS) + "\n";
  }

  private static byte[] named(String name, String content) {
    byte[] kind = {(byte) ReaderFuzz.NAMES.indexOf(name)};
    return joined(kind, 1, content.getBytes(StandardCharsets.UTF_8), 1);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  /** The input up to an end, a part, and the input from a place on. */
  static byte[] joined(byte[] input, int end, byte[] part, int from) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(input, 0, end);
    all.writeBytes(part);
    all.write(input, from, input.length - from);
    return all.toByteArray();
  }
}
