package dev.lanescope.ui.claims;

import dev.lanescope.claims.Here;
import dev.lanescope.claims.evidence.Evidence;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.guide.Guide;
import dev.lanescope.claims.guide.GuideBook;
import dev.lanescope.claims.guide.GuideExperiment;
import dev.lanescope.claims.guide.GuidePaper;
import dev.lanescope.claims.guide.GuideWork;
import dev.lanescope.claims.guide.Step;
import dev.lanescope.claims.guide.StepState;
import dev.lanescope.content.Site;
import dev.lanescope.exchange.report.Paper;
import dev.lanescope.exchange.report.ReportFormat;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;
import dev.lanescope.ui.session.ChosenRuns;
import dev.lanescope.ui.session.Content;
import dev.lanescope.ui.session.Notice;
import dev.lanescope.ui.session.RunRecord;
import dev.lanescope.ui.session.Sentence;
import dev.lanescope.ui.session.SessionModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the guide shows: one of the plans, where its steps stand with the open folder, and the step
/// that goes on. It works only while somebody looks, or a step goes on.
public final class GuideModel {

    private static final String STUDY = "settings take turns; the foot of the window says how far";

    private final SessionModel session;
    private final ChosenRuns chosen;
    private final Background background;
    private final EvidenceBook evidence;
    private final GuideBook book;
    private final Chain chain;
    private final Latest<GuideTold.Asked, GuideTold> working;
    private final ObjectProperty<Guide> guide = new SimpleObjectProperty<>(Guide.FEASIBILITY);
    private final ReadOnlyObjectWrapper<Optional<GuideTold>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Step>> underWay =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean shown;
    private boolean goesOn;

    public GuideModel(
            SessionModel session,
            ChosenRuns chosen,
            Background background,
            EvidenceBook evidence,
            GuideBook book) {
        this.session = session;
        this.chosen = chosen;
        this.background = background;
        this.evidence = evidence;
        this.book = book;
        chain =
                new Chain(
                        session,
                        chosen,
                        background,
                        evidence,
                        "A step of a study is being done",
                        () -> () -> () -> {}); // told when the step is over
        working = new Latest<>(background, "guide", GuideTold::of, this::take);
        chosen.property().subscribe(this::ask);
        session.contentProperty().subscribe(this::askAnew);
        guide.subscribe((_, _) -> askAnew());
    }

    /// Whether somebody looks.
    public void setShown(boolean now) {
        shown = now;
        ask();
    }

    /// What is begun next must not be of another folder or study.
    private void askAnew() {
        told.set(Optional.empty());
        goesOn = false;
        ask();
    }

    private void ask() {
        if (!shown) {
            goesOn = false;
            working.forget();
        } else if (session.contentProperty().get() instanceof Content.Ready(Site site)) {
            working.ask(
                    new GuideTold.Asked(
                            guide.get(),
                            site,
                            chosen.property().get().stream()
                                    .filter(record -> record.experiment().isPresent())
                                    .map(RunRecord::trace)
                                    .toList(),
                            evidence,
                            book));
        }
    }

    private void take(GuideTold now) {
        told.set(Optional.of(now));
        if (goesOn) {
            goesOn = false;
            goOn();
        }
    }

    /// Which plan is looked at.
    ObjectProperty<Guide> guideProperty() {
        return guide;
    }

    /// Empty before the first look.
    ReadOnlyObjectProperty<Optional<GuideTold>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// The step that goes on.
    ReadOnlyObjectProperty<Optional<Step>> underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /// What is being done for it.
    ReadOnlyObjectProperty<Optional<String>> doingProperty() {
        return chain.doingProperty();
    }

    /// Where a step stands; under way if it goes on.
    StepState state(Step step, GuideTold now) {
        Optional<String> doing = chain.doingProperty().get();
        return underWay.get().filter(step::equals).isPresent() && doing.isPresent()
                ? new StepState.UnderWay(Sentence.begun(doing.get()) + " \u2026")
                : now.state().state(step);
    }

    /// Does the first step that can be done and is not, as soon as it is known which.
    public void goOn() {
        if (told.get().isEmpty()) {
            goesOn = true;
            return;
        }
        told.get()
                .flatMap(now -> now.state().next())
                .ifPresentOrElse(
                        this::begin,
                        () -> session.say(Notice.Kind.INFO, "There is no step left to be done."));
    }

    /// Does a step, whatever is known of it already.
    void begin(Step step) {
        told.get()
                .filter(now -> step.obstacle(now.state().here()).isEmpty())
                .ifPresent(now -> begin(step, now));
    }

    private void begin(Step step, GuideTold now) {
        Here here = now.state().here();
        Guide asked = now.state().guide();
        List<Chain.Link> links = new ArrayList<>();
        links.add(
                new Chain.Link.Attempt(() -> {
                    book.begun(asked, now.site(), step);
                    return Evidence.now(here, List.of(), List.of());
                }));
        step.experiments(here).forEach(each -> links.add(link(each, now)));
        long begun = System.nanoTime();
        underWay.set(Optional.of(step));
        if (!chain.begin(links, whole -> over(asked, now.site(), step, begun, whole))) {
            underWay.set(Optional.empty());
        }
    }

    private void over(Guide asked, Site site, Step step, long begun, boolean whole) {
        underWay.set(Optional.empty());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        background.run(
                "note a time",
                () -> {
                    book.ended(asked, site, step, took, whole);
                    return true;
                },
                _ -> ask(),
                failure -> {
                    if (!isFailureTold()) { // what ended the step says more
                        session.sayFailure(failure);
                    }
                    ask();
                });
    }

    private boolean isFailureTold() {
        return session.noticeProperty()
                .get()
                .filter(told -> told.kind() == Notice.Kind.FAILURE)
                .isPresent();
    }

    private Chain.Link link(GuideExperiment experiment, GuideTold now) {
        Here here = now.state().here();
        return GuideWork.isStudy(experiment)
                ? new Chain.Link.Measure(
                        () ->
                                GuideWork.study(
                                        experiment,
                                        here,
                                        now.site(),
                                        session.renderingProperty().get()),
                        STUDY,
                        true,
                        result -> GuideWork.of(result, here))
                : new Chain.Link.Attempt(
                        () -> GuideWork.carryOut(experiment, now.site(), here, chain::says));
    }

    /// Ends the step that goes on; what was found until then is kept.
    public void stop() {
        chain.stop();
    }

    /// Why no step can be begun at the moment; empty if one can.
    ReadOnlyObjectProperty<Optional<String>> refusalProperty() {
        return session.trials().refusalProperty();
    }

    /// The name to propose for a report.
    String reportName() {
        return guide.get().id()
                + told.get().map(now -> "-" + now.site().name()).orElse("")
                + ".html";
    }

    /// Writes a report of all that is known into a file; its ending says as what.
    void save(Path file) {
        Optional<ReportFormat> format = ReportFormat.byFile(file);
        if (format.isEmpty()) {
            session.say(
                    Notice.Kind.FAILURE,
                    "The ending of "
                            + file.getFileName()
                            + " does not tell what the report is to be; call it *.html or *.md.");
            return;
        }
        told.get()
                .ifPresent(now -> {
                    Paper paper = GuidePaper.of(now.state());
                    background.run(
                            "write a report",
                            () -> {
                                paper.write(file, format.get());
                                return file;
                            },
                            saved -> session.say(Notice.Kind.INFO, "The report is " + saved),
                            session::sayFailure);
                });
    }
}
