package dev.lanescope.ui;

import static dev.lanescope.ui.Screens.Screen.SCALING;

import dev.lanescope.ui.compare.CompareModel;
import dev.lanescope.ui.scaling.ScalingModel;
import dev.lanescope.ui.session.Exporting;
import dev.lanescope.ui.session.Handout;
import dev.lanescope.ui.session.Notice;
import dev.lanescope.ui.session.SessionModel;

import java.util.Optional;

/// Hands what the screens of compared runs show to whoever is to have it: asks where to, and
/// writes.
///
/// @param exporting who writes
record StudyExport(
        SessionModel session,
        Screens screens,
        CompareModel comparing,
        ScalingModel scaling,
        Surroundings surroundings,
        Exporting exporting) {

    /// What is shown of several settings, or how they scale where that is shown.
    void export(Handout.Kind kind) {
        Optional<Handout> shown =
                screens.shownProperty().get() == SCALING ? scaling.handout() : comparing.handout();
        if (shown.isEmpty()) {
            session.say(
                    Notice.Kind.INFO,
                    "There is nothing to export yet: tick runs of several settings, or measure.");
            return;
        }
        surroundings
                .askWhereToSave(shown.get().name(kind))
                .ifPresent(file -> exporting.begin(shown.get(), kind, file));
    }
}
