package org.polylogue.corpus.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * The elements of some names in an XML file, one after the other, each with all that is inside it;
 * what stands around them is passed over. Document types are not read, so that nothing expands and
 * nothing is fetched; entities of HTML are known. For one thread.
 */
public final class XmlItems implements AutoCloseable {

  private static final Pattern PROLOG =
      Pattern.compile(
          "\\s++|<\\?[^>]{0,999}+>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^<>\\[]{0,999}+>");
  private static final Pattern NAME = Pattern.compile("<([A-Za-z_][\\w.:-]{0,80})[\\s/>]");

  private static final Pattern ENCODING =
      Pattern.compile(
          "\\A\\s{0,99}+<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([\\w:.-]{1,40})");

  /**
   * An item.
   *
   * @param element with all that is inside it
   * @param place where it begins
   */
  public record Item(Element element, Place place) {}

  private final CorpusSource source;
  private final Set<String> names;
  private final Map<String, String> facts = new HashMap<>();
  private final InputStream in;
  private final XMLStreamReader reader;
  private int depth;
  private String open = "";

  /**
   * Opens a file.
   *
   * @param source a file that begins as XML does
   * @param names of the elements that are items, with their prefixes but those of TEI and Atom
   * @throws CorpusException if it cannot be opened or is no XML
   */
  public XmlItems(CorpusSource source, Set<String> names) {
    this.source = source;
    this.names = Set.copyOf(names);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLReporter((message, type, information, location) -> {});
    Encoding marked = source.encoding();
    Charset charset = marked.markLength() > 0 ? marked.charset() : declared();
    this.in = source.open();
    try {
      in.skipNBytes(marked.markLength());
      this.reader =
          factory.createXMLStreamReader(
              new InputStreamReader(
                  in,
                  charset
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)));
    } catch (XMLStreamException | IOException e) {
      closeQuietly();
      throw fault(e, 1);
    }
  }

  private Charset declared() {
    byte[] head = source.head();
    int length = Math.min(head.length, 400);
    Matcher label = ENCODING.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1));
    if (!label.lookingAt()) {
      return source.askedEncoding();
    }
    return Encoding.ofWebLabel(label.group(1))
        .orElseThrow(
            () ->
                new CorpusException(
                    source.place(),
                    "declares the encoding "
                        + label.group(1)
                        + ", which is unknown or none of the web; convert the file to UTF-8"));
  }

  /**
   * The name of a file's first element.
   *
   * @param head the first characters
   * @return the name without the prefixes of TEI and Atom, empty if it does not begin as XML does
   */
  public static Optional<String> root(String head) {
    Matcher prolog = PROLOG.matcher(head);
    int at = 0;
    while (at < head.length() && prolog.region(at, head.length()).lookingAt()) {
      at = prolog.end();
    }
    Matcher name = NAME.matcher(head).region(at, head.length());
    return name.lookingAt() ? Optional.of(plain(name.group(1))) : Optional.empty();
  }

  private static String plain(String name) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    return prefix.equals("tei") || prefix.equals("atom") ? name.substring(colon + 1) : name;
  }

  /**
   * The next item.
   *
   * @return the item, empty after the last one
   * @throws CorpusException if the file is damaged from here on or nested too deeply
   */
  public Optional<Item> next() {
    try {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          open = name();
          if (names.contains(open)) {
            Place place = source.place(line());
            return Optional.of(new Item(item(), place));
          }
          deeper();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          open = "";
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          String text = reader.getText().strip();
          if (!open.isEmpty() && !text.isEmpty()) {
            facts.putIfAbsent(open, text);
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException e) {
      throw e instanceof CorpusException known ? known : fault(e, line());
    }
  }

  /**
   * Text that stands outside the items so far.
   *
   * @param name of an element
   * @return the text of the first one of that name, empty if there was none
   */
  public Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  private String name() {
    return plain(reader.getLocalName());
  }

  private Element item() throws XMLStreamException {
    Element root = element();
    Element at = root;
    long length = 0;
    deeper();
    int outer = depth - 1;
    while (depth > outer) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          deeper();
          at = at.appendChild(element()).lastElementChild();
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          at = at == root ? root : at.parent();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          length += reader.getTextLength();
          at.appendChild(new TextNode(reader.getText()));
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> {
          String entity = "&" + reader.getLocalName() + ";";
          at.appendChild(new TextNode(Parser.unescapeEntities(entity, false)));
        }
        default -> {}
      }
      if (length > source.limits().lineBytes()) {
        throw new CorpusException(
            source.place(line()),
            "an element has more than "
                + source.limits().lineBytes()
                + " characters; raise the limit on line bytes");
      }
    }
    open = "";
    return root;
  }

  private Element element() {
    Element element = new Element(name(), Parser.NamespaceXml);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attr(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  private void deeper() {
    depth++;
    if (depth > source.limits().nesting()) {
      throw new CorpusException(
          source.place(line()),
          "elements are nested more than "
              + source.limits().nesting()
              + " deep; raise the limit on nesting");
    }
  }

  private int line() {
    return Math.max(1, reader.getLocation().getLineNumber());
  }

  private CorpusException fault(Exception e, int line) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CorpusException known) {
        return known;
      }
    }
    return new CorpusException(
        source.place(line),
        "is no well-formed XML from here on, or not in the encoding that it names; get the whole"
            + " file, or mend it");
  }

  private void closeQuietly() {
    try {
      in.close();
    } catch (IOException e) {
      // The fault that is on its way says more.
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw new CorpusException(
          source.place(), "cannot be closed: " + e.getClass().getSimpleName());
    }
  }
}
