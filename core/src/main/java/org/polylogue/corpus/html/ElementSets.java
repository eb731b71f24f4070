package org.polylogue.corpus.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Sets of elements of a page, by identity, and how elements lie in each other. */
final class ElementSets {

  private static final Pattern ABOUT =
      Pattern.compile("(?<!\\S)(?:tag|category|type|format|status|has|with|without|no|hide)-\\S++");

  private ElementSets() {}

  static boolean hasAncestorIn(Element element, Set<Element> set, Element upTo) {
    for (Element at = element.parent(); at != null && at != upTo; at = at.parent()) {
      if (set.contains(at)) {
        return true;
      }
    }
    return false;
  }

  static boolean isInside(Element element, Element outer) {
    return isWithin(element, Collections.singleton(outer));
  }

  static boolean isWithin(Element element, Set<Element> outer) {
    for (Element at = element; at != null; at = at.parent()) {
      if (outer.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /** Classes and id in small letters, without what tells the subject of a story or what it has. */
  static String names(Element element) {
    String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
    return names.indexOf('-') < 0 ? names : ABOUT.matcher(names).replaceAll("");
  }

  static List<Element> outermost(List<Element> elements) {
    Set<Element> all = identities();
    all.addAll(elements);
    List<Element> kept = new ArrayList<>();
    for (Element element : elements) {
      if (!hasAncestorIn(element, all, null)) {
        kept.add(element);
      }
    }
    return kept;
  }

  /** The elements and everything around them. */
  static Set<Element> around(List<Element> elements) {
    Set<Element> around = identities();
    for (Element element : elements) {
      for (Element at = element; at != null && around.add(at); at = at.parent()) {}
    }
    return around;
  }

  static Set<Element> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  static Set<Element> identities(List<Element> elements) {
    Set<Element> all = identities();
    all.addAll(elements);
    return all;
  }
}
