package org.polylogue.corpus.brat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.polylogue.corpus.exchange.AnnotationType;
import org.polylogue.corpus.exchange.LayerLink;

/** What {@code annotation.conf} says: types, roles, relations and the values of attributes. */
final class BratConfiguration {

  private BratConfiguration() {}

  static String of(List<AnnotationType> types) {
    StringBuilder text = new StringBuilder("[entities]\n");
    types.forEach(type -> text.append(type.name()).append('\n'));
    text.append("\n[relations]\n");
    for (AnnotationType type : types) {
      new TreeMap<>(type.links())
          .forEach(
              (role, to) -> {
                if (!isRole(role)) {
                  text.append(role).append("\tArg1:").append(type.name());
                  text.append(", Arg2:").append(to).append('\n');
                }
              });
    }
    text.append("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n");
    text.append("\n[events]\nAttribution\tContent+:Content, Cue*:Cue, Source*:Source\n");
    text.append("\n[attributes]\n");
    Map<String, Set<String>> owners = new LinkedHashMap<>();
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (AnnotationType type : types) {
      new TreeMap<>(type.values())
          .forEach(
              (name, all) -> {
                owners.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(type.name());
                values.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(all);
              });
    }
    owners.forEach(
        (name, all) -> {
          text.append(name).append("\tArg:").append(String.join("|", all));
          text.append(", Value:").append(String.join("|", values.get(name))).append('\n');
        });
    return text.toString();
  }

  private static boolean isRole(String role) {
    return role.equals(LayerLink.CUE) || role.equals(LayerLink.SOURCE);
  }
}
