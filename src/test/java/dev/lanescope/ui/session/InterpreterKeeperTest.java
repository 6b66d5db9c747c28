package dev.lanescope.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.ui.OnScreen;
import dev.lanescope.ui.kit.Background;

import javafx.application.Platform;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(60)
@OnScreen
class InterpreterKeeperTest {

    @TempDir Path folder;

    private final Interpreters pool = new Interpreters();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no file that never comes to its end")
    void a_page_that_hangs_is_stopped_and_its_interpreter_given_up() throws Exception {
        Path page = Files.writeString(folder.resolve("a.md"), "# A");
        Site site = SiteScanner.scan(folder, ScanProgress.NONE);
        Files.delete(page); // and in its stead one that nobody ever writes
        assertThat(new ProcessBuilder("mkfifo", page.toString()).start().waitFor()).isZero();
        try (var background = new Background()) {
            var keeper = new InterpreterKeeper(background, pool, () -> new Content.Ready(site));
            Interpreter hangs = pool.create();

            onFx(() -> keeper.call(hangs, Optional.empty(), said::add));
            assertThat(calling(keeper)).isTrue();
            onFx(() -> keeper.stop(said::add));

            assertThat(said.take()).startsWith("Gave up interpreter 1: nobody gets it again.");
            assertThat(pool.list()).isEmpty();
            assertThat(calling(keeper)).isFalse();

            Interpreter other = pool.create();
            Site sample = SiteScanner.scan(folder(), ScanProgress.NONE);
            var next = new InterpreterKeeper(background, pool, () -> new Content.Ready(sample));
            onFx(() -> next.call(other, Optional.empty(), said::add));
            assertThat(said.take()).startsWith("interpreter-2 rendered b.md");
            pool.destroy(other);
        }
    }

    private static void onFx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get();
    }

    private static boolean calling(InterpreterKeeper keeper) throws Exception {
        return WaitForAsyncUtils.asyncFx(keeper::isCalling).get();
    }

    private Path folder() throws Exception {
        Path another = Files.createDirectory(folder.resolve("another"));
        Files.writeString(another.resolve("b.md"), "# B");
        return another;
    }

    @Test
    void what_is_opened_is_asked_for_on_the_thread_of_the_window() throws Exception {
        var askedElsewhere = new AtomicBoolean();
        Files.writeString(folder.resolve("a.md"), "# A");
        Site site = SiteScanner.scan(folder, ScanProgress.NONE);
        try (var background = new Background()) {
            var keeper =
                    new InterpreterKeeper(
                            background,
                            pool,
                            () -> {
                                askedElsewhere.compareAndSet(
                                        false, !Platform.isFxApplicationThread());
                                return new Content.Ready(site);
                            });
            Interpreter one = pool.create();
            onFx(() -> keeper.call(one, Optional.empty(), said::add));
            assertThat(said.take()).contains(" rendered a.md in ");
            assertThat(askedElsewhere).isFalse();
            pool.destroy(one);
        }
    }
}
