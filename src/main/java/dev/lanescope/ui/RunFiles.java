package dev.lanescope.ui;

import dev.lanescope.exchange.out.ExportFormat;
import dev.lanescope.trace.RunInfo;
import dev.lanescope.trace.TraceFile;
import dev.lanescope.ui.runs.RunActions;
import dev.lanescope.ui.session.ExportedTrace;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.SessionModel;
import dev.lanescope.ui.session.TraceToFile;
import dev.lanescope.ui.timeline.screen.TimelineScreen;

/// What becomes of single runs: files, their site in the browser, nothing at all.
///
/// @param screen what can be seen of a run's lanes
/// @param askForTrace asks for a saved trace and opens it
record RunFiles(
        SessionModel session,
        Surroundings surroundings,
        TimelineScreen screen,
        Runnable askForTrace)
        implements RunActions {

    @Override
    public void openSite(RunRecord record) {
        record.rendered().ifPresent(rendered -> surroundings.browse(rendered.homeFile()));
    }

    @Override
    public void saveTrace(RunRecord record) {
        save(record, TraceFile.EXTENSION, TraceFile::write);
    }

    @Override
    public void exportTrace(RunRecord record, ExportFormat format) {
        save(record, format.extension(), new ExportedTrace(format));
    }

    @Override
    public void exportSvg(RunRecord record) {
        session.show(record);
        screen.visibleRange()
                .ifPresent(seen -> save(record, "svg", (_, file) -> seen.writeSvg(file)));
    }

    @Override
    public void exportPng(RunRecord record) {
        session.show(record);
        screen.visibleRange()
                .ifPresent(seen -> save(record, "png", (_, file) -> seen.writePng(file)));
    }

    @Override
    public void delete(RunRecord record) {
        session.delete(record);
    }

    @Override
    public void openTrace() {
        askForTrace.run();
    }

    private void save(RunRecord record, String extension, TraceToFile writer) {
        RunInfo info = record.trace().info();
        String name = info.content() + "-" + info.model() + "-" + record.number() + "." + extension;
        surroundings.askWhereToSave(name).ifPresent(file -> session.save(record, file, writer));
    }
}
