package dev.lanescope.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanescope.concurrency.Outcome;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.output.OutputFolder;
import dev.lanescope.pipeline.output.OutputTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The workload as models in other class loaders and processes will meet it: a recipe, and bytes.
class RenderWorkloadTest {

    @TempDir Path temp;

    @Test
    void it_can_be_built_anew_in_another_class_loader_and_does_the_same_work() throws Exception {
        Site site = SiteScanner.scan(Folders.withPages(temp, 12), ScanProgress.NONE);
        render(new RenderWorkload(site, prepare(site, "here"), RenderSettings.STANDARD), site);

        var there = new RenderWorkload(site, prepare(site, "there"), RenderSettings.STANDARD);
        Recipe recipe = there.recipe();
        try (var elsewhere =
                new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            var cook = new Cook(elsewhere, recipe);
            List<Outcome<RenderResult>> pages = new ArrayList<>();
            for (RenderItem page : Rendering.ofContent(site.pages())) {
                pages.add(new Outcome.Done<>(performThere(there, cook, page)));
            }
            for (RenderItem file : Rendering.ofPages(there.generated(), pages)) {
                assertThat(performThere(there, cook, file).bytesOut()).isPositive();
            }
            assertThat(cook.workload.getClass()).isNotEqualTo(RenderWorkload.class);
        }
        assertThat(OutputTree.hash(temp.resolve("there")))
                .isEqualTo(OutputTree.hash(temp.resolve("here")));
    }

    private static RenderResult performThere(RenderWorkload work, Cook cook, RenderItem item)
            throws Exception {
        byte[] result =
                cook.perform(bytes(out -> work.itemForm().write(item, out)), work.path(item));
        return work.resultForm().read(new DataInputStream(new ByteArrayInputStream(result)));
    }

    @Test
    void a_page_number_that_does_not_exist_is_refused() throws Exception {
        Site site = SiteScanner.scan(Folders.withPages(temp, 3), ScanProgress.NONE);
        var work = new RenderWorkload(site, prepare(site, "out"), RenderSettings.STANDARD);
        byte[] bytes =
                bytes(out -> {
                    out.writeBoolean(true);
                    out.writeInt(3);
                });
        assertThatThrownBy(() ->
                        work.itemForm().read(new DataInputStream(new ByteArrayInputStream(bytes))))
                .isInstanceOf(IOException.class)
                .hasMessage("item 3 of 3");
    }

    @Test
    void a_recipe_that_is_not_one_is_refused() {
        assertThatThrownBy(() -> new RenderWorkload.Kitchen().cook(new byte[] {0, 1, 'x', 9, 9}))
                .isInstanceOf(IOException.class);
    }

    private OutputFolder prepare(Site site, String name) throws Exception {
        OutputFolder output = OutputFolder.prepare(temp.resolve(name), site);
        output.makeFoldersFor(
                RenderSettings.STANDARD.generated(site).all().stream()
                        .map(Generated::output)
                        .toList());
        return output;
    }

    private static void render(RenderWorkload work, Site site) throws Exception {
        var worker = work.newWorker();
        List<Outcome<RenderResult>> pages = new ArrayList<>();
        for (RenderItem page : Rendering.ofContent(site.pages())) {
            pages.add(new Outcome.Done<>(perform(work, worker, page)));
        }
        for (RenderItem file : Rendering.ofPages(work.generated(), pages)) {
            perform(work, worker, file);
        }
    }

    private static RenderResult perform(RenderWorkload work, Worker<Draft> worker, RenderItem item)
            throws Exception {
        Draft draft = work.begin(item);
        for (int stage : work.path(item)) {
            worker.step(stage, draft);
        }
        return work.finish(draft);
    }

    /// The other side: it sees the program's classes through its own loader, and nothing of ours
    /// but bytes.
    private static final class Cook {
        final Object workload;
        private final ClassLoader loader;

        Cook(ClassLoader loader, Recipe recipe) throws Exception {
            this.loader = loader;
            Object kitchen =
                    loader.loadClass(recipe.kitchen()).getDeclaredConstructor().newInstance();
            workload =
                    method(Recipe.Kitchen.class, "cook")
                            .invoke(kitchen, (Object) recipe.ingredients());
        }

        byte[] perform(byte[] itemBytes, int[] path) throws Exception {
            Object worker = method(Workload.class, "newWorker").invoke(workload);
            Object item =
                    method(dev.lanescope.concurrency.ByteForm.class, "read")
                            .invoke(
                                    method(Workload.class, "itemForm").invoke(workload),
                                    new DataInputStream(new ByteArrayInputStream(itemBytes)));
            Object draft = method(Workload.class, "begin").invoke(workload, item);
            for (int stage : path) {
                method(Worker.class, "step").invoke(worker, stage, draft);
            }
            Object result = method(Workload.class, "finish").invoke(workload, draft);
            var out = new ByteArrayOutputStream();
            method(dev.lanescope.concurrency.ByteForm.class, "write")
                    .invoke(
                            method(Workload.class, "resultForm").invoke(workload),
                            result,
                            new DataOutputStream(out));
            return out.toByteArray();
        }

        private java.lang.reflect.Method method(Class<?> ours, String name) throws Exception {
            var method =
                    Arrays.stream(loader.loadClass(ours.getName()).getMethods())
                            .filter(candidate -> candidate.getName().equals(name))
                            .findFirst()
                            .orElseThrow();
            method.setAccessible(true);
            return method;
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static URL[] classPath() {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        return Arrays.stream(entries).map(RenderWorkloadTest::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
