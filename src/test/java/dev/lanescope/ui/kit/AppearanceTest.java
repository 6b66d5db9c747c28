package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.ui.OnScreen;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

@OnScreen
class AppearanceTest {

    @Test
    void it_follows_the_system_until_told_otherwise() throws Exception {
        Fx.run(() -> {
            var system = new SimpleObjectProperty<>(ColorScheme.DARK);
            var appearance = new Appearance(ThemeChoice.FOLLOW_SYSTEM, system);
            assertThat(appearance.theme()).isEqualTo(Theme.DARK);
            system.set(ColorScheme.LIGHT);
            assertThat(appearance.theme()).isEqualTo(Theme.LIGHT);
            assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.LIGHT.stylesheet());
            appearance.toggle();
            assertThat(appearance.choiceProperty().get()).isEqualTo(ThemeChoice.DARK);
            assertThat(appearance.palette()).isEqualTo(Theme.DARK.palette());
            assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.DARK.stylesheet());
            system.set(ColorScheme.DARK);
            system.set(ColorScheme.LIGHT);
            assertThat(appearance.theme()).isEqualTo(Theme.DARK);
            appearance.choiceProperty().set(ThemeChoice.FOLLOW_SYSTEM);
            assertThat(appearance.theme()).isEqualTo(Theme.LIGHT);
        });
    }
}
