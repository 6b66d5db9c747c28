package dev.lanescope.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

import java.util.function.Consumer;

/// Listening that does not outlive the listener. What listens to something that lives as long as
/// the app (its theme, its session) is kept alive by it, unless it listens only while it is shown.
public final class Shown {

    private Shown() {}

    /// Tells a value now and whenever it changes while a node is shown in a window; what changed
    /// meanwhile is told when it is shown again.
    public static <T> void follow(
            Node node, ObservableValue<T> value, Consumer<? super T> receiver) {
        ObservableValue<Boolean> isShown =
                node.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty)
                        .orElse(false);
        value.when(isShown).subscribe(receiver);
    }
}
