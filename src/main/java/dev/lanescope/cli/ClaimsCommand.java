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
        if (!tested && options.areOfAStudy()) {
            throw TerminalException.badInput(
                    "Options of a study, such as --repeats and --report, are for the study of a"
                            + " test: name one with --test.");
        }
        List<Claim> named = new ArrayList<>();
        boolean all = tests.get().contains(ALL);
        for (String id : tests.get()) {
            if (!id.strip().equals(ALL)) {
                named.add(byId(id.strip()));
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
                List<Reading> readings = ClaimCard.readings(here, kept.evidence());
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
