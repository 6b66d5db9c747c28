package dev.lanescope.chart;

import dev.lanescope.trace.Traces;

/// Colours that are letters: the first of the state's name, small for work; hatched states
/// alternate with a comma.
final class LetterPaint implements LanePaint {

    static final char GROUND = ' ';
    static final char BAND = '=';
    static final char BAND_ALTERNATE = '-';

    @Override
    public boolean isHatched(int state) {
        return !Traces.STATES.get(state).kind().isWork();
    }

    @Override
    public int solid(int state) {
        char first = Traces.STATES.get(state).name().charAt(0);
        return isHatched(state) ? Character.toUpperCase(first) : first;
    }

    @Override
    public int pattern(int state, int x, int y) {
        return (x + y) % 3 == 0 ? ',' : solid(state);
    }

    @Override
    public int ground() {
        return GROUND;
    }

    @Override
    public int band() {
        return BAND;
    }

    @Override
    public int bandAlternate() {
        return BAND_ALTERNATE;
    }

    /// Whether a pixel shows work.
    static boolean isWork(int pixel) {
        return Character.isLowerCase(pixel);
    }
}
