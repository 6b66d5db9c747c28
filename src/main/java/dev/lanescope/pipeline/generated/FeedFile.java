package dev.lanescope.pipeline.generated;

import dev.lanescope.content.Page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import javax.xml.stream.XMLStreamException;

/// An Atom feed (RFC 4287) of the newest posts. Its date is that of the newest of them, so that the
/// same site has the same feed at any time.
final class FeedFile {

    /// How many posts it holds.
    static final int POSTS = 20;

    private FeedFile() {}

    static void write(GeneratedPages pages, Digests digests, Generated feed, OutputStream bytes)
            throws IOException {
        List<Page> posts =
                pages.posts().all().stream()
                        .filter(page -> digests.has(page.id()))
                        .limit(POSTS)
                        .toList();
        String name = pages.name();
        try {
            var xml = new XmlText(bytes);
            xml.open("feed");
            xml.attribute("xmlns", "http://www.w3.org/2005/Atom");
            xml.newline();
            xml.text("title", name);
            xml.text("id", id(pages, ""));
            xml.empty("link", "rel", "self", "href", pages.base().to(feed.output()));
            xml.empty("link", "rel", "alternate", "href", pages.base().to(pages.front()));
            xml.text(
                    "updated",
                    instant(posts.isEmpty() ? LocalDate.EPOCH : Posts.day(posts.getFirst())));
            xml.open("author");
            xml.text("name", name);
            xml.close();
            for (Page post : posts) {
                entry(xml, pages, digests, post);
            }
            xml.close();
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void entry(XmlText xml, GeneratedPages pages, Digests digests, Page post)
            throws XMLStreamException {
        xml.open("entry");
        xml.newline();
        xml.text("title", post.title());
        xml.text("id", id(pages, post.output()));
        xml.empty("link", "rel", "alternate", "href", pages.base().to(post.output()));
        xml.text("published", instant(Posts.day(post)));
        xml.text("updated", instant(Posts.day(post)));
        String summary = Entries.summary(post, digests);
        if (!summary.isBlank()) {
            xml.text("summary", summary);
        }
        for (TermKind kind : TermKind.values()) {
            for (String label : kind.of(post.info())) {
                xml.empty("category", "term", label);
            }
        }
        xml.close();
    }

    /// A whole address, or, where nobody knows where the site will stand, a number that is always
    /// the same for this name and file.
    private static String id(GeneratedPages pages, String output) {
        if (pages.base().isKnown()) {
            return pages.base().to(output);
        }
        byte[] name = (pages.name() + "\n" + output).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    private static String instant(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
