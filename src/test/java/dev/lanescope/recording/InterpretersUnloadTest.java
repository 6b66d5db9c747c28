package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.concurrency.isolated.Interpreter;
import dev.lanescope.concurrency.isolated.Interpreters;
import dev.lanescope.concurrency.isolated.Isolated;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Interpreters that have rendered real pages: with parser, templates, code colours and all that
/// these keep in statics and thread locals.
class InterpretersUnloadTest {

    private static final int RUNS = 12;

    /// The JDK keeps something of the last one by a soft reference, which lasts until memory is
    /// short.
    private static final int HELD_SOFTLY = 1;

    @TempDir Path temp;

    @Test
    void what_has_rendered_pages_and_is_destroyed_is_unloaded_with_all_its_classes()
            throws Exception {
        Site site = SiteScanner.scan(Folders.withPages(temp, 12), ScanProgress.NONE);
        var classes = ManagementFactory.getClassLoadingMXBean();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long unloadedBefore = classes.getUnloadedClassCount();
        for (int run = 0; run < RUNS; run++) {
            loaders.add(renderAndDestroy(site));
        }
        while (loaders.stream().filter(loader -> loader.get() != null).count() > HELD_SOFTLY) {
            System.gc(); // until the time of all tests is up
        }
        assertThat(classes.getUnloadedClassCount() - unloadedBefore)
                .as("a pipeline is some hundreds of classes, and each had its own")
                .isGreaterThan((RUNS - HELD_SOFTLY) * 300L);
    }

    private WeakReference<ClassLoader> renderAndDestroy(Site site) throws Exception {
        var pool = new Interpreters();
        RunResult result =
                new Run(new Experiment(site, temp.resolve("out"), new Isolated(pool), 1))
                        .carryOut();
        assertThat(result.done()).isEqualTo(site.pages().size());
        Interpreter used = pool.list().getFirst();
        assertThat(used.itemsDone()).isGreaterThanOrEqualTo(site.pages().size());
        WeakReference<ClassLoader> loader = loaderOf(used);
        pool.destroy(used);
        return loader;
    }

    /// The context class loader of the interpreter's own thread, found by its loader's name.
    private static WeakReference<ClassLoader> loaderOf(Interpreter interpreter) {
        String name = "interpreter-" + interpreter.id();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .map(Thread::getContextClassLoader)
                .filter(loader -> loader != null && name.equals(loader.getName()))
                .map(WeakReference::new)
                .findFirst()
                .orElseThrow();
    }
}
