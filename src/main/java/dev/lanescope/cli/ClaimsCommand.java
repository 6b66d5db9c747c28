package dev.lanescope.cli;

import dev.lanescope.claims.Claim;
import dev.lanescope.claims.Claims;
import dev.lanescope.claims.Here;
import dev.lanescope.claims.Reading;
import dev.lanescope.claims.decision.Answers;
import dev.lanescope.claims.decision.DecisionTree;
import dev.lanescope.claims.evidence.ClaimCard;
import dev.lanescope.claims.evidence.EvidenceBook;
import dev.lanescope.claims.evidence.EvidenceException;
import dev.lanescope.claims.evidence.Newest;
import dev.lanescope.claims.tables.FilledTable;
import dev.lanescope.claims.tables.TableFrame;
import dev.lanescope.claims.tables.Tables;
import dev.lanescope.content.ScanSettings;
import dev.lanescope.content.Site;
import dev.lanescope.recording.Workspace;

import java.util.ArrayList;
import java.util.List;

/// `lanescope claims [FOLDER]`: what others claimed, what is known of it here, and with `--test`
/// the experiment that decides.
final class ClaimsCommand implements Command {

    private static final String ALL = "all";

    private final OptionSheet sheet =
            new OptionSheet(
                    this,
                    "claims",
                    "List what others claimed about threads, interpreters and processes, say what is"
                            + " known of it here, and test it.");

    private final Given<List<String>> tests =
            sheet.texts(
                            "--test",
                            "ID,...",
                            "Do the experiments of these claims, or of `all` that can be tested here,"
                                    + " and keep what comes out.")
                    .or(List.of());

    private final Given<String> claim =
            sheet.text(
                    "--claim", "ID", "Show the card of one claim with its rule and its figures.");

    private final Given<List<String>> tables =
            sheet.texts(
                            "--table",
                            "ID,...",
                            "Show these tables of the documents, or `all`, with what was measured here"
                                    + " in their cells.")
                    .or(List.of());

    private final Given<Boolean> measure =
            sheet.flag(
                    "--measure",
                    "With --table: measure what is missing in them, one trial after the other, and keep"
                            + " what comes out.");

    private final Given<Boolean> local =
            sheet.flag("--local", "For the decision tree: what goes wrong must stay local.");

    private final Given<Boolean> async =
            sheet.flag("--async", "For the decision tree: the code is written for asyncio.");

    private final StudyOptions options = new StudyOptions(sheet);

    private final Streams streams;
    private final CtrlC ctrlC;

    ClaimsCommand(Streams streams, CtrlC ctrlC) {
        this.streams = streams;
        this.ctrlC = ctrlC;
    }

    @Override
    public OptionSheet sheet() {
        return sheet;
    }

    @Override
    public Integer call() throws Exception {
        options.folder.or(Workspace.sampleContent());
        boolean tested = !tests.get().isEmpty();
        if (measure.get() && tables.get().isEmpty()) {
            throw TerminalException.badInput(
                    "--measure fills tables: name one with --table, or all of them with --table"
                            + " all.");
        }
        if (!tables.get().isEmpty()) {
            return tabulate().number();
        }
        if (!tested && options.areOfAStudy()) {
            throw TerminalException.badInput(
                    "Options of a study, such as --repeats and --report, are for the study of a"
                            + " test: name one with --test.");
        }
        List<Claim> named = new ArrayList<>();
        List<String> ids = tests.get().stream().map(String::strip).toList();
        boolean all = ids.contains(ALL);
        for (String id : ids) {
            if (!id.equals(ALL)) {
                named.add(byId(id));
            }
        }
        List<Claim> shown = claim.isThere() ? List.of(byId(claim.get())) : Claims.all();
        Streams watched = options.json.get() ? streams.still() : streams;
        var settings = new ScanSettings(options.pages.drafts());
        Site site = Scan.of(options.folder(), settings, watched);
        Here here = Here.with(site);
        if (all) {
            named.clear();
            Claims.all().stream().filter(each -> each.obstacle(here).isEmpty()).forEach(named::add);
        }
        ExitCode code = ExitCode.ALL_CAME_OUT;
        if (!named.isEmpty()) {
            var job = new ClaimsJob(options, site, here, streams, ctrlC);
            code = job.test(named);
            shown = claim.isThere() ? shown : named;
        }
        tell(shown, here);
        return code.number();
    }

    private ExitCode tabulate() throws Exception {
        if (!tests.get().isEmpty() || claim.isThere()) {
            throw TerminalException.badInput(
                    "--table shows tables, --test and --claim are about claims: leave one of them"
                            + " out.");
        }
        if (options.areOfAStudy() && !(measure.get() && options.isNothingButRepeats())) {
            throw TerminalException.badInput(
                    "Of the options of a study --table takes --repeats, and that with --measure.");
        }
        List<TableFrame> frames = new ArrayList<>();
        for (String id : tables.get()) {
            frames.addAll(id.strip().equals(ALL) ? Tables.all() : List.of(table(id.strip())));
        }
        Streams watched = options.json.get() ? streams.still() : streams;
        Site site = Scan.of(options.folder(), new ScanSettings(options.pages.drafts()), watched);
        Here here = Here.with(site);
        List<TableFrame> asked = frames.stream().distinct().toList();
        if (measure.get()) {
            new TableJob(options, site, here, streams, ctrlC)
                    .measure(FilledTable.missing(filled(asked, here, kept())));
        }
        EvidenceBook.Contents kept = kept();
        List<FilledTable> filled = filled(asked, here, kept);
        if (options.json.get()) {
            Json.print(
                    filled.stream().map(each -> TableJson.of(each, here, kept)).toList(),
                    streams.out());
        } else {
            for (FilledTable each : filled) {
                new TableReport(each, kept).print(streams.out());
                streams.out().println();
            }
            kept.complaints().forEach(each -> streams.err().println(Plain.of(each)));
        }
        return ExitCode.ALL_CAME_OUT;
    }

    private static List<FilledTable> filled(
            List<TableFrame> frames, Here here, EvidenceBook.Contents kept) {
        return frames.stream().map(each -> FilledTable.of(each, here, kept.evidence())).toList();
    }

    private static TableFrame table(String id) throws TerminalException {
        List<String> ids = Tables.all().stream().map(TableFrame::id).toList();
        return Tables.byId(id)
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "there is no table '"
                                        + id
                                        + "'; there are "
                                        + String.join(", ", ids)
                                        + "."
                                        + Nearest.question(id, ids)));
    }

    private void tell(List<Claim> shown, Here here) throws TerminalException {
        EvidenceBook.Contents kept = kept();
        List<ClaimCard> cards =
                shown.stream().map(each -> ClaimCard.of(each, here, kept.evidence())).toList();
        if (options.json.get()) {
            Json.print(
                    cards.stream().map(card -> ClaimJson.of(card, here)).toList(), streams.out());
        } else {
            var report = new ClaimsReport(cards, here);
            if (claim.isThere() || !tests.get().isEmpty()) {
                report.printCards(streams.out());
            } else {
                report.printList(streams.out());
                List<Reading> readings = new Newest(here, kept.evidence()).readings();
                report.printAdvice(
                        DecisionTree.path(Answers.of(here, readings, local.get(), async.get())),
                        streams.out());
            }
            kept.complaints().forEach(each -> streams.err().println(Plain.of(each)));
        }
    }

    static EvidenceBook.Contents kept() throws TerminalException {
        try {
            return EvidenceBook.ofUser().read();
        } catch (EvidenceException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, String.valueOf(e.getMessage()));
        }
    }

    private static Claim byId(String id) throws TerminalException {
        List<String> ids = Claims.all().stream().map(Claim::id).toList();
        return Claims.byId(id)
                .orElseThrow(() ->
                        TerminalException.badInput(
                                "there is no claim '"
                                        + id
                                        + "'; `claims` lists them."
                                        + Nearest.question(id, ids)));
    }
}
