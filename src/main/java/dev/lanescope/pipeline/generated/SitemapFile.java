package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import javax.xml.stream.XMLStreamException;

/// The addresses of all pages by the protocol of sitemaps.org. Lists and redirects are not in it:
/// they hold nothing that the pages do not. A site with more pages than one sitemap may have gets
/// several, and an index of them.
final class SitemapFile {

    /// More than so many addresses no sitemap may have.
    static final int MAX_ADDRESSES = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private SitemapFile() {}

    /// @param first the page it begins with
    static void write(GeneratedPages pages, Digests digests, int first, OutputStream bytes)
            throws IOException {
        List<Page> all = pages.site().pages();
        int end = (int) Math.min(all.size(), (long) first + pages.addressesOfSitemap());
        try {
            XmlText xml = begin("urlset", bytes);
            for (Page page : all.subList(first, end)) {
                if (digests.has(page.id())) {
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

    static void writeIndex(GeneratedPages pages, OutputStream bytes) throws IOException {
        try {
            XmlText xml = begin("sitemapindex", bytes);
            for (Generated file : pages.all()) {
                if (file.content() instanceof GeneratedContent.Sitemap) {
                    xml.open("sitemap");
                    xml.text("loc", pages.base().to(file.output()));
                    xml.close();
                }
            }
            xml.close();
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XmlText begin(String root, OutputStream bytes) throws XMLStreamException {
        var xml = new XmlText(bytes);
        xml.open(root);
        xml.attribute("xmlns", NAMESPACE);
        xml.newline();
        return xml;
    }
}
