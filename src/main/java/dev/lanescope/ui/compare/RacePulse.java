package dev.lanescope.ui.compare;

import dev.lanescope.ui.kit.FrameTicker;
import dev.lanescope.ui.kit.Motion;

import javafx.scene.Node;

import java.time.Duration;

/// Tells a [Race] how much time has passed, once a frame while it goes on and can be seen. Where
/// motion is reduced, once a second.
final class RacePulse {

    private static final long CALM_NANOS = 1_000_000_000;

    /// After a longer gap nobody was looking.
    private static final long LONGEST_NANOS = 2_000_000_000;

    private final Race race;
    private final Motion motion;
    private final FrameTicker ticker;
    private long before;

    /// @param node what must be seen
    RacePulse(Node node, Race race, Motion motion) {
        this.race = race;
        this.motion = motion;
        ticker = new FrameTicker(node, Duration.ZERO, this::tick);
    }

    /// From now on, as long as there is the race.
    void start() {
        race.playingProperty()
                .subscribe(now -> {
                    before = System.nanoTime();
                    ticker.activeProperty().set(now);
                });
    }

    private void tick() {
        long now = System.nanoTime();
        long passed = now - before;
        if (passed >= CALM_NANOS || !motion.reducedProperty().get()) {
            before = now;
            race.advance(Math.min(passed, LONGEST_NANOS));
        }
    }
}
