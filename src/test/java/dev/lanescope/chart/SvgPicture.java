package dev.lanescope.chart;

import dev.lanescope.trace.Snapshot;
import dev.lanescope.trace.Traces;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

/// A [LanesDrawing] as the SVG file it becomes, read by the JDK's XML parser.
final class SvgPicture {

    static final LanePaint PAINT = new LetterPaint();

    /// Where the lanes begin, right of their names and below the axis.
    static final int HEAD = 120;

    static final int TOP = 54;

    private static final LanesDrawing.Ink INK =
            new LanesDrawing.Ink(0xff000001, 0xff000002, 0xff000003, 0xff000004, _ -> 0xff000005);

    private SvgPicture() {}

    /// The file.
    ///
    /// @param upon what lies on the lanes
    static String of(Snapshot trace, Viewport view, List<OnLanes> upon) throws IOException {
        var drawing = new LanesDrawing(trace, view, HEAD, PAINT, INK);
        int states = Traces.STATES.size();
        var sheet =
                new SvgSheet(
                        drawing.width(),
                        drawing.height(new SvgSheet(1, 1, PAINT, states)),
                        PAINT,
                        states);
        drawing.draw(sheet, upon);
        var text = new StringWriter();
        sheet.writeTo(text, drawing.title());
        return text.toString();
    }

    static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    static List<Element> elements(Document svg, String tag) {
        NodeList nodes = svg.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }
}
