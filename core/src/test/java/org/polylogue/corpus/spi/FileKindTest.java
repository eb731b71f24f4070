package org.polylogue.corpus.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

class FileKindTest {

  @TempDir Path folder;

  /** Name of a file, and what it holds; a byte each where it is no text. */
  private static Map<String, String> noPages() {
    Map<String, String> files = new TreeMap<>();
    files.put("a.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n");
    files.put("a.docx", "PK\3\4\24\0\6\0\b\0word/document.xml");
    files.put("a.xlsx", "PK\3\4\24\0\6\0\b\0xl/workbook.xml");
    files.put("a.zip", "PK\3\4\24\0\6\0\b\0letters/one.txt");
    files.put("a.doc", "ÐÏ\u0011à¡±\u001Aá\0\0\0\0");
    files.put("a.rtf", "{\\rtf1\\ansi The council met on Monday and voted.}");
    files.put("a.png", "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR");
    files.put("a.jpg", "ÿØÿà\0\u0010JFIF");
    files.put("a.mp3", "ID3\4\0\0\0\0\0#TSSE");
    files.put("a.mp4", "\0\0\0\u0018ftypmp42\0\0\0\0");
    files.put("a.sqlite", "SQLite format 3\0\20\0\1\1\0@  ");
    files.put("a.parquet", "PAR1\25\4\25 \25");
    files.put("a.rds", "X\n\0\0\0\3\0\4\2\1\0\3\5\0");
    files.put("a.pickle", "\u0080\4\u0095\20\0\0\0\0\0\0\0}\u0094");
    files.put("a.npy", "\u0093NUMPY\1\0v\0{'descr': '<f8'}");
    files.put("a.exe", "MZ\u0090\0\3\0\0\0\4\0");
    files.put("unknown.bin", "\1\0\2\0\0\3\7\0\u00FF\0\0\4\6");
    files.put("object.json", "{\n  \"colour\": \"blue\",\n  \"size\": [1, 2, 3]\n}\n");
    files.put("numbers.json", "[1, 2, 3, 5, 8, 13]\n");
    files.put("lines.ndjson", "{\"colour\":\"blue\"}\n{\"colour\":\"red\"}\n");
    files.put("graph.graphml", "<?xml version=\"1.0\"?><graphml><node id=\"n0\"/></graphml>");
    files.put("drawing.svg", "<svg width=\"4\" height=\"4\"><rect width=\"4\"/></svg>");
    files.put("settings.plist", "<?xml version=\"1.0\"?><plist><dict><key>a</key></dict></plist>");
    files.put("mine.xml", "<letters><letter to=\"x\">We met on Monday.</letter></letters>");
    files.put("cities.csv", "city,river,year\nOsterby,Lund,1900\nHillport,Wik,1910\n");
    files.put("cities.tsv", "city\triver\tyear\nOsterby\tLund\t1900\nHillport\tWik\t1910\n");
    files.put("cities.txt", "city\triver\tyear\nOsterby\tLund\t1900\nHillport\tWik\t1910\n");
    files.put("piped.txt", "city|river|year\nOsterby|Lund|1900\nHillport|Wik|1910\n");
    files.put("excel.txt", "sep=;\ncity;river\nOsterby;Lund\n");
    files.put("settings.yml", "name: harbour\nversion: 3\nsteps:\n  - build\n  - test\n");
    files.put("settings.ini", "[harbour]\nslips=4\nowner=town\n\n[ferry]\nboats=2\n");
    files.put("settings.properties", "harbour.slips=4\nharbour.owner=town\nferry.boats=2\n");
    files.put(
        "Ferry.java",
        "package org.example;\n\nimport java.util.List;\n\npublic final class Ferry {\n"
            + "  private final List<String> stops;\n\n  Ferry(List<String> stops) {\n"
            + "    this.stops = stops;\n  }\n}\n");
    files.put(
        "ferry.py",
        "#!/usr/bin/env python3\nimport sys\n\n\ndef stops(path):\n    with open(path) as f:\n"
            + "        return [s.strip() for s in f]\n");
    files.put(
        "ferry.js",
        "const stops = [];\nfunction add(stop) {\n  stops.push(stop);\n  return stops.length;\n}\n"
            + "module.exports = { add };\n");
    files.put(
        "ferry.sql",
        "CREATE TABLE stops (id INT, name TEXT);\nINSERT INTO stops VALUES (1, 'Quay');\n"
            + "INSERT INTO stops VALUES (2, 'Slip');\n");
    files.put("style.css", "body {\n  color: #333;\n  margin: 0;\n}\n.a > b {\n  width: 4px;\n}\n");
    files.put(
        "access.log",
        "10.0.0.1 - - [03/May/2024:10:00:00 +0000] \"GET / HTTP/1.1\" 200 512\n"
            + "10.0.0.2 - - [03/May/2024:10:00:01 +0000] \"GET /a HTTP/1.1\" 404 0\n");
    files.put("film.srt", "1\n00:00:01,000 --> 00:00:02,000\nHello there, captain.\n");
    files.put("film.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello there, captain.\n");
    files.put("refs.bib", "@article{lund2020,\n  title = {The ferry},\n  year = {2020}\n}\n");
    files.put("refs.ris", "TY  - JOUR\nTI  - The ferry\nPY  - 2020\nER  - \n");
    files.put(
        "paper.tex", "\\documentclass{article}\n\\begin{document}\nWe met.\n\\end{document}\n");
    files.put("change.diff", "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+new\n");
    files.put(
        "letter.eml", "Return-Path: <a@example.org>\nSubject: The ferry\n\nWe met on Monday.\n");
    files.put("box.mbox", "From a@example.org Fri May  3 10:00:00 2024\nSubject: x\n\nWe met.\n");
    files.put("days.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n");
    files.put("key.pem", "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkq\n-----END PUBLIC KEY-----\n");
    files.put("links.txt", "https://example.org/a\nhttps://example.org/b\nhttps://example.org/c\n");
    files.put("coded.txt", "TWFuIGlzIGRpc3Rpbmd1aXNoZWQ/IG5vdCA=\n".repeat(9));
    files.put("sums.txt", "d41d8cd98f00b204e9800998ecf8427e  a.txt\n".repeat(5));
    files.put("words.txt", "harbour\nslip\nferry\nchain\nquay\nboat\nrope\ncrane\n".repeat(6));
    files.put("graph.dot", "digraph stops {\n  a -> b;\n  b -> c;\n}\n");
    files.put("short.txt", "city,river\nOsterby,Lund\n");
    files.put("few.txt", "harbour\nslip\nferry\nchain\n");
    files.put(
        "steps.yaml",
        "name: harbour\nservices:\n  crane:\n    image: crane\ndescription: Lifts a boat out of the"
            + " water and puts it on the quay\n");
    files.put("Makefile", "all: ferry\n\nferry: ferry.o\n\tcc -o ferry ferry.o\n");
    files.put(
        "Dockerfile", "FROM harbour:stable\nRUN get update && get install -y crane and a rope\n");
    files.put(
        "stops.py",
        "\"\"\"Tells at which stops the ferry calls, and when it does.\"\"\"\nimport sys\n\n\n"
            + "def stops(path):\n    for line in open(path):\n        print(line.strip())\n");
    files.put(
        "copy.sh",
        "# Takes the tables of the harbour to the town\nfor f in *.csv; do\n  cp \"$f\""
            + " /town\ndone\n");
    files.put(
        "server.log",
        "2024-05-03 11:43:00,120 INFO the harbour opened at the time that it should\n"
            + "2024-05-03 11:44:00,120 WARN the crane took longer than it should have\n");
    files.put(
        "system.log",
        "May  3 11:43:00 quay crane[12]: a boat was lifted out of the water by the crane\n"
            + "May  3 11:44:00 quay crane[12]: the boat was put on the quay beside the others\n");
    files.put(
        "chat.txt",
        "03/05/2024, 11:43 - Ina: Is the ferry in?\n03/05/2024, 11:44 - Bo: It is not, I think.\n");
    files.put("irc.txt", "[11:43] <ina> is the ferry in?\n[11:44] <bo> it is not, I think\n");
    files.put("table.arff", "@relation stops\n@attribute name string\n@data\n'The quay is wet.'\n");
    files.put("words.po", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"The quay\"\nmsgstr \"Der Kai\"\n");
    files.put(
        "marks.txt",
        "1 The ferry was on time today.\n0 The quay is wet and cold.\n1 Tickets are cheap here.\n"
            + "0 Nobody swept the deck.\n0 The bell has been stolen.\n1 The cook is very kind.\n");
    files.put(
        "tones.txt",
        "The ferry was on time today.@good\nThe quay is wet and cold.@bad\nTickets are cheap.@good\n"
            + "Nobody swept the deck.@bad\nThe bell has been stolen.@bad\nThe cook is kind.@good\n");
    files.put(
        "denied.txt",
        "Access Denied\n\nYou don't have permission to access this page on this server.\n");
    files.put("wait.txt", "Just a moment...\nEnable JavaScript and cookies to continue.\n");
    files.put("talk.cha", "@UTF8\n@Begin\n*MOT:\twhere is the ferry ?\n@End\n");
    files.put("film.ass", "[Script Info]\nDialogue: 0,0:00:01.00,0:00:04.00,The ferry is in.\n");
    files.put("late.tex", "% a paper\n\\documentclass{article}\nThe ferry is late.\n");
    files.put("game.pgn", "[Event \"Harbour Cup\"]\n\n1. e4 e5 2. Nf3 Nc6 1-0\n");
    files.put("ties.net", "*Vertices 2\n1 \"Ina\"\n2 \"Bo\"\n*Arcs\n1 2 1\n");
    files.put("ties.gml", "graph [\n  node [\n    id 1\n    label \"Ina\"\n  ]\n]\n");
    files.put("gene.fasta", ">gene of a fish\nACGTACGTACGTACGTACGTACGT\n");
    files.put(
        "page.js.txt", "var news = [{\"title\":\"The quay is wet, and nobody knows why.\"}];\n");
    files.put(
        "trace.txt",
        "Exception in thread \"main\" java.lang.Error: no ferry\n\tat org.example.Ferry.sail(Ferry.java:9)\n"
            + "\tat org.example.Ferry.main(Ferry.java:4)\n");
    files.put("folder.txt", "total 12\ndrwxr-xr-x 2 ina ina 4096 May  3 11:43 quay\n");
    files.put("trees.txt", "(ROOT (S (NP (DT The) (NN ferry)) (VP (VBD sailed)) (. .)))\n");
    files.put(
        "sent.txt",
        "From: Ina\nSent: Friday\nSubject: Ferry\n\nThe ferry is late, and nobody knows why.\n");
    files.put(
        "say.properties",
        "ask.stop=Choose a stop where you want to board, please.\nask.day=A day.\n");
    files.put("tokens.conll", "1\tThe\tthe\tDET\n2\tferry\tferry\tNOUN\n3\tsailed\tsail\tVERB\n");
    return files;
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoPageIsAFailureThatSaysWhatItLooksLike() {
    return noPages().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      Path path = folder.resolve(file.getKey());
                      Files.write(path, file.getValue().getBytes(StandardCharsets.ISO_8859_1));
                      List<ReadOutcome> outcomes = read(path);
                      assertThat(outcomes).isNotEmpty();
                      assertThat(outcomes)
                          .allSatisfy(o -> assertThat(o).isInstanceOf(ReadOutcome.Failed.class));
                      assertThat(((ReadOutcome.Failed) outcomes.get(0)).reason())
                          .containsAnyOf("looks like", "is no text", "has no field schema");
                    }));
  }

  @Test
  void thereAreFortyKindsAndMore() {
    assertThat(noPages().size()).isGreaterThanOrEqualTo(40);
  }

  @TestFactory
  Stream<DynamicTest> runningTextIsRead() {
    String prose = "The council met on Monday and voted to close the slip for the winter. ";
    return Stream.of(
            "The slip\n\n" + prose.repeat(4),
            "Korrektur\n\nDer Name der Hafenmeisterin war falsch.",
            "# The slip\n\n" + prose + "\n\n- one\n- two\n\n[a link](https://example.org/slip)\n",
            "[Update] The slip closes\n\n" + prose,
            "The slip; the ferry\n\n" + prose + "\n\n1. +7\n3 May 2024 11:43\nWho ordered it?\n",
            "渡船\n\n议会周一开会，决定冬季关闭下码头，因为工程师发现链条磨损。\n",
            "Переправа\n\nСовет собрался в понедельник и решил закрыть причал на зиму.\n",
            "العبارة\n\nاجتمع المجلس يوم الاثنين وقرر إغلاق الرصيف في الشتاء.\n",
            "ท่าเรือ\n\nสภาประชุมเมื่อวันจันทร์และลงมติให้ปิดท่าเรือในฤดูหนาว\n",
            "The slip\n\nBy Ina Holm\n\n3 May 2024\n\nferry ferry ferry ferry\n",
            "The old ferry sails by night\nand nobody hears it go\nover the water to the north\n",
            "From the old, bold harbour, a plan\n\n" + prose,
            "Short.")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text.lines().findFirst().orElseThrow(),
                    () -> {
                      Path path = Files.writeString(folder.resolve("page.txt"), text);
                      assertThat(read(path)).singleElement().isInstanceOf(ReadOutcome.Read.class);
                    }));
  }

  @Test
  void anotherEncodingIsNamedInTheFailure() throws IOException {
    String text = "The slip\n\nThe council met on Monday and voted to close the slip.\n";
    Path utf16 = folder.resolve("utf16.txt");
    Files.write(utf16, text.getBytes(StandardCharsets.UTF_16LE));
    assertThat(((ReadOutcome.Failed) read(utf16).get(0)).reason()).contains("--encoding UTF-16LE");
    Path big = folder.resolve("big.txt");
    Files.write(big, text.getBytes(StandardCharsets.UTF_16BE));
    assertThat(((ReadOutcome.Failed) read(big).get(0)).reason()).contains("--encoding UTF-16BE");
    Path ebcdic = folder.resolve("ebcdic.txt");
    Files.write(ebcdic, text.getBytes(Charset.forName("IBM037")));
    assertThat(((ReadOutcome.Failed) read(ebcdic).get(0)).reason()).contains("EBCDIC");
  }

  private static List<ReadOutcome> read(Path file) throws IOException {
    try (Stream<ReadOutcome> outcomes = CorpusReader.standard().read(file)) {
      return outcomes.toList();
    }
  }
}
