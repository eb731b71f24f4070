package org.polylogue.corpus.press;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.polylogue.corpus.spi.CorpusException;
import org.polylogue.corpus.spi.CorpusSource;

/** The running text of a Word document (ECMA-376), a line for each paragraph. */
final class WordText {

  private static final String DAMAGED =
      "looks like a Word document, but is damaged; get the whole file";

  private WordText() {}

  static String of(CorpusSource source, int most) {
    try (InputStream in = source.open();
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          return paragraphs(zip, source, most);
        }
      }
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      throw new CorpusException(source.place(), DAMAGED);
    }
    throw new CorpusException(source.place(), DAMAGED);
  }

  private static String paragraphs(InputStream in, CorpusSource source, int most)
      throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(in);
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    for (long events = 0; reader.hasNext(); events++) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        inText = reader.getLocalName().equals("t");
        switch (reader.getLocalName()) {
          case "tab" -> text.append('\t');
          case "br", "cr" -> text.append('\n');
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        inText = false;
        if (reader.getLocalName().equals("p")) {
          text.append('\n');
        }
      } else if (inText && event == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
      if (text.length() > most || events > 10L * most) {
        throw new CorpusException(
            source.place(),
            "the document has more than "
                + most
                + " characters; split it or raise the limit on document characters");
      }
    }
    return text.toString();
  }
}
