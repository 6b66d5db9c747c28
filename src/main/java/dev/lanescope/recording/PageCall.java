package dev.lanescope.recording;

import dev.lanescope.concurrency.Stage;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.isolated.inside.Queues;
import dev.lanescope.content.Page;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.OutputFolder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.Serializable;
import java.util.concurrent.Callable;

/// A page rendered by whoever is given this, an interpreter for instance: all it needs is in it as
/// bytes.
public final class PageCall implements Callable<PageCall.Rendered>, Serializable {

    private static final long serialVersionUID = 1;

    /// What is told of it.
    ///
    /// @param page its source
    /// @param nanos what its stages took
    /// @param loader the name of the class loader that did it
    /// @param queued whether it went into a queue
    public record Rendered(
            String page, long bytesIn, long bytesOut, long nanos, String loader, boolean queued)
            implements Serializable {}

    private final byte[] recipe;
    private final byte[] item;
    private final String queue;

    private PageCall(byte[] recipe, byte[] item, String queue) {
        this.recipe = recipe;
        this.item = item;
        this.queue = queue;
    }

    /// A page of a site.
    ///
    /// @param output where it is written
    /// @param queue into which what is told of it is to go, if there is room; empty for none
    public static PageCall of(
            dev.lanescope.content.Site site, Page page, OutputFolder output, String queue)
            throws Exception {
        var work = new RenderWorkload(site, output, RenderSettings.STANDARD);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            work.itemForm().write(new RenderItem.OfContent(page), out);
        }
        return new PageCall(work.recipe().ingredients(), bytes.toByteArray(), queue);
    }

    @Override
    public Rendered call() throws Exception {
        RenderWorkload work = new RenderWorkload.Kitchen().cook(recipe);
        RenderItem page =
                work.itemForm().read(new DataInputStream(new ByteArrayInputStream(item)));
        Worker<Draft> worker = work.newWorker();
        Draft draft = work.begin(page);
        long begun = System.nanoTime();
        for (int stage : work.path(page)) {
            if (work.stages().get(stage).kind() == Stage.Kind.COMPUTE) {
                worker.step(stage, draft);
            } else {
                work.transfer(stage, draft);
            }
        }
        long nanos = System.nanoTime() - begun;
        Rendered told = rendered(work.name(page), draft, nanos, false);
        return !queue.isEmpty() && Queues.offer(queue, told)
                ? rendered(told.page(), draft, nanos, true)
                : told;
    }

    private static Rendered rendered(String page, Draft draft, long nanos, boolean queued) {
        String loader = String.valueOf(PageCall.class.getClassLoader().getName());
        return new Rendered(page, draft.bytesIn(), draft.bytesOut(), nanos, loader, queued);
    }
}
