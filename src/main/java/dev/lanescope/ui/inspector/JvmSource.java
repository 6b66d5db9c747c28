package dev.lanescope.ui.inspector;

import dev.lanescope.analysis.JvmAccount;
import dev.lanescope.trace.Snapshot;
import dev.lanescope.ui.kit.Background;
import dev.lanescope.ui.kit.Latest;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// What the JVM cost the lanes of a trace: at once where that takes no time to speak of or it is
/// known, otherwise from the background. It is added up once a trace.
final class JvmSource {

    /// Up to so many spans are looked at while the window waits.
    static final long AT_ONCE = 50_000;

    private record Answer(Snapshot trace, JvmAccount account) {}

    private final Latest<Snapshot, Answer> latest;
    private @Nullable Answer known;
    private @Nullable Snapshot asked;

    /// @param whenReady called on the FX thread when an answer came from the background
    JvmSource(Background background, Runnable whenReady) {
        latest =
                new Latest<>(
                        background,
                        "what the JVM cost",
                        trace -> new Answer(trace, JvmAccount.of(trace)),
                        answer -> {
                            if (asked != null) { // else nobody wants to know any more
                                known = answer;
                                whenReady.run();
                            }
                        });
    }

    /// Empty if it takes a moment; of a run that goes on, the account of a moment ago is better
    /// than none.
    @SuppressWarnings("ReferenceEquality") // the very trace
    Optional<JvmAccount> of(Snapshot trace) {
        if (known == null || known.trace() != trace) {
            if (trace.spans() <= AT_ONCE) {
                known = new Answer(trace, JvmAccount.of(trace));
                asked = trace;
            } else if (asked != trace) {
                asked = trace;
                latest.ask(trace);
            }
        }
        return Optional.ofNullable(known)
                .filter(answer -> answer.trace() == trace || answer.trace().isOfRun(trace))
                .map(Answer::account);
    }

    /// Lets go of the trace.
    void forget() {
        known = null;
        asked = null;
        latest.forget();
    }
}
