package dev.lanescope.recording;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.CommonPart;
import dev.lanescope.concurrency.FileWork;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.concurrency.knobs.Buffers;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.PageBuffers;
import dev.lanescope.pipeline.PageRenderer;
import dev.lanescope.pipeline.PageTransfer;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.Stage;
import dev.lanescope.pipeline.generated.Digests;
import dev.lanescope.pipeline.generated.Generated;
import dev.lanescope.pipeline.generated.GeneratedPages;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.pipeline.output.OutputFolder;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/// The rendering of a site as work that any concurrency model can share out: an item is a file to
/// be made, a worker's private state is a [PageRenderer].
///
/// A page crosses a boundary as its number, because the site itself, which both sides need for the
/// navigation, went across once in the recipe; a generated file as its number and what it needs of
/// the pages.
public final class RenderWorkload implements Workload<RenderItem, Draft, RenderResult> {

    /// The stages of the pipeline, as a model and a trace see them.
    static final List<dev.lanescope.concurrency.Stage> STAGES =
            Arrays.stream(Stage.values())
                    .map(stage -> new dev.lanescope.concurrency.Stage(stage.label(), kind(stage)))
                    .toList();

    private static final Stage[] STEPS = Stage.values();
    private static final int[] PAGE_PATH = indexes(Stage.PAGE_PATH);
    private static final int[] GENERATED_PATH = indexes(Stage.GENERATED_PATH);
    private static final int[] DATA_PATH = indexes(Stage.DATA_PATH);

    private final Site site;
    private final OutputFolder output;
    private final RenderSettings settings;
    private final GeneratedPages generated;
    private final PageTransfer transfer;
    private final Buffers buffers;
    private final Queue<PageBuffers> spare = new ConcurrentLinkedQueue<>();

    public RenderWorkload(Site site, OutputFolder output, RenderSettings settings) {
        this(site, output, settings, settings.generated(site), Buffers.REUSED);
    }

    /// @param generated what [RenderSettings#generated] listed
    RenderWorkload(
            Site site,
            OutputFolder output,
            RenderSettings settings,
            GeneratedPages generated,
            Buffers buffers) {
        this.site = site;
        this.output = output;
        this.settings = settings;
        this.generated = generated;
        this.buffers = buffers;
        this.transfer = new PageTransfer(site, output);
    }

    private static int[] indexes(List<Stage> path) {
        return path.stream().mapToInt(Stage::ordinal).toArray();
    }

    /// The files that are made of pages, in the order of their items.
    List<Generated> generated() {
        return generated.all();
    }

    @Override
    public List<dev.lanescope.concurrency.Stage> stages() {
        return STAGES;
    }

    @Override
    public int[] path(RenderItem item) {
        if (item instanceof RenderItem.OfPages(Generated file, _)) {
            return file.template().isPresent() ? GENERATED_PATH : DATA_PATH;
        }
        return PAGE_PATH;
    }

    @Override
    public String name(RenderItem item) {
        return item.name();
    }

    private static dev.lanescope.concurrency.Stage.Kind kind(Stage stage) {
        return switch (stage.kind()) {
            case INPUT -> dev.lanescope.concurrency.Stage.Kind.INPUT;
            case COMPUTE -> dev.lanescope.concurrency.Stage.Kind.COMPUTE;
            case OUTPUT -> dev.lanescope.concurrency.Stage.Kind.OUTPUT;
        };
    }

    @Override
    public Worker<Draft> newWorker() {
        @Nullable PageBuffers mine = takeBuffers();
        var renderer = new PageRenderer(site, output, settings, generated, mine);
        long number = ThreadLocalRandom.current().nextLong();
        return new Worker<>() {
            @Override
            public void retire() {
                if (mine != null) {
                    spare.add(mine);
                }
            }

            @Override
            public void step(int stage, Draft draft) throws Exception {
                renderer.step(STEPS[stage], draft);
                if (STEPS[stage] == Stage.PARSE) {
                    draft.parsedBy(number);
                }
            }

            @Override
            public void rehearse(int stage, Draft draft) {
                if (STEPS[stage] == Stage.RENDER) {
                    renderer.rehearse(draft);
                }
            }
        };
    }

    /// Those of a worker that has retired, or new ones; null if each page is to have its own.
    private @Nullable PageBuffers takeBuffers() {
        if (buffers == Buffers.FRESH) {
            return null;
        }
        PageBuffers left = spare.poll();
        return left == null ? new PageBuffers() : left;
    }

    @Override
    public void transfer(int stage, Draft draft) throws Exception {
        try {
            transfer.step(STEPS[stage], draft);
        } catch (OutputException e) {
            throw new RunAborted(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public long weight(RenderItem item) {
        return item instanceof RenderItem.OfContent(Page page) ? page.bytes() : 0;
    }

    @Override
    public Draft begin(RenderItem item) {
        return item.draft();
    }

    @Override
    public RenderResult finish(Draft draft) {
        return new RenderResult(
                draft.bytesOut(),
                draft.parser(),
                draft.generated().isPresent() ? null : draft.provenance());
    }

    @Override
    public ByteForm<RenderItem> itemForm() {
        return new ByteForm<>() {
            @Override
            public void write(RenderItem item, DataOutput out) throws IOException {
                switch (item) {
                    case RenderItem.OfContent(Page page) -> {
                        out.writeBoolean(true);
                        out.writeInt(page.id());
                    }
                    case RenderItem.OfPages(Generated file, Digests digests) -> {
                        out.writeBoolean(false);
                        out.writeInt(file.id());
                        digests.write(out);
                    }
                }
            }

            @Override
            public RenderItem read(DataInput in) throws IOException {
                return in.readBoolean()
                        ? new RenderItem.OfContent(element(site.pages(), in))
                        : new RenderItem.OfPages(element(generated(), in), Digests.read(in));
            }
        };
    }

    @Override
    public Optional<CommonPart<RenderItem, ?>> commonPart() {
        return Optional.of(new CommonDigests(generated()));
    }

    @Override
    public ByteForm<RenderResult> resultForm() {
        return new ByteForm<>() {
            @Override
            public void write(RenderResult result, DataOutput out) throws IOException {
                result.write(out);
            }

            @Override
            public RenderResult read(DataInput in) throws IOException {
                return RenderResult.read(in);
            }
        };
    }

    @Override
    public ByteForm<Throwable> failureForm() {
        return new FailureForm(Workload.super.failureForm());
    }

    static <T> T element(List<T> list, DataInput in) throws IOException {
        int number = in.readInt();
        if (number < 0 || number >= list.size()) {
            throw new IOException("item " + number + " of " + list.size());
        }
        return list.get(number);
    }

    @Override
    public Optional<FileWork<RenderItem, RenderResult>> asFiles() {
        return Optional.of(new SiteFiles(site, output, settings));
    }

    @Override
    public Recipe recipe() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(output.path().toString());
            out.writeUTF(buffers.name());
            settings.write(out);
            out.write(site.toBytes());
        } catch (IOException e) {
            throw new IllegalStateException("a byte array refused bytes", e);
        }
        return new Recipe(Kitchen.class, bytes.toByteArray());
    }

    /// Builds the workload in another class loader or process, over the same two folders.
    public static final class Kitchen implements Recipe.Kitchen {

        private final Clock clock = Clock.ofThisMachine();

        @Override
        public RenderWorkload cook(byte[] ingredients) throws IOException {
            var in = new DataInputStream(new ByteArrayInputStream(ingredients));
            Path output = Path.of(in.readUTF());
            Buffers buffers = buffers(in.readUTF());
            RenderSettings settings = RenderSettings.read(in);
            Site site = Site.fromBytes(in.readAllBytes());
            try {
                return new RenderWorkload(
                        site,
                        OutputFolder.open(output),
                        settings,
                        settings.generated(site),
                        buffers);
            } catch (OutputException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        private static Buffers buffers(String name) throws IOException {
            try {
                return Buffers.valueOf(name);
            } catch (IllegalArgumentException e) {
                throw new IOException("these bytes are no recipe: " + e.getMessage(), e);
            }
        }

        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public long threadCpuNanos() {
            return clock.threadCpuNanos();
        }
    }
}
