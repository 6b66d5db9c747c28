package dev.lanescope.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.content.ScanSettings;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.reuse.Ticks;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/// Saving in all the ways that editors save, with a real watch on a real folder.
@Timeout(60)
class PreviewTest {

    private static final int SAVES = 40;

    @TempDir Path place;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private Path content;
    private Path output;
    private FolderWatch watch;
    private Thread loop;

    @BeforeEach
    void aPreview() throws Exception {
        content = place.resolve("content");
        Files.createDirectories(content.resolve("guide"));
        output = place.resolve("output");
        Files.writeString(content.resolve("index.md"), "# Home\n");
        Files.writeString(content.resolve("guide/a.md"), "# A\n");
        watch = new FolderWatch(content);
        var site = new LiveSite(content, output, RenderSettings.STANDARD, ScanSettings.STANDARD, 1);
        var preview = new Preview(watch, site, news::add);
        loop =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                preview.run();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }

    @AfterEach
    void itEndsWhenTheWatchIsClosed() throws Exception {
        watch.close();
        loop.join();
    }

    /// Waits for news; the time-out of the class ends a wait for news that never come.
    private News until(Predicate<News> arrived) throws InterruptedException {
        News next = news.take();
        while (!arrived.test(next)) {
            next = news.take();
        }
        return next;
    }

    private static Predicate<News> of(String output) {
        return news -> news.rendered().contains(output);
    }

    @Test
    void a_page_written_in_place_is_rendered() throws Exception {
        Files.writeString(content.resolve("guide/a.md"), "# A\n\nin place\n");
        while (!Files.readString(output.resolve("guide/a.html")).contains("in place")) {
            until(of("guide/a.html"));
        }
    }

    @Test
    void a_page_saved_by_renaming_is_rendered_alone() throws Exception {
        Path unfinished = content.resolve("guide/.a.md.tmp");
        Files.writeString(unfinished, "# A\n\nrenamed\n");
        Files.move(unfinished, content.resolve("guide/a.md"), StandardCopyOption.REPLACE_EXISTING);
        News news = until(of("guide/a.html"));
        assertThat(news.rendered()).containsExactly("guide/a.html");
        assertThat(news.everything()).isFalse();
        assertThat(output.resolve("guide/a.html")).content().contains("renamed");
    }

    @Test
    void a_page_in_a_new_folder_is_rendered_and_heard_from_then_on() throws Exception {
        Files.createDirectories(content.resolve("new/deep"));
        Files.writeString(content.resolve("new/deep/b.md"), "# B\n");
        until(of("new/deep/b.html"));
        Files.writeString(content.resolve("new/deep/b.md"), "# B\n\nmore\n");
        while (!Files.readString(output.resolve("new/deep/b.html")).contains("more")) {
            until(of("new/deep/b.html"));
        }
    }

    @Test
    void a_broken_page_keeps_its_last_html_and_is_named_until_it_is_mended() throws Exception {
        Path page = content.resolve("guide/a.md");
        Files.writeString(page, "---\ntitle: [\n---\n");
        News broken = until(news -> !news.troubles().isEmpty());
        assertThat(broken.troubles()).singleElement().asString().startsWith("guide/a.md:");
        assertThat(output.resolve("guide/a.html")).exists();
        Files.writeString(page, "# A\n\nmended\n");
        until(news -> news.troubles().isEmpty());
    }

    @Test
    void a_folder_that_is_moved_away_is_named_once_and_heard_when_it_is_back() throws Exception {
        Path away = place.resolve("away");
        Files.move(content, away);
        News gone = until(news -> !news.troubles().isEmpty());
        assertThat(gone.troubles())
                .singleElement()
                .asString()
                .contains(content.toString(), "is gone");
        assertThat(output.resolve("guide/a.html")).exists();
        Files.writeString(away.resolve("guide/a.md"), "# A\n\nwhile away\n");
        Files.move(away, content);
        News back = until(of("guide/a.html"));
        assertThat(back.troubles()).isEmpty();
        assertThat(output.resolve("guide/a.html")).content().contains("while away");
        Files.writeString(content.resolve("guide/a.md"), "# A\n\nback again\n");
        while (!Files.readString(output.resolve("guide/a.html")).contains("back again")) {
            until(of("guide/a.html"));
        }
    }

    @Test
    void a_folder_that_another_one_replaces_is_rendered_and_heard() throws Exception {
        Path other = Files.createDirectories(place.resolve("other"));
        Files.writeString(other.resolve("b.md"), "# B\n");
        Files.move(content, place.resolve("away"));
        Files.move(other, content);
        until(of("b.html"));
        assertThat(output.resolve("guide/a.html")).doesNotExist();
        Files.writeString(content.resolve("b.md"), "# B\n\nheard\n");
        while (!Files.readString(output.resolve("b.html")).contains("heard")) {
            until(of("b.html"));
        }
    }

    @Test
    void many_quick_saves_are_rendered_together() throws Exception {
        for (int save = 1; save <= SAVES; save++) {
            Files.writeString(content.resolve("guide/a.md"), "# A\n\nsave " + save + ".\n");
            Ticks.pass(place, Duration.ofMillis(20));
        }
        List<News> updates = new ArrayList<>();
        while (!Files.readString(output.resolve("guide/a.html")).contains("save " + SAVES + ".")) {
            updates.add(news.take());
        }
        news.drainTo(updates);
        assertThat(updates.stream().filter(of("guide/a.html"))).hasSizeBetween(1, SAVES / 2);
    }

    @Test
    void a_page_that_is_deleted_takes_its_html_along() throws Exception {
        Files.delete(content.resolve("guide/a.md"));
        while (Files.exists(output.resolve("guide/a.html"))) {
            news.take();
        }
    }
}
