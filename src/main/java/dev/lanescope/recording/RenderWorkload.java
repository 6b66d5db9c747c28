package dev.lanescope.recording;

import dev.lanescope.concurrency.ByteForm;
import dev.lanescope.concurrency.Recipe;
import dev.lanescope.concurrency.RunAborted;
import dev.lanescope.concurrency.Worker;
import dev.lanescope.concurrency.Workload;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.Draft;
import dev.lanescope.pipeline.OutputException;
import dev.lanescope.pipeline.OutputFolder;
import dev.lanescope.pipeline.PageRenderer;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.Stage;

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

/// The rendering of a site as work that any concurrency model can share out: an item is a page, a
/// worker's private state is a [PageRenderer].
///
/// A page crosses a boundary as its number, because the site itself, which both sides need for the
/// navigation, went across once in the recipe.
public final class RenderWorkload implements Workload<Page, Draft, PageResult> {

    /// The stages of the pipeline, as a model and a trace see them.
    static final List<dev.lanescope.concurrency.Stage> STAGES =
            Arrays.stream(Stage.values())
                    .map(stage -> new dev.lanescope.concurrency.Stage(stage.label(), kind(stage)))
                    .toList();

    private static final Stage[] STEPS = Stage.values();
    private static final int[] PAGE_PATH = Stage.PAGE_PATH.stream().mapToInt(Stage::ordinal).toArray();

    private final Site site;
    private final OutputFolder output;
    private final RenderSettings settings;

    public RenderWorkload(Site site, OutputFolder output, RenderSettings settings) {
        this.site = site;
        this.output = output;
        this.settings = settings;
    }

    @Override
    public List<dev.lanescope.concurrency.Stage> stages() {
        return STAGES;
    }

    @Override
    public int[] path(Page page) {
        return PAGE_PATH;
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
        var renderer = new PageRenderer(site, output, settings);
        return (stage, draft) -> {
            try {
                renderer.step(STEPS[stage], draft);
            } catch (OutputException e) {
                throw new RunAborted(String.valueOf(e.getMessage()), e);
            }
        };
    }

    @Override
    public Draft begin(Page page) {
        return new Draft(page);
    }

    @Override
    public PageResult finish(Draft draft) {
        return new PageResult(draft.page().id(), draft.bytesOut());
    }

    @Override
    public ByteForm<Page> itemForm() {
        return new ByteForm<>() {
            @Override
            public void write(Page page, DataOutput out) throws IOException {
                out.writeInt(page.id());
            }

            @Override
            public Page read(DataInput in) throws IOException {
                return site.pages().get(pageNumber(in));
            }
        };
    }

    @Override
    public ByteForm<PageResult> resultForm() {
        return new ByteForm<>() {
            @Override
            public void write(PageResult result, DataOutput out) throws IOException {
                out.writeInt(result.page());
                out.writeLong(result.bytesOut());
            }

            @Override
            public PageResult read(DataInput in) throws IOException {
                return new PageResult(pageNumber(in), in.readLong());
            }
        };
    }

    private int pageNumber(DataInput in) throws IOException {
        int number = in.readInt();
        if (number < 0 || number >= site.pages().size()) {
            throw new IOException("page " + number + " of " + site.pages().size());
        }
        return number;
    }

    @Override
    public Recipe recipe() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(output.path().toString());
            settings.write(out);
            out.write(site.toBytes());
        } catch (IOException e) {
            throw new IllegalStateException("a byte array refused bytes", e);
        }
        return new Recipe(Kitchen.class, bytes.toByteArray());
    }

    /// Builds the workload in another class loader or process, over the same two folders.
    public static final class Kitchen implements Recipe.Kitchen {
        @Override
        public RenderWorkload cook(byte[] ingredients) throws IOException {
            var in = new DataInputStream(new ByteArrayInputStream(ingredients));
            Path output = Path.of(in.readUTF());
            RenderSettings settings = RenderSettings.read(in);
            Site site = Site.fromBytes(in.readAllBytes());
            try {
                return new RenderWorkload(site, OutputFolder.open(output), settings);
            } catch (OutputException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}
