package dev.lanescope.ui.session;

import dev.lanescope.analysis.Amounts;
import dev.lanescope.concurrency.ConcurrencyModel;
import dev.lanescope.concurrency.knobs.Knob;
import dev.lanescope.concurrency.knobs.Knobs;

/// What Run would run, in words.
final class ExperimentWords {

    private ExperimentWords() {}

    static String of(SessionModel session) {
        ConcurrencyModel model = session.modelProperty().get();
        var words = new StringBuilder(model.title());
        if (!model.setting().isEmpty()) {
            words.append(" on ").append(model.setting());
        }
        if (!model.workers().isFixed()) {
            words.append(" with ").append(Amounts.count(session.effectiveWorkers(), "worker"));
        }
        String turned = session.effectiveKnobs().words();
        words.append(turned.isEmpty() ? ", everything as usual." : ": " + turned + ".");
        Knobs wanted = session.knobsProperty().get();
        for (Knob knob : wanted.turned()) {
            model.refusal(wanted.only(knob))
                    .ifPresent(why ->
                            words.append(" Left out: ").append(knob.id()).append(". ").append(why));
        }
        if (wanted.warmUp() > 0 && session.effectiveKnobs().warmUp() == 0) {
            wanted.conflict().ifPresent(why -> words.append(" Left out: warm-up. ").append(why));
        }
        return words.toString();
    }
}
