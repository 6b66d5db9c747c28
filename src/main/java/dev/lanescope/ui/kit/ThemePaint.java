package dev.lanescope.ui.kit;

import dev.lanescope.chart.LanePaint;
import dev.lanescope.trace.State;

import java.util.List;
import java.util.Set;

/// The colours of lanes in a theme, with some states dimmed.
public final class ThemePaint implements LanePaint {

    private static final double DIM = 0.16;

    private final boolean[] hatched;
    private final Hatch[] hatches;
    private final int[] solid;
    private final int[] between;
    private final int ground;
    private final int band;
    private final int bandAlternate;

    public ThemePaint(Palette palette, List<State> states, Set<Integer> dimmed) {
        ground = palette.ground().inset();
        band = palette.ground().raise2();
        bandAlternate = Argb.over(Argb.withAlpha(palette.ground().line2(), 0.6), band);
        hatched = new boolean[states.size()];
        hatches = new Hatch[states.size()];
        solid = new int[states.size()];
        between = new int[states.size()];
        for (int code = 0; code < states.size(); code++) {
            State state = states.get(code);
            if (state.kind().isWork()) {
                hatches[code] = Hatch.FAINT;
                solid[code] = palette.stage(state.name()).fill();
            } else {
                StateLook look = StateLook.of(state.kind());
                hatched[code] = true;
                hatches[code] = look.hatch();
                solid[code] = palette.hatchStroke(look);
                between[code] = palette.hatchGround(look);
            }
            if (dimmed.contains(code)) {
                solid[code] = Argb.over(Argb.withAlpha(solid[code], DIM), ground);
                between[code] = ground;
            }
        }
    }

    @Override
    public boolean isHatched(int state) {
        return hatched[state];
    }

    @Override
    public int solid(int state) {
        return solid[state];
    }

    @Override
    public int pattern(int state, int x, int y) {
        return hatches[state].ink(x, y) ? solid[state] : between[state];
    }

    @Override
    public int ground() {
        return ground;
    }

    @Override
    public int band() {
        return band;
    }

    @Override
    public int bandAlternate() {
        return bandAlternate;
    }
}
