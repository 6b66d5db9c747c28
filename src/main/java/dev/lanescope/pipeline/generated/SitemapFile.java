package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;

import java.io.IOException;
import java.io.OutputStream;

import javax.xml.stream.XMLStreamException;

/// The addresses of all pages by the protocol of sitemaps.org. Lists and redirects are not in it:
/// they hold nothing that the pages do not.
final class SitemapFile {

    /// More than so many addresses no sitemap may have; the pages after them are left out.
    static final int MAX_ADDRESSES = 50_000;

    private SitemapFile() {}

    static void write(GeneratedPages pages, Digests digests, OutputStream bytes)
            throws IOException {
        try {
            var xml = new XmlText(bytes);
            xml.open("urlset");
            xml.attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
            xml.newline();
            int addresses = 0;
            for (Page page : pages.site().pages()) {
                if (digests.has(page.id()) && addresses++ < MAX_ADDRESSES) {
                    xml.open("url");
                    xml.text("loc", pages.base().to(page.output()));
                    String day = Entries.inDigits(page.info().date());
                    if (!day.isEmpty()) {
                        xml.text("lastmod", day);
                    }
                    xml.close();
                }
            }
            xml.close();
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
