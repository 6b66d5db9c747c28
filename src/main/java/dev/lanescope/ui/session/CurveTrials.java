package dev.lanescope.ui.session;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.Site;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.curves.CurveFinding;
import dev.lanescope.lab.curves.CurveKind;
import dev.lanescope.lab.curves.CurveLab;
import dev.lanescope.recording.Workspace;

import java.util.Optional;
import java.util.function.Consumer;

/// Curves as the window measures them.
final class CurveTrials {

    private CurveTrials() {}

    /// All rows of a kind, in turn.
    ///
    /// @param content whose pages are used; if none is given, those of the sample content
    static void findAll(CurveKind kind, Optional<Site> content, Consumer<CurveFinding> found)
            throws Exception {
        Site site =
                content.isPresent()
                        ? content.get()
                        : SiteScanner.scan(Workspace.sampleContent(), ScanProgress.NONE);
        new CurveLab(site).measure(kind, kind.rounds(), found);
    }
}
