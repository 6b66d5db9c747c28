package dev.lanescope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.Site;
import dev.lanescope.pipeline.output.OutputTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// One number for a whole site.
class OutputTreeTest {

    @TempDir Path folder;

    @Test
    void the_same_files_have_the_same_hash_wherever_they_lie() throws Exception {
        assertThat(hash(tree("one"))).hasSize(64).isEqualTo(hash(tree("two")));
    }

    @Test
    void names_bytes_and_where_one_file_ends_all_count() throws Exception {
        String hash = hash(tree("one"));
        Path renamed = tree("renamed");
        Files.move(renamed.resolve("a/b.html"), renamed.resolve("a/c.html"));
        assertThat(hash(renamed)).isNotEqualTo(hash);
        Path changed = tree("changed");
        Files.writeString(changed.resolve("a/b.html"), "B");
        assertThat(hash(changed)).isNotEqualTo(hash);
        Path more = tree("more");
        Files.writeString(more.resolve("empty.html"), "");
        assertThat(hash(more)).isNotEqualTo(hash);
    }

    @Test
    void the_marker_and_temporary_files_do_not_count() throws Exception {
        String hash = hash(tree("one"));
        Path same = tree("same");
        Files.writeString(same.resolve(Site.MARKER), "x");
        Files.writeString(same.resolve("a/.lanescope-12-34.part"), "half");
        assertThat(hash(same)).isEqualTo(hash);
    }

    private Path tree(String name) throws Exception {
        Path tree = folder.resolve(name);
        Files.createDirectories(tree.resolve("a"));
        Files.writeString(tree.resolve("a/b.html"), "b");
        Files.writeString(tree.resolve("index.html"), "home");
        return tree;
    }

    private static String hash(Path tree) throws Exception {
        return OutputTree.hash(tree);
    }
}
