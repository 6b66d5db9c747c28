package dev.lanescope.cli;

import dev.lanescope.content.Site;
import dev.lanescope.lab.CostException;
import dev.lanescope.lab.MachineLoad;
import dev.lanescope.lab.curves.CurveBook;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.CurveLab;

import java.util.concurrent.atomic.AtomicReference;

/// Curves of one kind, measured from the terminal.
final class CurvesJob {

    private final Site site;
    private final int rounds;
    private final AtomicReference<CurveBook> book;
    private final MachineLoad before = MachineLoad.now();

    /// @param rounds 0 for as many as the kind has by itself
    CurvesJob(CurveKind asked, Site site, int rounds) {
        this.site = site;
        this.rounds = rounds == 0 ? asked.rounds() : rounds;
        this.book = new AtomicReference<>(new CurveBook(asked));
    }

    void measure(Streams watched, CtrlC ctrlC, long patienceMillis) throws Exception {
        ctrlC.ends(Thread.currentThread()::interrupt, patienceMillis);
        CurveKind asked = book.get().asked();
        String all = " of " + CurveBook.measurements(asked, rounds);
        try (var _ =
                new ProgressLine(watched, () -> "measured " + book.get().measurements() + all)) {
            new CurveLab(site).measure(asked, rounds, found -> book.set(book.get().with(found)));
        } catch (CostException e) {
            throw new TerminalException(ExitCode.GIVEN_UP, e.getMessage() + ".");
        } catch (InterruptedException _) {
            throw new TerminalException(
                    ExitCode.INTERRUPTED,
                    "stopped after " + book.get().measurements() + all + " measurements");
        }
    }

    CurveBook book() {
        return book.get();
    }

    Site site() {
        return site;
    }

    int rounds() {
        return rounds;
    }

    MachineLoad before() {
        return before;
    }
}
