package dev.lanescope.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// Writes the style sheet of a theme: imports, then the palette as `-ls-` colours, then the text
/// roles.
///
/// The result is a `data:` address, because a user-agent style sheet must be one address. It has no
/// folder to be relative to, so its imports are absolute names on the class path. Imported rules
/// come first, so what is written here wins.
final class ThemeSheet {

    private static final String HERE = "/dev/lanescope/ui/kit/";

    private ThemeSheet() {}

    static String address(String primer, Palette palette) {
        byte[] css = text(primer, palette).getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=UTF-8;base64," + Base64.getEncoder().encodeToString(css);
    }

    static String text(String primer, Palette palette) {
        StringBuilder css = new StringBuilder();
        importing(css, "/atlantafx/base/theme/" + primer + ".css");
        importing(css, HERE + "roles.css");
        importing(css, HERE + "controls.css");
        importing(css, HERE + "lanescope.css");
        css.append(".root {\n");
        ground(css, palette);
        palette.stages()
                .forEach((label, fill) -> {
                    String name = "-ls-stage-" + label.replace(' ', '-');
                    colour(css, name, fill.fill());
                    colour(css, name + "-ink", fill.ink());
                });
        palette.states().forEach((look, hue) -> colour(css, look.css(), hue));
        palette.models().forEach((name, hue) -> colour(css, "-ls-model-" + name, hue));
        css.append("}\n");
        for (TextRole role : TextRole.values()) {
            css.append(role.selectors()).append(" { ").append(role.css()).append(" }\n");
        }
        return css.toString();
    }

    private static void importing(StringBuilder css, String address) {
        css.append("@import url(\"").append(address).append("\");\n");
    }

    private static void ground(StringBuilder css, Palette palette) {
        Palette.Ground ground = palette.ground();
        colour(css, "-ls-bg", ground.bg());
        colour(css, "-ls-inset", ground.inset());
        colour(css, "-ls-raise", ground.raise());
        colour(css, "-ls-raise2", ground.raise2());
        colour(css, "-ls-line", ground.line());
        colour(css, "-ls-line2", ground.line2());
        colour(css, "-ls-fg", ground.fg());
        colour(css, "-ls-muted", ground.muted());
        colour(css, "-ls-subtle", ground.subtle());
        colour(css, "-ls-accent", ground.accent());
        colour(css, "-ls-accent-emphasis", ground.accentEmphasis());
        colour(css, "-ls-ok", ground.ok());
        colour(css, "-ls-warn", ground.warn());
        colour(css, "-ls-bad", ground.bad());
        colour(css, "-ls-hl", ground.hl());
        colour(css, "-ls-sel", ground.sel());
        colour(css, "-ls-accent-faint", palette.faint(ground.accent()));
        colour(css, "-ls-ok-faint", palette.faint(ground.ok()));
        colour(css, "-ls-warn-faint", palette.faint(ground.warn()));
        colour(css, "-ls-bad-faint", palette.faint(ground.bad()));
        colour(css, "-ls-hover", Argb.withAlpha(ground.muted(), 0.12));
        colour(css, "-ls-thumb", Argb.withAlpha(ground.muted(), 0.45));
    }

    private static void colour(StringBuilder css, String name, int argb) {
        css.append("  ").append(name.toLowerCase(Locale.ROOT)).append(": ");
        css.append(Argb.web(argb)).append(";\n");
    }
}
