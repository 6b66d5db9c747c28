package dev.lanescope.ui.inspector;

import dev.lanescope.ui.kit.Icons;

import javafx.scene.control.Button;

/// Opens a rendered page in the browser.
final class OpenPageButton extends Button {

    OpenPageButton(Runnable open) {
        super("Open this page", Icons.EXTERNAL_LINK.node());
        setId("open-page");
        setOnAction(_ -> open.run());
    }
}
