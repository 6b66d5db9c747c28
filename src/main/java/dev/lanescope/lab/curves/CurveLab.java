package dev.lanescope.lab.curves;

import dev.lanescope.content.Site;
import dev.lanescope.lab.CaseWords;
import dev.lanescope.lab.CostException;
import dev.lanescope.recording.apart.CaseAnswer;
import dev.lanescope.recording.apart.CaseProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// Measures curves, each row in a JVM of its own, so that no row finds the compiled code and the
/// threads that another one left.
public final class CurveLab {

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Site site;
    private final Duration warmUp;

    /// @param site whose pages are used, where pages are
    public CurveLab(Site site) {
        this(site, WARM_UP);
    }

    /// @param warmUp how long each JVM does, at least, what it measures before it does measure
    public CurveLab(Site site, Duration warmUp) {
        this.site = site;
        this.warmUp = warmUp;
    }

    /// Measures all that belongs to a kind, round by round, in an order drawn anew each round, so
    /// that whatever the machine does meanwhile meets all of it alike.
    ///
    /// @param receiver told what each measurement came to
    public void measure(CurveKind asked, int rounds, Consumer<CurveFinding> receiver)
            throws CostException, IOException, InterruptedException {
        measure(CurveBook.plan(asked), rounds, receiver);
    }

    /// The same of rows of one's own choice.
    public void measure(Map<CurveKind, List<Row>> plan, int rounds, Consumer<CurveFinding> receiver)
            throws CostException, IOException, InterruptedException {
        var random = new Random();
        List<Step> order = new ArrayList<>();
        plan.forEach((kind, rows) -> rows.forEach(row -> order.add(new Step(kind, row))));
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Step step : order) {
                Curve curve = of(step.kind, step.row);
                receiver.accept(new CurveFinding(step.kind, step.row, curve));
            }
        }
    }

    private record Step(CurveKind kind, Row row) {}

    /// Measures one row once; an interrupt ends it, and nothing is left of it then.
    ///
    /// @throws CostException if it cannot be measured
    public Curve of(CurveKind kind, Row row)
            throws CostException, IOException, InterruptedException {
        var process = new CaseProcess(CurveCase.class, options(row), row.environment(), LONGEST);
        String folder = site.folder().toString();
        String millis = Long.toString(warmUp.toMillis());
        return read(row, process.run(List.of(kind.id(), row.id(), folder, millis)));
    }

    private static List<String> options(Row row) {
        List<String> options = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseSerialGC"));
        options.addAll(row.options());
        return options;
    }

    static Curve read(Row row, CaseAnswer answer) throws CostException {
        String told = CaseWords.of(row.id(), CurveCase.CURVE, answer, LONGEST);
        try {
            return Curve.parse(told);
        } catch (IllegalArgumentException e) {
            throw CaseWords.nonsense(row.id(), e);
        }
    }
}
