package dev.lanescope.ui.kit;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/// What a concurrency model looks like in lists and charts: a glyph, and the name of a hue that
/// [Palette#model] knows.
///
/// Relatives share a hue; every known model has a glyph of its own. A model nobody has drawn yet
/// gets a stable pair that no known model has.
///
/// @param glyph the form, which comes first
/// @param hue one of [#HUES]
public record ModelLook(Glyph glyph, String hue) {

    /// The names of the eight hues, in the order of the first eight glyphs: each is the hue of the
    /// model that gave it its name.
    public static final List<String> HUES =
            List.of(
                    "sequential",
                    "fixed-pool",
                    "virtual-threads",
                    "work-stealing",
                    "isolated",
                    "processes",
                    "gil",
                    "event-loop");

    private static final List<Glyph> GLYPHS = List.of(Glyph.values()).subList(0, HUES.size());

    private static final Map<String, ModelLook> KNOWN =
            Map.ofEntries(
                    entry("sequential", new ModelLook(Glyph.RING, "sequential")),
                    entry("thread-per-page", new ModelLook(Glyph.BARS, "fixed-pool")),
                    entry("fixed-pool", new ModelLook(Glyph.DISC, "fixed-pool")),
                    entry("virtual-threads", new ModelLook(Glyph.TRIANGLE_UP, "virtual-threads")),
                    entry("work-stealing", new ModelLook(Glyph.DIAMOND, "work-stealing")),
                    entry("isolated", new ModelLook(Glyph.SQUARE, "isolated")),
                    entry("isolated-gil", new ModelLook(Glyph.FRAME, "isolated")),
                    entry("isolated-threads", new ModelLook(Glyph.HALVES, "isolated")),
                    entry("processes", new ModelLook(Glyph.PENTAGON, "processes")),
                    entry("hybrid", new ModelLook(Glyph.HEXAGON, "processes")),
                    entry("gil", new ModelLook(Glyph.CROSS, "gil")),
                    entry("event-loop", new ModelLook(Glyph.TRIANGLE_DOWN, "event-loop")),
                    entry("event-loop-offload", new ModelLook(Glyph.HOURGLASS, "event-loop")),
                    entry("auto", new ModelLook(Glyph.STAR, "fixed-pool")),
                    entry("staged", new ModelLook(Glyph.CHEVRON, "work-stealing")));

    public ModelLook {
        if (!HUES.contains(hue)) {
            throw new IllegalArgumentException("no hue is called " + hue + "; there are " + HUES);
        }
    }

    /// The look of the model with this id, e.g. `fixed-pool`.
    public static ModelLook of(String modelId) {
        ModelLook known = KNOWN.get(modelId);
        if (known != null) {
            return known;
        }
        int hash = Math.floorMod(modelId.hashCode(), 56);
        int glyph = hash / 7;
        int hue = (glyph + 1 + hash % 7) % 8;
        return new ModelLook(GLYPHS.get(glyph), HUES.get(hue));
    }

    /// The name of the hue in style sheets, e.g. `-ls-model-fixed-pool`.
    public String css() {
        return "-ls-model-" + hue;
    }

    /// The glyph in the hue, following the theme; hollow for the second run of a model.
    public GlyphMark node(double size, boolean hollow) {
        return glyph.node(size, css(), hollow);
    }
}
