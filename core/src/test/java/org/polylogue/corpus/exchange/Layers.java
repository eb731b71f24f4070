package org.polylogue.corpus.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.polylogue.text.Span;

/** Random texts with layers, the same for the same seed. */
public final class Layers {

  private static final String[] PIECES = {
    "word",
    "“quoted”",
    "naïve",
    "\n",
    "\n\n",
    " ",
    "  ",
    ".",
    ",",
    "\uD83D\uDE00",
    "\t",
    "a_b",
    "[x]",
    "*",
    "|",
    "\\",
    "\u00A0",
    "e\u0301",
    "->",
    ";",
    "#Text=",
    "1-1",
    "\r\n",
    "Москва"
  };
  private static final String[] VALUES = {
    "DIRECT",
    "0.5",
    "two words",
    "a=b;c|d",
    "tab\there",
    "line\nbreak",
    "\\",
    "*",
    "_",
    "[1]",
    "-",
    "ü",
    "\uD83D\uDE00",
    "a->b",
    "#",
    " space "
  };
  private static final String[] NAMES = {"Content", "Cue", "Source", "Mention", "My-layer_2"};

  private Layers() {}

  /** A text with up to a dozen annotations and links. */
  public static LayeredText random(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(40);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    List<LayerSpan> annotations = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      List<Span> spans = new ArrayList<>();
      int at = 0;
      for (int j = 0; j < 1 + random.nextInt(3); j++) {
        int start = boundary(text, at + random.nextInt(10));
        int end = boundary(text, start + 1 + random.nextInt(12));
        if (start < end && !text.substring(start, end).isBlank()) {
          spans.add(new Span(start, end));
        }
        at = Math.max(at, end) + 1;
      }
      if (!spans.isEmpty()) {
        TreeMap<String, String> features = new TreeMap<>();
        for (int j = 0; j < random.nextInt(4); j++) {
          features.put("f" + random.nextInt(5), VALUES[random.nextInt(VALUES.length)]);
        }
        annotations.add(new LayerSpan(NAMES[random.nextInt(NAMES.length)], spans, features));
      }
    }
    List<LayerLink> links = new ArrayList<>();
    for (int i = 0; i < annotations.size() && annotations.size() > 1; i++) {
      int from = random.nextInt(annotations.size());
      int to = random.nextInt(annotations.size());
      if (from != to) {
        boolean content = annotations.get(from).layer().equals("Content");
        links.add(new LayerLink(content && random.nextBoolean() ? "Cue" : "Inside", from, to));
      }
    }
    return new LayeredText("doc/" + seed + " ü", text.toString(), annotations, links);
  }

  private static int boundary(CharSequence text, int at) {
    int inside = Math.min(at, text.length());
    return inside > 0
            && inside < text.length()
            && Character.isLowSurrogate(text.charAt(inside))
            && Character.isHighSurrogate(text.charAt(inside - 1))
        ? inside + 1
        : inside;
  }
}
