package dev.lanescope.exchange.report;

import java.util.Locale;

/// The colours of a report that are not data. On a sheet they are numbers, as the drawings want
/// them; in the file they are classes, so that the same picture is light or dark.
enum ReportInk {
    GROUND,
    INSET,
    LINE,
    WORDS,
    MUTED,
    BAND,
    BAND_ALTERNATE,
    ACCENT;

    /// Colours from here on are those of words on a state.
    private static final int ON_STATE = 0x010000;

    private static final int OPAQUE = 0xff000000;

    int colour() {
        return OPAQUE | ordinal();
    }

    /// The colour of words on a state.
    static int onState(int state) {
        return OPAQUE | ON_STATE | state;
    }

    /// Whether it is one of words on a state.
    static boolean isOnState(int colour) {
        return (colour & ON_STATE) != 0;
    }

    /// Which state such a colour is for.
    static int state(int colour) {
        return colour & 0xffff;
    }

    /// What a colour is called in the style sheet.
    static String name(int colour) {
        return values()[colour & 0xffff].name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
