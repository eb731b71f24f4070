package org.polylogue.samples.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.model.Comment;
import org.polylogue.model.Document;
import org.polylogue.model.Echo;
import org.polylogue.model.Mention;
import org.polylogue.model.Quotation;
import org.polylogue.model.Speaker;
import org.polylogue.text.Span;

/** What the library found in an article, in the words that golden files use. */
final class Found {

  /** A stretch of quoted words with the names of its speaker. */
  record Stretch(Quotation.Kind kind, Golden.Extent extent, String text, Set<String> speaker) {}

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
    numbers.put(discourse.conversation().article().id(), "article");
    List<Comment> comments = discourse.conversation().comments();
    for (int i = 0; i < comments.size(); i++) {
      documentOfNumber.put(golden.comments().get(i).number(), comments.get(i).id());
      numbers.put(comments.get(i).id(), golden.comments().get(i).number());
    }
  }

  /** The article's quotations of a kind from their first to their last word. */
  List<Golden.Extent> whole(Quotation.Kind kind) {
    String text = texts.get(discourse.article().documentId());
    return discourse.article().quotations().stream()
        .filter(quotation -> quotation.kind() == kind)
        .map(quotation -> Golden.Extent.of(quotation.extent().of(text)))
        .toList();
  }

  /** The stretches of a document's quotations; segments with only spaces between are one. */
  List<Stretch> stretches(String where) {
    DocumentDiscourse found = discourse.document(documentOfNumber.get(where));
    String text = texts.get(found.documentId());
    List<Stretch> stretches = new ArrayList<>();
    for (Quotation quotation : found.quotations()) {
      Set<String> names = names(quotation.speaker());
      for (Span span : fused(quotation.content(), text)) {
        String words = span.of(text);
        stretches.add(
            new Stretch(quotation.kind(), Golden.Extent.of(words), Golden.bare(words), names));
      }
    }
    return stretches;
  }

  private static List<Span> fused(List<Span> segments, String text) {
    List<Span> fused = new ArrayList<>();
    for (Span segment : segments) {
      int last = fused.size() - 1;
      if (last >= 0 && text.substring(fused.get(last).end(), segment.start()).isBlank()) {
        fused.set(last, fused.get(last).cover(segment));
      } else {
        fused.add(segment);
      }
    }
    return fused;
  }

  private Set<String> names(Speaker speaker) {
    Set<String> names = new TreeSet<>();
    if (speaker instanceof Speaker.Resolved resolved) {
      names.add(resolved.name());
      discourse.actors().stream()
          .filter(actor -> actor.id().equals(resolved.actorId()))
          .forEach(actor -> names.addAll(actor.aliases()));
    } else if (speaker instanceof Speaker.Described described) {
      names.add(described.description());
    }
    return names;
  }

  Set<String> marked() {
    Set<String> marked = new TreeSet<>();
    for (DocumentDiscourse found : discourse.documents()) {
      String text = texts.get(found.documentId());
      found
          .expressions()
          .forEach(
              expression ->
                  marked.add(
                      numbers.get(found.documentId())
                          + " "
                          + Golden.bare(expression.span().of(text))));
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
    return discourse.actors().stream().flatMap(actor -> actor.aliases().stream()).toList();
  }

  Set<Golden.Repeated> echoes() {
    Set<Golden.Repeated> echoes = new java.util.LinkedHashSet<>();
    for (DocumentDiscourse found : discourse.documents()) {
      for (Echo echo : found.echoes()) {
        boolean article = echo.source().documentId().equals(discourse.article().documentId());
        Golden.Extent extent = Golden.Extent.of(echo.span().of(texts.get(found.documentId())));
        echoes.add(
            new Golden.Repeated(
                    numbers.get(found.documentId()),
                    article ? "article" : "parent",
                    extent.begins(),
                    extent.ends())
                .unstopped());
      }
    }
    return echoes;
  }
}
