package dev.lanescope.claims.tables;

import static dev.lanescope.claims.tables.TableFrame.cell;
import static dev.lanescope.claims.tables.TableFrame.row;

import dev.lanescope.claims.Build;
import dev.lanescope.claims.Side;

import java.util.List;

/// The first two versions of CPython that can go without the GIL, as the documents hold them
/// against each other: what one thread pays, what several gain, and two things that no measurement
/// tells.
final class TwoVersions {

    static final TableFrame TABLE =
            new TableFrame(
                    "versions",
                    "Without the GIL: CPython 3.13 and 3.14",
                    "The release notes of both, PEP 703 and PEP 779, as the documents sum them up",
                    "Without the GIL",
                    List.of("3.13", "3.14"),
                    List.of(
                            row(
                                    "Overhead of one thread",
                                    overhead("about 40 %", Build.GIL_3_13, Build.FREE_3_13),
                                    overhead("5 to 10 %", Build.GIL_3_14, Build.FREE_3_14)),
                            row(
                                    "Speed-up of threads that compute",
                                    speedUp("grows with the cores", Build.FREE_3_13),
                                    speedUp("grows with the cores", Build.FREE_3_14)),
                            row(
                                    "Adaptive interpreter",
                                    never("switched off", "no program can see it from outside"),
                                    never("on again", "no program can see it from outside")),
                            row(
                                    "Ready for production",
                                    never("no: experimental", "it is a judgement"),
                                    never("supported, not the default", "it is a judgement"))));

    private TwoVersions() {}

    private static TableFrame.Cell overhead(String theirs, Build with, Build without) {
        Side fast = Side.python("sequential", with);
        Side slow = Side.python("sequential", without);
        return cell(theirs, Lines.longer(Lines.overhead(fast, slow), Lines.PYTHON));
    }

    private static TableFrame.Cell speedUp(String theirs, Build build) {
        return cell(theirs, Lines.computing(Side.python("threads", build)));
    }

    private static TableFrame.Cell never(String theirs, String because) {
        return cell(theirs, Lines.never(Lines.PYTHON, because));
    }
}
