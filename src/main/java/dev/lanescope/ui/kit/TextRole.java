package dev.lanescope.ui.kit;

import javafx.scene.text.Font;

/// A use of text: face and size by what the text is for. Labels get it by [#styleClass], canvases
/// by [#font], charts drawn by Java2D by [#awtFont]. No text is smaller than 9.5.
public enum TextRole {
    /// The title of a scenario.
    TITLE("text-title", Face.SANS_STRONG, 16),
    /// The heading of the inspector, the brand.
    HEADING("text-heading", Face.SANS_STRONG, 13, ".popover > .content > .title > .text"),
    /// Running text, controls, tabs.
    BODY("text-body", Face.SANS, 12, ".root, .popover"),
    /// Buttons, names of runs.
    STRONG("text-strong", Face.SANS_STRONG, 12, ".button, .toggle-button.screen-tab:selected"),
    /// Tables, notes.
    SMALL("text-small", Face.SANS, 11, ".table-view, .list-view, .tooltip, .button.small"),
    /// Heads of panels and tables.
    SMALL_STRONG(
            "text-small-strong",
            Face.SANS_STRONG,
            11,
            ".table-view > .column-header-background .column-header"),
    /// Axes and words on lanes.
    AXIS("text-axis", Face.SANS, 10),
    /// Names of pages in their band.
    PAGE("text-page", Face.SANS, 9.5),
    /// Numbers in columns and readouts.
    NUM("num", Face.MONO, 11, ".table-view .table-row-cell > .table-cell.number"),
    /// Numbers on axes and in legends.
    NUM_SMALL("num-small", Face.MONO, 10),
    /// A number that is the point of its line.
    NUM_STRONG("num-strong", Face.MONO_STRONG, 11),
    /// The number of a panel.
    HEADLINE_NUM("headline-num", Face.MONO_STRONG, 16),
    /// The number of a screen.
    HEADLINE_NUM_LARGE("headline-num-large", Face.MONO_STRONG, 22);

    private final String styleClass;
    private final Face face;
    private final double size;
    private final String selectors;

    TextRole(String styleClass, Face face, double size) {
        this(styleClass, face, size, "");
    }

    /// @param controls selectors of the controls whose text has this role without being told
    TextRole(String styleClass, Face face, double size, String controls) {
        this.styleClass = styleClass;
        this.face = face;
        this.size = size;
        this.selectors = controls.isEmpty() ? "." + styleClass : "." + styleClass + ", " + controls;
    }

    public String styleClass() {
        return styleClass;
    }

    public double size() {
        return size;
    }

    public Font font() {
        return face.fx(size);
    }

    public java.awt.Font awtFont() {
        return face.awt((float) size);
    }

    /// The selectors of everything that has this role.
    String selectors() {
        return selectors;
    }

    /// The declarations of a style sheet that set the font.
    String css() {
        return "-fx-font-family: \"%s\"; -fx-font-weight: %s; -fx-font-size: %spx;"
                .formatted(face.fx(12).getFamily(), face.isBoldStyle() ? "bold" : "normal", size);
    }
}
