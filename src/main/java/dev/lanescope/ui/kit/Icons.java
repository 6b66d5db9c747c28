package dev.lanescope.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons by what they mean. Size and colour come from the style sheet (`.ikonli-font-icon`), so
/// that an icon in a button has the colour of the button's words.
public enum Icons {
    FOLDER(Feather.FOLDER),
    CHEVRON_DOWN(Feather.CHEVRON_DOWN),
    CHEVRON_LEFT(Feather.CHEVRON_LEFT),
    CHEVRON_RIGHT(Feather.CHEVRON_RIGHT),
    PLAY(Feather.PLAY),
    PAUSE(Feather.PAUSE),
    STOP(Feather.SQUARE),
    KNOBS(Feather.SLIDERS),
    SEARCH(Feather.SEARCH),
    SUN(Feather.SUN),
    MOON(Feather.MOON),
    HELP(Feather.HELP_CIRCLE),
    INFO(Feather.INFO),
    PLUS(Feather.PLUS),
    MINUS(Feather.MINUS),
    WARNING(Feather.ALERT_TRIANGLE),
    FAILURE(Feather.X_CIRCLE),
    CHECK(Feather.CHECK),
    CLOSE(Feather.X),
    FILTER(Feather.FILTER),
    LINK(Feather.LINK),
    FLAG(Feather.FLAG),
    LAYERS(Feather.LAYERS),
    SHOW(Feather.EYE),
    EXPORT(Feather.DOWNLOAD),
    IMPORT(Feather.UPLOAD),
    EXTERNAL_LINK(Feather.EXTERNAL_LINK),
    DELETE(Feather.TRASH_2),
    ZOOM_IN(Feather.ZOOM_IN),
    ZOOM_OUT(Feather.ZOOM_OUT),
    FIT(Feather.MAXIMIZE_2),
    MORE(Feather.MORE_HORIZONTAL),
    TABLE(Feather.LIST),
    HISTORY(Feather.CLOCK);

    private final Feather feather;

    Icons(Feather feather) {
        this.feather = feather;
    }

    /// A new node; a node can be in one place only.
    public FontIcon node() {
        return new FontIcon(feather);
    }
}
