package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.links.LinkLookups;
import dev.lanescope.pipeline.links.LinkTargets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// Whether a page remembers enough of its links to know when they would lead elsewhere.
@Execution(ExecutionMode.CONCURRENT)
class LinkLookupsTest {

    private static final String[] FILES = {
        "a.md",
        "b.md",
        "A.md",
        "x/a.md",
        "x/b.md",
        "x/index.md",
        "x/_index.md",
        "x/README.md",
        "x/y/a.md",
        "x/y.md",
        "b",
        "x/b",
        "a.html",
        "x/a.html",
        "x/y/c.png",
        "c.md",
        "x/c.md"
    };

    private static final String LINKS =
            "[1](a.md) [2](b) [3](x/) [4](x) [5](/x/a.md#h) [6](x/a.html) [7](../a.md) [8](y)"
                    + " ![9](x/y/c.png) ![10](/x/y/c.png) [11](a) [12](./) [13](a.html) [14](../x)"
                    + " [[a]] [[x/a]] [[Title b]] [[y]] [[B#h]] [[/a]] [[none]] [x](https://x.y)\n";

    @TempDir Path folder;

    @Test
    void each_question_is_kept_once() throws Exception {
        var site =
                TransformedSite.of(
                        new SmallSite(folder)
                                .with(
                                        "from.md",
                                        "[x](a%20b.md) [y](<a b.md#z>) [[c]] [[c|d]] [e](#f)")
                                .with("a b.md", ""));
        LinkLookups lookups = site.draft("from.md").lookups();
        assertThat(lookups.paths()).containsExactly("a b.md");
        assertThat(lookups.names()).containsExactly("c");
        assertThat(lookups.complete()).isTrue();
    }

    /// Pages and files come and go at random; whenever the lookups or the fingerprint say that
    /// nothing has changed for a page, it must come out as before, byte for byte and link for link.
    @Test
    void a_page_whose_lookups_still_hold_comes_out_the_same() throws Exception {
        long seed = Long.getLong("lanescope.seed", new Random().nextLong());
        var random = new Random(seed);
        int held = 0;
        int changed = 0;
        for (int round = 0; round < 60; round++) {
            Path here = folder.resolve("round" + round);
            var small = new SmallSite(here);
            small.with("from.md", LINKS).with("x/from.md", LINKS);
            for (String file : FILES) {
                if (random.nextBoolean()) {
                    small.with(file, text(random));
                }
            }
            Map<String, State> before = states(small);
            long fingerprint = new LinkTargets(small.scan()).fingerprint();
            String file = FILES[random.nextInt(FILES.length)];
            if (!Files.deleteIfExists(small.content().resolve(file)) || random.nextBoolean()) {
                small.with(file, text(random));
            }
            Site site = small.scan();
            var targets = new LinkTargets(site);
            Map<String, State> after = states(small);
            for (String source : List.of("from.md", "x/from.md")) {
                State old = Objects.requireNonNull(before.get(source));
                State now = Objects.requireNonNull(after.get(source));
                boolean holds = old.lookups.stillHold(targets, site.page(source).orElseThrow());
                boolean same = old.article.equals(now.article) && old.dead.equals(now.dead);
                if (holds || fingerprint == targets.fingerprint()) {
                    assertThat(same).as("seed %d, round %d, %s", seed, round, source).isTrue();
                }
                if (fingerprint == targets.fingerprint()) {
                    assertThat(holds).as("seed %d, round %d", seed, round).isTrue();
                }
                held += holds ? 1 : 0;
                changed += same ? 0 : 1;
            }
        }
        assertThat(held).as("rounds in which the lookups held, seed %d", seed).isPositive();
        assertThat(changed).as("rounds in which the page changed, seed %d", seed).isPositive();
    }

    private static String text(Random random) {
        return random.nextBoolean() ? "text" : "# Title " + (random.nextBoolean() ? "a" : "b");
    }

    private record State(String article, List<String> dead, LinkLookups lookups) {}

    private static Map<String, State> states(SmallSite small) throws Exception {
        List<Draft> drafts = TransformedSite.of(small).drafts();
        assertThat(small.render()).isEmpty();
        Map<String, State> states = new HashMap<>();
        for (Draft draft : drafts) {
            states.put(
                    draft.page().source(),
                    new State(
                            small.article(draft.page().output()),
                            draft.digest().deadLinks(),
                            draft.lookups()));
        }
        return states;
    }

    @Test
    void too_many_or_too_long_questions_are_not_kept_and_never_hold() throws Exception {
        var many = new StringBuilder();
        for (int i = 0; i <= LinkLookups.MAX; i++) {
            many.append("[x](y").append(i).append(") ");
        }
        var site =
                TransformedSite.of(
                        new SmallSite(folder)
                                .with("many.md", many.toString())
                                .with("long.md", "[x](" + "y".repeat(3_000) + ")"));
        for (Draft draft : site.drafts()) {
            LinkLookups lookups = draft.lookups();
            assertThat(lookups.complete()).isFalse();
            assertThat(lookups.paths()).isEmpty();
            assertThat(lookups.stillHold(new LinkTargets(site.site()), draft.page())).isFalse();
        }
    }

    @Test
    void they_go_through_bytes_and_other_bytes_are_refused() throws Exception {
        var site =
                TransformedSite.of(new SmallSite(folder).with("a.md", "[x](b.md) [y](c) [[z]]\n"));
        LinkLookups lookups = site.draft("a.md").lookups();
        var bytes = new ByteArrayOutputStream();
        lookups.write(new DataOutputStream(bytes));
        assertThat(read(bytes.toByteArray())).isEqualTo(lookups);
        List<byte[]> wrong = new ArrayList<>();
        for (int length = 0; length < bytes.size(); length++) {
            wrong.add(Arrays.copyOf(bytes.toByteArray(), length));
        }
        byte[] huge = bytes.toByteArray();
        huge[9] = 0x7f; // the first count
        wrong.add(huge);
        for (byte[] one : wrong) {
            assertThatThrownBy(() -> read(one)).isInstanceOf(IOException.class);
        }
    }

    private static LinkLookups read(byte[] bytes) throws IOException {
        return LinkLookups.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
