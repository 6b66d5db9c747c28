package dev.lanescope.ui.kit;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Keeps the keyboard where it is while a part of the window is built anew: what had the focus, or
/// what says the same in its place, has it afterwards.
public final class KeptFocus {

    private KeptFocus() {}

    /// Rebuilds what is inside of a parent.
    public static void around(Parent parent, Runnable rebuild) {
        Node owner = parent.getScene() == null ? null : parent.getScene().getFocusOwner();
        if (owner == null || !isInside(owner, parent)) {
            rebuild.run();
            return;
        }
        String name = nameOf(owner);
        int place = places(parent, owner).indexOf(owner);
        rebuild.run();
        if (isInside(owner, parent) && owner.isFocused()) {
            return;
        }
        List<Node> places = places(parent, owner);
        places.stream()
                .filter(node -> nameOf(node).equals(name))
                .findFirst()
                .or(() -> places.stream().limit(place + 1L).reduce((_, later) -> later))
                .ifPresent(Node::requestFocus);
    }

    @SuppressWarnings("ReferenceEquality") // the very node
    private static boolean isInside(Node node, Parent parent) {
        @Nullable Parent above = node.getParent();
        while (above != null && !above.equals(parent)) {
            above = above.getParent();
        }
        return above != null;
    }

    private static String nameOf(Node node) {
        String words = node instanceof Labeled labeled ? labeled.getText() : "";
        return node.getClass().getName() + ":" + node.getId() + ":" + words;
    }

    /// All nodes of the kind of the owner that can have the focus, from the top.
    private static List<Node> places(Parent parent, Node owner) {
        List<Node> found = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.getClass() == owner.getClass()) {
                found.add(child);
            }
            if (child instanceof Parent inner) {
                found.addAll(places(inner, owner));
            }
        }
        return found;
    }
}
