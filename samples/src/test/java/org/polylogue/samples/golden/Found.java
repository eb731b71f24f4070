package org.polylogue.samples.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Actor;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;

/** What the library found in an article, in the words that golden files use. */
final class Found {

  private final Discourse discourse;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> documentOfNumber = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();

  Found(Golden golden, Discourse discourse) {
    this.discourse = discourse;
    for (Document document : discourse.conversation().documents()) {
      texts.put(document.id(), document.text());
    }
    documentOfNumber.put("article", discourse.conversation().article().id());
    List<Comment> comments = discourse.conversation().comments();
    for (int i = 0; i < comments.size(); i++) {
      documentOfNumber.put(golden.comments().get(i).number(), comments.get(i).id());
      numbers.put(comments.get(i).id(), golden.comments().get(i).number());
    }
  }

  /** The article's quotations of a kind, each as its segments. */
  List<List<Golden.Extent>> extents(Quotation.Kind kind) {
    return discourse.article().quotations().stream()
        .filter(quotation -> quotation.kind() == kind)
        .map(this::segments)
        .toList();
  }

  /** The article's quotations with the names of their speakers. */
  Map<List<Golden.Extent>, Set<String>> speakers() {
    Map<List<Golden.Extent>, Set<String>> speakers = new HashMap<>();
    for (Quotation quotation : discourse.article().quotations()) {
      speakers.put(segments(quotation), names(quotation.speaker()));
    }
    return speakers;
  }

  private List<Golden.Extent> segments(Quotation quotation) {
    String text = texts.get(discourse.article().documentId());
    return quotation.content().stream().map(span -> Golden.Extent.of(span.of(text))).toList();
  }

  private Set<String> names(Speaker speaker) {
    Set<String> names = new TreeSet<>();
    if (speaker instanceof Speaker.Resolved resolved) {
      names.add(resolved.name());
      actors(resolved.actorId()).forEach(actor -> names.addAll(actor.aliases()));
    } else if (speaker instanceof Speaker.Described described) {
      names.add(described.description());
    }
    return names;
  }

  private List<Actor> actors(String id) {
    return discourse.actors().stream().filter(actor -> actor.id().equals(id)).toList();
  }

  /** Texts that are quotations with marks of their own, without these marks. */
  List<String> quoted(String where) {
    DocumentDiscourse found = discourse.document(documentOfNumber.get(where));
    String text = texts.get(found.documentId());
    return found.quotations().stream()
        .filter(quotation -> quotation.kind() != Quotation.Kind.INDIRECT)
        .flatMap(quotation -> quotation.content().stream())
        .map(span -> Golden.bare(span.of(text)))
        .toList();
  }

  List<Golden.Marked> marked() {
    List<Golden.Marked> marked = new ArrayList<>();
    for (DocumentDiscourse found : discourse.documents()) {
      String text = texts.get(found.documentId());
      String where = numbers.getOrDefault(found.documentId(), "article");
      found
          .expressions()
          .forEach(
              expression ->
                  marked.add(
                      new Golden.Marked(
                          where,
                          expression.kind().name(),
                          Golden.bare(expression.span().of(text)))));
    }
    return marked;
  }

  /** Ids of the actors that a form names, over all documents. */
  Set<String> actorsNamed(String form) {
    Set<String> ids = new TreeSet<>();
    for (DocumentDiscourse found : discourse.documents()) {
      String text = texts.get(found.documentId());
      for (Mention mention : found.mentions()) {
        if (mention.form() == Mention.Form.NAME
            && mention.span().of(text).replace('’', '\'').equals(form)) {
          ids.add(mention.actorId());
        }
      }
    }
    return ids;
  }

  List<String> actorNames() {
    return discourse.actors().stream()
        .flatMap(actor -> actor.aliases().stream())
        .collect(Collectors.toList());
  }

  List<Golden.Repeated> echoes() {
    List<Golden.Repeated> echoes = new ArrayList<>();
    for (DocumentDiscourse found : discourse.documents()) {
      for (Echo echo : found.echoes()) {
        boolean article = echo.source().documentId().equals(discourse.article().documentId());
        Golden.Extent extent = Golden.Extent.of(echo.span().of(texts.get(found.documentId())));
        echoes.add(
            new Golden.Repeated(
                numbers.get(found.documentId()),
                article ? "article" : "parent",
                unstopped(extent.begins()),
                unstopped(extent.ends())));
      }
    }
    return echoes;
  }

  /** Without the full stop at the end, which an echo may or may not take along. */
  static String unstopped(String words) {
    return words.replaceAll("[.!?,]+$", "");
  }

  static List<Golden.Extent> extents(String... beginsAndEnds) {
    return Arrays.asList(new Golden.Extent(beginsAndEnds[0], beginsAndEnds[1]));
  }
}
