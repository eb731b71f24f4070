package org.polylogue.discourse.entity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.polylogue.discourse.entity.post.Taken;
import org.polylogue.discourse.entity.world.Folding;
import org.polylogue.discourse.entity.world.Leader;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.ActorType;

/**
 * Names of one word that a conversation has made known, found again where commenters write them in
 * lower case or in capitals, and where an article has them in capitals, as transcripts do.
 */
final class RecalledNames {

  private static final int SHORTEST = 4;
  private static final Set<String> TAGS = Set.of("NN", "NNS", "NNP", "NNPS", "JJ", "FW", "VBN");

  /** Surnames that are words of every day. */
  private static final Set<String> WORDS = EntityWords.list("surname-word");

  private final Map<String, ActorType> known = new HashMap<>();
  private final Set<String> ordinary = new HashSet<>();
  private final Set<String> personKeys = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final Set<String> writers;

  /** Learns from all documents of a conversation, and who wrote the article: words, folded. */
  RecalledNames(List<AnnotatedText> texts, List<List<Name>> names, Set<String> writers) {
    this.writers = writers;
    for (int d = 0; d < names.size(); d++) {
      for (Name name : names.get(d)) {
        List<String> words = name.words();
        boolean person = name.type() == ActorType.PERSON;
        boolean body = name.type() == ActorType.ORGANISATION && words.size() == 1;
        if (d == 0 && !words.isEmpty()) {
          noteArticle(words, person);
        }
        if (!name.listed() && !words.isEmpty() && (person || body)) {
          String last = Folding.plain(words.get(words.size() - 1));
          if (last.length() >= SHORTEST) {
            known.merge(last, name.type(), (one, other) -> person ? name.type() : one);
          }
        }
      }
    }
    if (!texts.isEmpty()) {
      for (Sentence sentence : texts.get(0).sentences()) {
        for (Token token : sentence.tokens()) {
          if (Character.isLowerCase(token.text().codePointAt(0))) {
            ordinary.add(token.text());
          }
        }
      }
    }
  }

  private void noteArticle(List<String> words, boolean person) {
    if (!person) {
      others.add(Folding.plain(String.join(" ", words)));
      return;
    }
    notePerson(words.get(0));
    notePerson(words.get(words.size() - 1));
    Leader.named(words.get(words.size() - 1)).forEach(leader -> notePerson(leader.given()));
  }

  private void notePerson(String name) {
    String key = Folding.loose(name);
    personKeys.add(key);
    int hyphen = key.indexOf('-');
    if (hyphen >= SHORTEST) {
      personKeys.add(key.substring(0, hyphen));
    }
  }

  /** A lone word by which the article knows a person is that person in a comment too. */
  void retype(List<Name> names) {
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      List<String> words = name.words();
      boolean other =
          name.type() == ActorType.PLACE
              || name.type() == ActorType.ORGANISATION
              || name.type() == ActorType.OTHER;
      if (other
          && !name.listed()
          && words.size() == 1
          && !others.contains(Folding.plain(words.get(0)))
          && personKeys.contains(Folding.loose(words.get(0)))) {
        names.set(i, name.as(ActorType.PERSON));
      }
    }
  }

  /**
   * Adds what a document holds beyond the names found already: of an article, the first document,
   * persons in capitals alone.
   */
  void find(AnnotatedText text, int document, List<Name> names) {
    Taken taken = new Taken(text);
    names.forEach(name -> taken.mark(name.sentence(), name.first(), name.last()));
    int before = names.size();
    for (int s = 0; s < text.sentences().size(); s++) {
      Sentence sentence = text.sentences().get(s);
      for (int i = 0; i < sentence.size(); i++) {
        ActorType type = type(sentence.token(i));
        boolean written =
            document > 0 || type == ActorType.PERSON && isCapital(sentence.token(i).text());
        if (type != null && written && !taken.any(s, i, i)) {
          names.add(Name.of(text.text(), document, s, sentence, i, i, type, false));
        }
      }
    }
    if (names.size() > before) {
      names.sort(Comparator.comparing(Name::span));
    }
  }

  private static boolean isCapital(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private ActorType type(Token token) {
    String word = token.text();
    if (word.length() < SHORTEST || !TAGS.contains(token.tag())) {
      return null;
    }
    ActorType type = known.get(Folding.plain(word));
    if (type == null && writers.contains(Folding.loose(word))) {
      type = ActorType.PERSON;
    }
    if (type == null) {
      return null;
    }
    boolean lower = Character.isLowerCase(word.codePointAt(0));
    boolean everyday = ordinary.contains(word) || WORDS.contains(word.toLowerCase(Locale.ROOT));
    return lower && (everyday || type != ActorType.PERSON) ? null : type;
  }
}
