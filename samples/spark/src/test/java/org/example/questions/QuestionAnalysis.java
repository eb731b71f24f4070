package org.example.questions;

import java.util.ArrayList;
import java.util.List;
import org.polylogue.discourse.Discourse;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.model.Conversation;
import org.polylogue.model.Document;
import org.polylogue.pipeline.Analysis;
import org.polylogue.pipeline.Scope;
import org.polylogue.text.Span;

/** Finds questions, and nothing else. */
final class QuestionAnalysis implements Analysis<Conversation, Discourse> {

  static final Layer<Question> QUESTIONS = new QuestionLayer();

  @Override
  public Discourse analyze(Conversation conversation, Scope scope) {
    List<DocumentDiscourse> documents = new ArrayList<>();
    for (Document document : conversation.documents()) {
      documents.add(
          new DocumentDiscourse(
                  document.id(), List.of(), List.of(), List.of(), List.of(), List.of())
              .with(QUESTIONS, questions(document.text())));
    }
    return new Discourse(conversation, List.of(), documents);
  }

  private static List<Question> questions(String text) {
    List<Question> questions = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?') {
        Question.Form form =
            text.startsWith("Who", start) ? Question.Form.WHO : Question.Form.OTHER;
        questions.add(new Question(new Span(start, i + 1), form, 0.75));
      }
      if (c == '?' || c == '.' || c == '!' || c == '\n' || start == i && c == ' ') {
        start = i + 1;
      }
    }
    return questions;
  }
}
