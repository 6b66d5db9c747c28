package dev.lanescope.analysis;

import java.util.Locale;

/// What somebody who types into the search field asks for.
///
/// `1.2s..1.4s`, `350-420 ms` and `1.2s+30ms` are stretches of time, `310 ms` is a moment, `page
/// 12` and `#12` are the twelfth item; everything else is words to be found in names.
public sealed interface Query {

    /// A stretch of time.
    ///
    /// @param endNanos after the start
    record Time(long startNanos, long endNanos) implements Query {}

    /// One moment.
    record Moment(long nanos) implements Query {}

    /// One item of the run.
    ///
    /// @param item from 0; the first one is typed as `page 1`
    record Item(int item) implements Query {}

    /// Words to be found in names.
    ///
    /// @param text in lower case, without blanks around it; may be empty
    record Words(String text) implements Query {}

    /// Reads what was typed.
    static Query of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return QueryReading.item(text)
                .or(() -> QueryReading.time(text))
                .or(() -> QueryReading.moment(text))
                .orElseGet(() -> new Words(text));
    }
}
