package org.example.questions;

import java.util.List;
import java.util.Map;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.discourse.layer.AnnotationReader;
import org.polylogue.discourse.layer.Layer;
import org.polylogue.discourse.layer.Table;

/** A layer that the library does not know. */
final class QuestionLayer extends Layer<Question> {

  private static final Table<Question> TABLE =
      Table.<Question>ofFindings("questions")
          .text("kind", (question, at) -> question.form())
          .whole("start", (question, at) -> question.span().start())
          .whole("end", (question, at) -> question.span().end())
          .text("text", (question, at) -> at.words(question.span()))
          .decimal("confidence", (question, at) -> question.confidence());

  QuestionLayer() {
    super("questions", "questions asked", "Question", Question.class);
  }

  @Override
  public List<Table<Question>> tables() {
    return List.of(TABLE);
  }

  @Override
  public Map<String, List<String>> values() {
    return Map.of("form", kinds());
  }

  @Override
  public List<String> kinds() {
    return List.of("WHO", "OTHER");
  }

  @Override
  public String kind(Question question) {
    return question.form().name();
  }

  @Override
  public Map<String, String> features(Question question) {
    return Map.of(
        "form", question.form().name(), "confidence", Double.toString(question.confidence()));
  }

  @Override
  protected Question read(LayerSpan annotation) {
    return new Question(
        annotation.extent(),
        Question.Form.valueOf(annotation.features().get("form")),
        AnnotationReader.number(annotation, "confidence", 1));
  }
}
