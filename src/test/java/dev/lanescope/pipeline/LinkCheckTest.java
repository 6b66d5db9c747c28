package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.links.BrokenLink;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Which links are broken, where, and why.
class LinkCheckTest {

    @TempDir Path folder;

    private SmallSite site(String markdown) throws Exception {
        return new SmallSite(folder)
                .with("index.md", "home")
                .with("guide/from.md", "---\ntitle: From\n---\n\n## Here\n\n" + markdown + "\n")
                .with(
                        "guide/pools.md",
                        """
                        ## Size

                        ## Size

                        ## Named {#my.id}

                        ## \u00dcber

                        <a name='old'></a>

                        <div id=raw>x</div>

                        Note[^1]

                        [^1]: x
                        """)
                .with("guide/picture.png", "")
                .with("guide/deep/index.md", "deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](pools.md)",
                "[x](pools)",
                "[x](pools.html#size)",
                "[x](pools.md#size-1)",
                "[x](pools.md?a=b#my.id)",
                "[x](pools.md#%C3%BCber)",
                "[x](pools.md#\u00fcber)",
                "[x](pools.md#old)",
                "[x](pools.md#raw)",
                "[x](pools.md#fn-1)",
                "[x](pools.md#top)",
                "[x](pools.md#)",
                "[x](pools.md#:~:text=size)",
                "[x](pools.md#size:~:text=size)",
                "[x](#here) [x](#ls-main) [x](#) [x](#top)",
                "![x](picture.png) [x](picture.png#gone) [x](/guide/picture.png)",
                "[x](deep) [x](deep/) [x](../) [x](/)",
                "[x](https://example.org/gone.md) [x](//example.org/gone) [x](mailto:a@b.c)",
                "<a href='gone.md'>x</a>",
                "[[pools#Size]] [[pools#\u00dcber|x]] [[#Here]]",
            })
    void what_is_there_is_not_reported(String markdown) throws Exception {
        assertThat(TransformedSite.of(site(markdown)).broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[x](gone.md); gone.md: there is no page or file guide/gone.md",
                "[x](gone.md#a); gone.md#a: there is no page or file guide/gone.md",
                "[x](<a b.md>); a b.md: there is no page or file guide/a b.md",
                "![x](gone.png); gone.png: there is no page or file guide/gone.png",
                "[x](../../up.md); ../../up.md: leads out of the site",
                "[x](Pools.md); Pools.md: differs in upper and lower case from guide/pools.md",
                "[x](Pools); Pools: differs in upper and lower case from guide/pools.md",
                "[x](/Guide/POOLS/); /Guide/POOLS/: differs in upper and lower case from"
                        + " guide/pools.md",
                "[x](Deep/); Deep/: differs in upper and lower case from guide/deep/",
                "[x](Picture.png); Picture.png: differs in upper and lower case"
                        + " from guide/picture.png",
                "[x](pools.md#sise); pools.md#sise: page guide/pools.md has no heading #sise",
                "[x](pools.md#Size); pools.md#Size: page guide/pools.md has no heading #Size",
                "[x](#nowhere); #nowhere: this page has no heading #nowhere",
                "[x](from.md#nowhere); from.md#nowhere: this page has no heading #nowhere",
                "![[none.png]]; [[none.png]]: no page or file is called so",
                "[[Nobody|x]]; [[Nobody|x]]: no page or file is called so",
                "[[pools#Sise]]; [[pools#Sise]]: page guide/pools.md has no heading #sise",
                "[x](a\\(b\\).md); a(b).md: there is no page or file guide/a(b).md",
            })
    void what_is_not_there_is_reported_with_its_line(String markdown, String message)
            throws Exception {
        var site = site("gone.md, Pools.md and #nowhere in words\n\ntext and " + markdown);
        assertThat(TransformedSite.of(site).broken())
                .containsExactly("guide/from.md:9: " + message);
    }

    @Test
    void a_destination_is_reported_once_and_not_at_a_longer_one() throws Exception {
        var site = site("[a](gone.md#b)\n[b](gone.md-x)\n[c](gone.md)\n[d](gone.md)");
        assertThat(TransformedSite.of(site).broken())
                .extracting(message -> message.substring(0, message.indexOf(": ")))
                .containsExactly("guide/from.md:7", "guide/from.md:8", "guide/from.md:9");
    }

    @Test
    void a_destination_written_otherwise_has_no_line() throws Exception {
        assertThat(TransformedSite.of(site("[x](go&#110;e.md)")).broken())
                .containsExactly("guide/from.md: gone.md: there is no page or file guide/gone.md");
    }

    @Test
    void links_to_a_page_that_failed_are_reported_and_its_own_are_not_checked() throws Exception {
        TransformedSite site =
                TransformedSite.of(
                        site(
                                "[x](pools.md) [x](../index.md)\n[x](/guide/pools.html)\n[[pools]]\n"));
        List<@Nullable Provenance> left = new ArrayList<>(site.left());
        left.set(site.draft("guide/pools.md").page().id(), null);
        String why = ": leads to a page that did not come out: guide/pools.md";
        assertThat(LinkCheck.of(site.site(), left, _ -> false))
                .extracting(BrokenLink::toString)
                .containsExactly(
                        "guide/from.md:7: pools.md" + why,
                        "guide/from.md:8: /guide/pools.html" + why,
                        "guide/from.md:9: [[pools]]" + why);
        assertThat(
                        LinkCheck.of(
                                site.site(),
                                Collections.nCopies(site.drafts().size(), null),
                                _ -> false))
                .isEmpty();
    }

    @Test
    void a_place_on_a_page_that_failed_is_reported_once() throws Exception {
        TransformedSite site = TransformedSite.of(site("[x](pools.md#gone) [x](gone.md)"));
        List<@Nullable Provenance> left = new ArrayList<>(site.left());
        left.set(site.draft("guide/pools.md").page().id(), null);
        assertThat(LinkCheck.of(site.site(), left, _ -> false))
                .extracting(BrokenLink::toString)
                .containsExactly(
                        "guide/from.md:7: gone.md: there is no page or file guide/gone.md",
                        "guide/from.md:7: pools.md#gone: leads to a page that did not come out:"
                                + " guide/pools.md");
    }

    @Test
    void a_check_that_is_stopped_finds_no_more() throws Exception {
        TransformedSite site = TransformedSite.of(site("[x](gone.md)"));
        assertThat(LinkCheck.of(site.site(), site.left(), _ -> false, () -> true)).isEmpty();
        assertThat(site.broken()).hasSize(1);
    }

    @Test
    void each_of_many_links_has_its_line() throws Exception {
        var text = new StringBuilder();
        for (int link = 1; link <= 300; link++) {
            text.append("\n[x](gone").append(link).append(".md) gone\n");
        }
        List<String> broken = TransformedSite.of(site(text.toString())).broken();
        assertThat(broken).hasSize(300).element(0).asString().startsWith("guide/from.md:8: gone1.");
        assertThat(broken).last().asString().startsWith("guide/from.md:606: gone300.md");
    }

    @Test
    void links_to_generated_pages_are_not_broken() throws Exception {
        TransformedSite site =
                TransformedSite.of(site("[x](/tags/) [x](/tags) [x](../tags/a.html) [x](/tagz/)"));
        var generated = List.of("tags/index.html", "tags/a.html");
        assertThat(LinkCheck.of(site.site(), site.left(), generated::contains))
                .extracting(BrokenLink::destination)
                .containsExactly("/tagz/");
    }

    @Test
    void a_file_that_is_gone_since_costs_only_the_line() throws Exception {
        SmallSite small = site("[x](gone.md)");
        TransformedSite site = TransformedSite.of(small);
        Files.delete(small.content().resolve("guide/from.md"));
        assertThat(site.broken())
                .containsExactly("guide/from.md: gone.md: there is no page or file guide/gone.md");
    }

    @Test
    void a_link_from_the_site_s_folder_to_a_static_file_works_from_every_folder() throws Exception {
        SmallSite site = site("![x](/guide/picture.png) ![y](picture.png)");
        assertThat(site.render()).isEmpty();
        assertThat(site.article("guide/from.html"))
                .contains("src=\"picture.png\" alt=\"x\"", "src=\"picture.png\" alt=\"y\"");
    }

    @Test
    void the_digest_can_go_through_bytes_on_the_way() throws Exception {
        TransformedSite site = TransformedSite.of(site("[x](pools.md#gone)"));
        List<Provenance> left = new ArrayList<>();
        for (Provenance one : site.left()) {
            PageDigest digest = PageDigestTest.throughBytes(one.digest());
            left.add(new Provenance(one.content(), one.lookups(), digest));
        }
        Site copy = Site.fromBytes(site.site().toBytes());
        assertThat(LinkCheck.of(copy, left, _ -> false))
                .extracting(BrokenLink::destination)
                .containsExactly("pools.md#gone");
    }
}
