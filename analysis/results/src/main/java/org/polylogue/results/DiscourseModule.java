package org.polylogue.results;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.polylogue.discourse.DocumentDiscourse;
import org.polylogue.discourse.layer.Layers;
import org.polylogue.model.Block;
import org.polylogue.model.JudgeId;
import org.polylogue.model.Moment;
import org.polylogue.model.Speaker;
import org.polylogue.model.Stance;
import org.polylogue.model.StanceLabel;
import org.polylogue.model.Voice;
import org.polylogue.text.Span;

/** How the model's values look in JSON where a record is not simply an object. */
final class DiscourseModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  DiscourseModule(Layers layers) {
    addSerializer(DocumentDiscourse.class, new DiscourseLine.FindingsWriter());
    addSerializer(DiscourseLine.class, new DiscourseLine.Writer());
    addDeserializer(DiscourseLine.class, new DiscourseLine.Reader(layers));
    addSerializer(Span.class, new SpanWriter());
    addDeserializer(Span.class, new SpanReader());
    addSerializer(Block.class, new BlockWriter());
    addDeserializer(Block.class, new BlockReader());
    addSerializer(Moment.class, new MomentWriter());
    addDeserializer(Moment.class, new MomentReader());
    addSerializer(StanceLabel.class, new LabelWriter());
    addDeserializer(StanceLabel.class, new LabelReader());
    addSerializer(JudgeId.class, new ToStringSerializer());
    addDeserializer(JudgeId.class, new JudgeReader());
    setMixInAnnotation(Speaker.class, SpeakerTypes.class);
    setMixInAnnotation(Voice.class, VoiceTypes.class);
    setMixInAnnotation(Stance.class, StanceTypes.class);
    setMixInAnnotation(Stance.Target.class, TargetTypes.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Speaker.Resolved.class, name = "actor"),
    @JsonSubTypes.Type(value = Speaker.Described.class, name = "described"),
    @JsonSubTypes.Type(value = Speaker.DocumentAuthor.class, name = "author"),
    @JsonSubTypes.Type(value = Speaker.Unknown.class, name = "unknown")
  })
  private interface SpeakerTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Voice.Author.class, name = "author"),
    @JsonSubTypes.Type(value = Voice.Source.class, name = "source"),
    @JsonSubTypes.Type(value = Voice.Commenter.class, name = "commenter")
  })
  private interface VoiceTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Stance.Taken.class, name = "taken"),
    @JsonSubTypes.Type(value = Stance.Withheld.class, name = "withheld")
  })
  private interface StanceTypes {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Stance.Target.OfArticle.class, name = "article"),
    @JsonSubTypes.Type(value = Stance.Target.OfParent.class, name = "parent"),
    @JsonSubTypes.Type(value = Stance.Target.OfActor.class, name = "actor"),
    @JsonSubTypes.Type(value = Stance.Target.OfClaim.class, name = "claim"),
    @JsonSubTypes.Type(value = Stance.Target.OfConcept.class, name = "concept")
  })
  private interface TargetTypes {}

  private static final class SpanWriter extends JsonSerializer<Span> {
    @Override
    public void serialize(Span span, JsonGenerator json, SerializerProvider p) throws IOException {
      json.writeArray(new int[] {span.start(), span.end()}, 0, 2);
    }
  }

  private static final class SpanReader extends JsonDeserializer<Span> {
    @Override
    public Span deserialize(JsonParser json, DeserializationContext context) throws IOException {
      int[] bounds = context.readValue(json, int[].class);
      if (bounds == null || bounds.length != 2) {
        return (Span) context.handleWeirdStringValue(Span.class, Arrays.toString(bounds), "span");
      }
      return new Span(bounds[0], bounds[1]);
    }
  }

  // Articles and comments look as they do in a corpus of JSON Lines.
  @JsonPropertyOrder({"kind", "start", "end"})
  private record FlatBlock(
      @JsonProperty(required = true) Block.Kind kind,
      @JsonProperty(required = true) int start,
      @JsonProperty(required = true) int end) {}

  private static final class BlockWriter extends JsonSerializer<Block> {
    @Override
    public void serialize(Block block, JsonGenerator json, SerializerProvider p)
        throws IOException {
      json.writeObject(new FlatBlock(block.kind(), block.span().start(), block.span().end()));
    }
  }

  private static final class BlockReader extends JsonDeserializer<Block> {
    @Override
    public Block deserialize(JsonParser json, DeserializationContext context) throws IOException {
      FlatBlock flat = context.readValue(json, FlatBlock.class);
      return new Block(flat.kind(), new Span(flat.start(), flat.end()));
    }
  }

  private static final class MomentWriter extends JsonSerializer<Moment> {
    @Override
    public void serialize(Moment moment, JsonGenerator json, SerializerProvider p)
        throws IOException {
      json.writeString(moment.toString());
    }
  }

  private static final class MomentReader extends JsonDeserializer<Moment> {
    @Override
    public Moment deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Moment.parse(json.getText());
    }
  }

  private static final class JudgeReader extends JsonDeserializer<JudgeId> {
    @Override
    public JudgeId deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return JudgeId.parse(json.getText());
    }
  }

  private static final class LabelWriter extends JsonSerializer<StanceLabel> {
    @Override
    public void serialize(StanceLabel label, JsonGenerator json, SerializerProvider p)
        throws IOException {
      json.writeString(label.scheme() + ":" + label.name());
    }
  }

  private static final class LabelReader extends JsonDeserializer<StanceLabel> {
    @Override
    public StanceLabel deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      String text = json.getText();
      return Stream.<StanceLabel[]>of(StanceLabel.Favor.values(), StanceLabel.Agreement.values())
          .flatMap(Arrays::stream)
          .filter(label -> (label.scheme() + ":" + label.name()).equals(text))
          .findFirst()
          .orElseThrow(
              () -> context.weirdStringException(text, StanceLabel.class, "no known label"));
    }
  }
}
