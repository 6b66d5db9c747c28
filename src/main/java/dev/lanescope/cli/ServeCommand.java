package dev.lanescope.cli;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.content.ContentException;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.output.OutputException;
import dev.lanescope.preview.FolderWatch;
import dev.lanescope.preview.LiveSite;
import dev.lanescope.preview.News;
import dev.lanescope.preview.Preview;
import dev.lanescope.preview.PreviewServer;
import dev.lanescope.recording.OutputLock;
import dev.lanescope.recording.RunException;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `lanescope serve FOLDER`: shows the site in a browser and renders again what is saved.
final class ServeCommand implements Command {

    private final OptionSheet sheet =
            new OptionSheet(this, "serve", "Show a folder as a site, and render again on save.");

    private static final int MOST_PORT = 65_535;

    /// How long it may take to delete a temporary folder of many files.
    private static final long PATIENCE_MILLIS = 10_000;

    private final Given<Path> folder =
            sheet.place("FOLDER", "The folder of Markdown pages; only read.");

    private final Given<Integer> port =
            sheet.number(
                            "--port",
                            "N",
                            "Where to listen, on this machine only. Default: any free port.")
                    .or(0);

    private final Given<Path> out =
            sheet.path(
                    "--out",
                    "DIR",
                    "Where the site goes: a new or empty folder, or one that Lanescope made."
                            + " Default: a temporary folder, deleted in the end.");

    private final Given<Boolean> drafts =
            sheet.flag("--drafts", "Render pages with `draft: true` too.");

    private final RenderOptions look = new RenderOptions(sheet);

    private final Given<Boolean> open = sheet.flag("--open", "Open the site in the browser.");

    private final Streams streams;
    private final CtrlC ctrlC;
    private final LinkNews links;
    private List<String> told = List.of();

    ServeCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
        this.links = new LinkNews(streams);
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call()
            throws TerminalException,
                    ContentException,
                    RunException,
                    IOException,
                    InterruptedException {
        if (port.get() < 0 || port.get() > MOST_PORT) {
            throw TerminalException.badInput(
                    "--port takes 0 to " + MOST_PORT + ", not " + port.get() + ".");
        }
        RenderSettings settings = look.settings();
        try (ServedFolder place = ServedFolder.of(out.orNull());
                OutputLock _ = OutputLock.take(place.path());
                FolderWatch watch = watch(settings)) {
            Thread carrier = Thread.currentThread();
            ctrlC.ends(
                    () -> {
                        close(watch);
                        carrier.interrupt(); // it may be rendering
                    },
                    PATIENCE_MILLIS);
            var site =
                    new LiveSite(
                            folder.get(),
                            place.path(),
                            settings,
                            new ScanSettings(drafts.get()),
                            Runtime.getRuntime().availableProcessors());
            try (PreviewServer server = server(site)) {
                say(site.news(), server.address());
                new Preview(watch, site, news -> hear(news, server)).run();
            } catch (OutputException e) {
                throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
            } finally {
                Thread.interrupted(); // heard; what follows must not be cut short
                if (!place.temporary()) {
                    close(site);
                }
            }
        } catch (OutputException e) {
            ExitCode code = e.touched() ? ExitCode.GIVEN_UP : ExitCode.BAD_INPUT;
            throw new TerminalException(code, String.valueOf(e.getMessage()));
        }
        return ExitCode.INTERRUPTED.number();
    }

    private FolderWatch watch(RenderSettings settings) throws TerminalException {
        if (!Files.isDirectory(folder.get())) {
            throw TerminalException.badInput(
                    Files.exists(folder.get())
                            ? folder.get()
                                    + " is a file; choose the folder that holds the Markdown files."
                            : "The folder "
                                    + folder.get()
                                    + " does not exist; choose a folder of Markdown files.");
        }
        try {
            return new FolderWatch(folder.get(), settings.ownTemplates());
        } catch (IOException e) {
            throw TerminalException.badInput(
                    "The folder "
                            + folder.get()
                            + " cannot be watched ("
                            + e.getMessage()
                            + "); choose a folder of Markdown files.");
        }
    }

    private static void close(FolderWatch watch) {
        try {
            watch.close();
        } catch (IOException _) {
            // it ends with the process then
        }
    }

    private void close(LiveSite site) {
        try {
            site.close();
        } catch (IOException e) {
            streams.err()
                    .println(
                            "lanescope: what was rendered could not be put down in "
                                    + site.output()
                                    + " ("
                                    + e.getMessage()
                                    + "); the next start renders everything.");
        }
    }

    private PreviewServer server(LiveSite site) throws TerminalException, IOException {
        try {
            return new PreviewServer(site.output().toRealPath(), port.get(), site.news());
        } catch (BindException _) {
            throw TerminalException.badInput(
                    "Port " + port.get() + " is taken; choose another, or leave --port out.");
        }
    }

    private void say(News news, URI address) {
        streams.out()
                .println(
                        Amounts.count(news.pages(), "page")
                                + " at "
                                + address
                                + "  (Ctrl-C ends it)");
        streams.out().flush();
        sayTroubles(news);
        if (open.get()) {
            Browser.open(address).ifPresent(why -> streams.err().println("lanescope: " + why));
        }
    }

    /// Called after every update, by the thread that renders.
    private void hear(News news, PreviewServer server) {
        server.tell(news);
        if (!news.rendered().isEmpty()) {
            streams.out().println(Plain.of(rendered(news)));
            streams.out().flush();
        }
        sayTroubles(news);
        links.tell(news.links());
    }

    private static String rendered(News news) {
        int pages = news.renderedPages();
        int files = news.rendered().size() - pages;
        if (pages + files == 1) {
            return (pages == 1 ? "rendered " : "made ") + news.rendered().getFirst();
        }
        String made = Amounts.count(files, "file") + " made of pages";
        String all = Amounts.count(pages, "page");
        return files == 0 ? "rendered " + all : pages == 0 ? made : "rendered " + all + ", " + made;
    }

    private void sayTroubles(News news) {
        news.troubles().stream()
                .filter(sentence -> !told.contains(sentence))
                .forEach(sentence -> streams.err().println(Plain.of(sentence)));
        if (!told.isEmpty() && news.troubles().isEmpty()) {
            streams.out().println("everything comes out again");
            streams.out().flush();
        }
        told = news.troubles();
    }
}
