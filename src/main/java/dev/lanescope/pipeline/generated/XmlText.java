package dev.lanescope.pipeline.generated;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an XML file, one element a line. Everything is escaped, and what no XML file may hold,
/// such as control characters, is replaced.
final class XmlText {

    private final XMLStreamWriter out;

    XmlText(OutputStream bytes) throws XMLStreamException {
        out =
                XMLOutputFactory.newDefaultFactory()
                        .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        newline();
    }

    void open(String element) throws XMLStreamException {
        out.writeStartElement(element);
    }

    void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, legal(value));
    }

    void newline() throws XMLStreamException {
        out.writeCharacters("\n");
    }

    void close() throws XMLStreamException {
        out.writeEndElement();
        newline();
    }

    /// An element with nothing but text.
    void text(String element, String text) throws XMLStreamException {
        open(element);
        out.writeCharacters(legal(text));
        close();
    }

    /// An element with nothing but attributes: name, value, name, value.
    void empty(String element, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        newline();
    }

    void end() throws XMLStreamException {
        out.writeEndDocument();
        out.close();
    }

    /// The text with U+FFFD for what is no character of XML 1.0.
    static String legal(String text) {
        if (text.codePoints().allMatch(XmlText::isLegal)) {
            return text;
        }
        var legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
