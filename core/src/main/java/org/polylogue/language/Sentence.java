package org.polylogue.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.polylogue.text.Span;

/**
 * A sentence: its tokens and, where it was parsed, the basic dependency tree over them. Token
 * positions count from 0 in the sentence. Immutable and thread-safe.
 */
public final class Sentence {

  /** The head of a root, and of every token of a sentence that was not parsed. */
  public static final int NO_HEAD = -1;

  private final List<Token> tokens;
  private final int[] heads;
  private final String[] relations;

  private Sentence(List<Token> tokens, int[] heads, String[] relations) {
    this.tokens = List.copyOf(tokens);
    this.heads = heads;
    this.relations = relations;
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a sentence needs a token");
    }
  }

  /**
   * A sentence that was not parsed.
   *
   * @param tokens its tokens in order, at least one
   * @return the sentence
   */
  public static Sentence of(List<Token> tokens) {
    return new Sentence(tokens, null, null);
  }

  /**
   * A parsed sentence.
   *
   * @param tokens its tokens in order, at least one
   * @param heads for each token the position of its head, or {@link #NO_HEAD} for a root
   * @param relations for each token its relation to the head, such as {@code nsubj}; {@code root}
   *     for a root
   * @return the sentence
   * @throws IllegalArgumentException if the arrays do not fit the tokens or a head is out of range
   */
  public static Sentence parsed(List<Token> tokens, int[] heads, String[] relations) {
    if (heads.length != tokens.size() || relations.length != tokens.size()) {
      throw new IllegalArgumentException(
          tokens.size()
              + " tokens, "
              + heads.length
              + " heads, "
              + relations.length
              + " relations");
    }
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] < NO_HEAD || heads[i] >= heads.length || heads[i] == i) {
        throw new IllegalArgumentException("token " + i + " has head " + heads[i]);
      }
      Objects.requireNonNull(relations[i], "relation");
    }
    return new Sentence(tokens, heads.clone(), relations.clone());
  }

  /**
   * Its tokens.
   *
   * @return at least one, in order
   */
  public List<Token> tokens() {
    return tokens;
  }

  /**
   * The token at a position.
   *
   * @param position from 0
   * @return the token
   */
  public Token token(int position) {
    return tokens.get(position);
  }

  /**
   * Counts its tokens.
   *
   * @return one or more
   */
  public int size() {
    return tokens.size();
  }

  /**
   * Where it stands in the document's text.
   *
   * @return from the first token's start to the last one's end
   */
  public Span span() {
    return new Span(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
  }

  /**
   * Tells whether it has dependencies.
   *
   * @return false if it was not parsed
   */
  public boolean isParsed() {
    return heads != null;
  }

  /**
   * The head of a token.
   *
   * @param position the token's position
   * @return the head's position, {@link #NO_HEAD} for a root or an unparsed sentence
   */
  public int head(int position) {
    return heads == null ? NO_HEAD : heads[position];
  }

  /**
   * The relation of a token to its head.
   *
   * @param position the token's position
   * @return a relation such as {@code nsubj:pass}; empty if the sentence was not parsed
   */
  public String relation(int position) {
    return relations == null ? "" : relations[position];
  }

  /**
   * The dependents of a token. Takes time linear in the sentence.
   *
   * @param position the head's position
   * @return their positions in order
   */
  public List<Integer> dependents(int position) {
    List<Integer> found = new ArrayList<>();
    if (heads != null) {
      for (int i = 0; i < heads.length; i++) {
        if (heads[i] == position) {
          found.add(i);
        }
      }
    }
    return found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sentence that
        && tokens.equals(that.tokens)
        && java.util.Arrays.equals(heads, that.heads)
        && java.util.Arrays.equals(relations, that.relations);
  }

  @Override
  public int hashCode() {
    return tokens.hashCode();
  }

  @Override
  public String toString() {
    return "Sentence[" + span() + ", " + size() + " tokens]";
  }
}
