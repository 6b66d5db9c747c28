package dev.lanescope.ui;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What tests of gestures begin with: the window shows [KnownTraces#threeLanes], and hands are over
/// the lanes.
class OnThreeLanes {

    @TempDir Path temp;

    @RegisterExtension final WindowDriver driver = new WindowDriver();

    final Hands hands = new Hands(driver);

    @BeforeEach
    void open() throws Exception {
        hands.open(KnownTraces.threeLanes(), temp);
    }
}
