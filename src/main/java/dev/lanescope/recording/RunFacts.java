package dev.lanescope.recording;

import dev.lanescope.concurrency.cpython.PythonModel;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;
import dev.lanescope.pipeline.Provenance;
import dev.lanescope.pipeline.RenderSettings;
import dev.lanescope.pipeline.fingerprint.Fingerprint;
import dev.lanescope.reuse.Build;
import dev.lanescope.trace.Fact;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.ShellWords;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a trace tells of its run besides what happened: the settings, and what came out.
final class RunFacts {

    /// The name of the fact that says how to do the run again.
    private static final String OPTIONS = "Options";

    private RunFacts() {}

    /// What is known of a run when its recording begins.
    ///
    /// @param rendered how many pages this JVM has rendered before
    static RunInfo info(
            Experiment experiment, Rendering rendering, RunStates states, long rendered) {
        var site = experiment.site();
        var model = experiment.model();
        long inThisRun = (long) experiment.knobs().warmUp() * site.pages().size();
        return new RunInfo(
                model.id(),
                model.title(),
                experiment.workers(),
                setting(experiment),
                site.name(),
                site.bytes(),
                Instant.now(),
                model.experience(experiment.workers(), experiment.knobs(), rendered, inThisRun),
                states.all(),
                rendering.items(),
                rendering.phases(),
                before(experiment));
    }

    private static List<Fact> before(Experiment experiment) {
        RenderSettings settings = experiment.settings();
        String own = settings.ownTemplates() == null ? "" : ", some of one's own";
        String base = settings.baseUrl().text();
        return List.of(
                new Fact("Knobs", experiment.knobs().positions()),
                new Fact("Templates", settings.templates().id() + own),
                new Fact("Raw HTML", settings.escapeHtml() ? "shown as text" : "kept"),
                new Fact("Base URL", base.isEmpty() ? "none" : base),
                new Fact(OPTIONS, options(experiment)));
    }

    /// What tells it from other runs of the same model with as many workers, in words.
    private static String setting(Experiment experiment) {
        return Stream.of(experiment.model().setting(), experiment.knobs().words())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /// What to type behind `lanescope run FOLDER` for such a run; faults and templates of one's own
    /// are left out.
    private static String options(Experiment experiment) {
        RenderSettings settings = experiment.settings();
        var words =
                new ArrayList<>(
                        List.of(
                                "--model",
                                experiment.model().id(),
                                "--workers",
                                String.valueOf(experiment.workers())));
        if (experiment.model() instanceof PythonModel python) {
            String runtime = python.runtimeName();
            if (!runtime.isEmpty()) {
                words.addAll(List.of("--runtime", runtime));
            }
        }
        words.addAll(experiment.knobs().options());
        if (settings.templates() != RenderSettings.STANDARD.templates()) {
            words.addAll(List.of("--templates", settings.templates().id()));
        }
        if (settings.escapeHtml()) {
            words.addAll(List.of("--html", "escape"));
        }
        if (!settings.baseUrl().text().isEmpty()) {
            words.addAll(List.of("--base-url", settings.baseUrl().text()));
        }
        return ShellWords.line(words);
    }

    /// What is known when it is over.
    ///
    /// @param rendered what the pages that came out were made of, by id
    /// @param parsers how many parsers were created to read them
    static List<Fact> after(
            Site site,
            Build build,
            Map<Integer, Provenance> rendered,
            long parsers,
            RunResult result) {
        var facts = new ArrayList<Fact>();
        contentHash(site, build, rendered).ifPresent(facts::add);
        if (!result.treeHash().isEmpty()) {
            facts.add(new Fact("Output hash", result.treeHash()));
        }
        facts.add(new Fact("Parsers created", parsers + ", for " + rendered.size() + " pages"));
        facts.add(
                new Fact(
                        "Result",
                        (result.stopped() ? "stopped: " : "")
                                + result.done()
                                + " pages came out, "
                                + result.failures().size()
                                + " items failed, "
                                + result.generated()
                                + " files made of pages, "
                                + result.bytesOut()
                                + " bytes of HTML"));
        return facts;
    }

    /// Over the paths and the bytes of all pages as they were read; not known if some did not come
    /// out.
    private static Optional<Fact> contentHash(
            Site site, Build build, Map<Integer, Provenance> rendered) {
        var hash = new Fingerprint();
        for (Page page : site.pages()) {
            @Nullable Provenance read =
                    Optional.ofNullable(rendered.get(page.id()))
                            .or(() -> build.kept(page))
                            .orElse(null);
            if (read == null) {
                return Optional.empty();
            }
            hash.add(page.source()).add(read.content());
        }
        return Optional.of(new Fact("Content hash", hash.finish().toString()));
    }
}
