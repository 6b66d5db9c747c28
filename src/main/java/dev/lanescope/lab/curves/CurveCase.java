package dev.lanescope.lab.curves;

import dev.lanescope.content.ScanProgress;
import dev.lanescope.content.SiteScanner;
import dev.lanescope.lab.CaseWords;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/// Measures one row once, in a process of its own. What came of it is the last line on stdout.
final class CurveCase {

    static final String CURVE = "CURVE ";

    private CurveCase() {}

    /// Measures, and says what came of it.
    ///
    /// @param args its folder, kind, row, content folder, milliseconds of warm-up
    public static void main(String[] args) {
        CaseProcess.endWithParent(Path.of(args[0]));
        PrintStream out = System.out;
        System.setOut(System.err);
        out.println(say(args));
        out.flush();
        CaseProcess.over();
    }

    private static String say(String[] args) {
        try {
            Row row =
                    CurveKind.byId(args[1]).orElseThrow().rows().stream()
                            .filter(each -> each.id().equals(args[2]))
                            .findFirst()
                            .orElseThrow();
            var place =
                    new Row.Place(
                            SiteScanner.scan(Path.of(args[3]), ScanProgress.NONE),
                            Path.of(args[0], "site"),
                            Duration.ofMillis(Long.parseLong(args[4])));
            return CURVE + row.measure(place).line();
        } catch (Exception | OutOfMemoryError e) {
            return CaseWords.failed(e);
        }
    }
}
