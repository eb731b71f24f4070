package org.polylogue.discourse.layer;

import java.util.List;
import java.util.Map;
import org.polylogue.corpus.exchange.LayerSpan;
import org.polylogue.model.CommentMarker;

/** Words of comments that tell how they talk. */
final class MarkerLayer extends Layer<CommentMarker> {

  private static final Table<CommentMarker> TABLE =
      Table.<CommentMarker>ofFindings("markers")
          .text("kind", (marker, at) -> marker.kind())
          .text("text", (marker, at) -> at.words(marker.span()))
          .span("start", "end", (marker, at) -> marker.span());

  MarkerLayer() {
    super("markers", "markers of comments", "Marker", CommentMarker.class);
  }

  @Override
  public List<Table<CommentMarker>> tables() {
    return List.of(TABLE);
  }

  @Override
  public List<String> kinds() {
    return Labels.names(CommentMarker.Kind.values());
  }

  @Override
  public String kind(CommentMarker marker) {
    return marker.kind().name();
  }

  @Override
  public Map<String, List<String>> values() {
    return Map.of("kind", kinds());
  }

  @Override
  public Map<String, String> features(CommentMarker marker) {
    return Map.of("kind", marker.kind().name());
  }

  @Override
  protected CommentMarker read(LayerSpan annotation) {
    return new CommentMarker(
        annotation.extent(),
        CommentMarker.Kind.valueOf(annotation.features().getOrDefault("kind", "QUESTION")));
  }
}
