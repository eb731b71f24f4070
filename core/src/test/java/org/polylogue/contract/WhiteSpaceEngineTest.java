package org.polylogue.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polylogue.language.AnnotatedText;
import org.polylogue.language.Capability;
import org.polylogue.language.LanguageEngine;
import org.polylogue.language.Sentence;
import org.polylogue.language.Token;
import org.polylogue.model.Block;

/** The contract holds for an engine without models, so it asks for nothing of CoreNLP's. */
class WhiteSpaceEngineTest extends LanguageEngineContract {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|\\S");

  @Override
  protected LanguageEngine engine() {
    return new LanguageEngine() {
      @Override
      public Set<Capability> capabilities() {
        return Set.of();
      }

      @Override
      public AnnotatedText annotate(org.polylogue.model.Document document) {
        String text = document.text();
        List<Sentence> sentences = new ArrayList<>();
        for (Block block : document.blocks()) {
          List<Token> tokens = new ArrayList<>();
          Matcher words = WORD.matcher(text).region(block.span().start(), block.span().end());
          while (words.find()) {
            tokens.add(new Token(words.start(), words.end(), words.group(), "", ""));
            if (words.group().equals(".")) {
              sentences.add(Sentence.of(tokens));
              tokens = new ArrayList<>();
            }
          }
          if (!tokens.isEmpty()) {
            sentences.add(Sentence.of(tokens));
          }
        }
        return new AnnotatedText(text, sentences, List.of(), Set.of());
      }
    };
  }
}
