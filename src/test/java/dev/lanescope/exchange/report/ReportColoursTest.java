package dev.lanescope.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanescope.ui.kit.Palette;
import dev.lanescope.ui.kit.StateLook;
import dev.lanescope.ui.kit.Theme;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// A report has the colours of the window, by day and by night.
class ReportColoursTest {

    private static final Pattern VARIABLE = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");

    @Test
    void by_day_they_are_those_of_the_light_theme() throws Exception {
        String css = css();
        hold(css.substring(0, css.indexOf("@media screen")), Theme.LIGHT.palette());
    }

    @Test
    void by_night_they_are_those_of_the_dark_theme() throws Exception {
        String css = css();
        hold(css.substring(css.indexOf("@media screen")), Theme.DARK.palette());
    }

    private static void hold(String css, Palette palette) {
        Map<String, String> colours = new HashMap<>();
        VARIABLE.matcher(css)
                .results()
                .forEach(variable -> colours.put(variable.group(1), variable.group(2)));
        assertThat(colours)
                .containsEntry("ground", web(palette.ground().bg()))
                .containsEntry("inset", web(palette.ground().inset()))
                .containsEntry("words", web(palette.ground().fg()))
                .containsEntry("muted", web(palette.ground().muted()))
                .containsEntry("line", web(palette.ground().line()))
                .containsEntry("bad", web(palette.ground().bad()));
        palette.stages()
                .forEach((stage, fill) ->
                        assertThat(colours)
                                .containsEntry(stage.replace(' ', '-'), web(fill.fill()))
                                .containsEntry("on-" + stage.replace(' ', '-'), web(fill.ink())));
        for (StateLook look : StateLook.values()) {
            assertThat(colours)
                    .containsEntry(look.name().toLowerCase(Locale.ROOT), web(palette.state(look)));
        }
    }

    private static String web(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }

    private static String css() throws IOException {
        try (InputStream in = ReportColoursTest.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
