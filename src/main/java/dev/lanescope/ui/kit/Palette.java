package dev.lanescope.ui.kit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Every colour of one theme by role, as plain ints 0xAARRGGBB ([Argb] converts them). Style
/// sheets, pixel rasters and charts all take their colours from here, so they cannot disagree.
///
/// Stages are solid, states are hatched, models are glyphs and lines. The instances are in
/// [Theme#palette]; how far apart the colours are, and how well they read, is a test.
///
/// @param ground panels, bars, lines and text by role
/// @param stages solid work by the stage's label
/// @param states hue of a lane that does no work
/// @param models hue by the names of [ModelLook#HUES]
public record Palette(
        Ground ground,
        Map<String, Fill> stages,
        Map<StateLook, Integer> states,
        Map<String, Integer> models) {

    /// The colours that are not data.
    ///
    /// @param bg panels
    /// @param inset the ground of plots and lanes
    /// @param raise bars
    /// @param raise2 page bands, tooltips, badges
    /// @param line hairlines between regions
    /// @param line2 borders of controls
    /// @param fg text
    /// @param muted secondary text
    /// @param subtle tertiary words; too weak for numbers on raised bars
    /// @param accent links, the brush, the live edge
    /// @param accentEmphasis the main button and sliders
    /// @param ok what is well
    /// @param warn what wants attention
    /// @param bad what failed
    /// @param hl outline of what is selected; the cursor line
    /// @param sel chosen row, not opaque
    public record Ground(
            int bg,
            int inset,
            int raise,
            int raise2,
            int line,
            int line2,
            int fg,
            int muted,
            int subtle,
            int accent,
            int accentEmphasis,
            int ok,
            int warn,
            int bad,
            int hl,
            int sel) {}

    /// A solid block and the text on it.
    public record Fill(int fill, int ink) {}

    /// Light and dark ink, for text on solid blocks.
    private static final int[] INKS = {Argb.of("#0a0d12"), Argb.of("#ffffff")};

    public Palette {
        for (StateLook state : StateLook.values()) {
            if (!states.containsKey(state)) {
                throw new IllegalArgumentException("no hue for state " + state);
            }
        }
        if (!models.keySet().equals(Set.copyOf(ModelLook.HUES))) {
            throw new IllegalArgumentException(
                    "hues " + models.keySet() + " instead of " + ModelLook.HUES);
        }
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        states = Collections.unmodifiableMap(new EnumMap<>(states));
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /// The block colour of a stage. A label that is not ours (a trace of another tool) gets a
    /// readable one of its own when it is first asked for, and [keeps it][Strangers].
    public Fill stage(String label) {
        Fill known = stages.get(label);
        return known != null ? known : strange(label);
    }

    public int state(StateLook look) {
        return Objects.requireNonNull(states.get(look));
    }

    /// Opaque colour between the strokes of a hatched state on the plot ground.
    public int hatchGround(StateLook look) {
        return look.hatch().ground(state(look), ground.inset());
    }

    /// Opaque colour of the strokes of a hatched state on the plot ground.
    public int hatchStroke(StateLook look) {
        return look.hatch().stroke(state(look), ground.inset());
    }

    public int model(ModelLook look) {
        return Objects.requireNonNull(models.get(look.hue()));
    }

    /// What dims all lanes while the world is stopped: the plot ground at 76 %.
    public int veil() {
        return Argb.withAlpha(ground.inset(), 0.76);
    }

    /// The crossed hatch on the veil: the collector's hue at 60 %.
    public int veilStroke() {
        return Argb.withAlpha(state(StateLook.GC), 0.60);
    }

    /// What lies under words in the same colour: badges and note strips. As strong as it can be
    /// with the words still at 4.5 to 1 on panels.
    public int faint(int colour) {
        return Argb.withAlpha(colour, isDark() ? 0.14 : 0.055);
    }

    private boolean isDark() {
        return Argb.contrast(ground.inset(), 0xffffffff) > 4.5;
    }

    /// The better of light and dark text on an opaque fill.
    static Fill fill(int colour) {
        boolean dark = Argb.contrast(INKS[0], colour) >= Argb.contrast(INKS[1], colour);
        return new Fill(colour, dark ? INKS[0] : INKS[1]);
    }

    /// Light or dark, whichever reads better on an opaque colour.
    public int inkOn(int colour) {
        return fill(colour).ink();
    }

    private Fill strange(String label) {
        int number = Strangers.number(label);
        double hue = Strangers.hue(number);
        double saturation = Strangers.saturation(number);
        boolean dark = isDark();
        for (int step = 0; step < 20; step++) {
            Fill fill =
                    fill(
                            Argb.hsb(
                                    hue,
                                    saturation,
                                    dark ? 0.75 + step * 0.0125 : 0.70 - step * 0.02));
            if (Argb.contrast(fill.fill(), ground.inset()) >= 3.5
                    && Argb.contrast(fill.fill(), fill.ink()) >= 4.5) {
                return fill;
            }
        }
        return fill(ground.muted());
    }

    /// Builds the map of stages from labels and CSS colours in turn.
    static Map<String, Fill> stages(List<String> labelsAndColours) {
        Map<String, Fill> stages = new LinkedHashMap<>();
        for (int i = 0; i < labelsAndColours.size(); i += 2) {
            stages.put(labelsAndColours.get(i), fill(Argb.of(labelsAndColours.get(i + 1))));
        }
        return stages;
    }

    /// Builds the map of states from the names of looks and CSS colours in turn.
    static Map<StateLook, Integer> states(List<String> looksAndColours) {
        Map<StateLook, Integer> states = new EnumMap<>(StateLook.class);
        for (int i = 0; i < looksAndColours.size(); i += 2) {
            String look = looksAndColours.get(i).toUpperCase(Locale.ROOT);
            states.put(StateLook.valueOf(look), Argb.of(looksAndColours.get(i + 1)));
        }
        return states;
    }
}
