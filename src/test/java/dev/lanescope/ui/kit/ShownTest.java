package dev.lanescope.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.Wait;
import dev.lanescope.ui.OnScreen;

import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

@Timeout(60)
@OnScreen
class ShownTest {

    private final SimpleObjectProperty<String> theme = new SimpleObjectProperty<>("dark");

    @Test
    void a_value_is_told_at_once_and_at_each_change_while_the_node_is_shown() throws Exception {
        List<String> told = new ArrayList<>();
        Fx.run(() -> {
            var node = new Region();
            Shown.follow(node, theme, told::add);
            assertThat(told).containsExactly("dark");
            theme.set("light");
            assertThat(told).as("not shown").containsExactly("dark");
            var stage = new Stage();
            stage.setScene(new Scene(new VBox(node)));
            stage.show();
            assertThat(told).as("what changed meanwhile").containsExactly("dark", "light");
            theme.set("dark");
            stage.hide();
            theme.set("light");
            assertThat(told).containsExactly("dark", "light", "dark");
        });
    }

    /// A node that repaints itself, as panes do.
    private static final class Painted extends Region {
        private final SimpleIntegerProperty paints = new SimpleIntegerProperty();

        Painted(SimpleObjectProperty<String> theme) {
            Shown.follow(this, theme, _ -> paints.set(paints.get() + 1));
        }
    }

    @Test
    void what_is_shown_no_more_is_forgotten_though_the_value_lives_on() throws Exception {
        List<WeakReference<Painted>> kept = new ArrayList<>();
        Fx.run(() -> {
            var node = new Painted(theme);
            kept.add(new WeakReference<>(node));
            var stage = new Stage();
            stage.setScene(new Scene(new VBox(node)));
            stage.show();
            stage.hide();
            stage.setScene(new Scene(new VBox()));
        });
        Wait.until(() -> {
            System.gc();
            return kept.getFirst().get() == null;
        });
        theme.set("light");
        assertThat(theme.get()).isEqualTo("light");
    }
}
