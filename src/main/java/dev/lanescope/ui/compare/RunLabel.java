package dev.lanescope.ui.compare;

/// What a table says of a run at the left of a row. It does not hold the run: cells of a table that
/// is hidden keep what they last showed.
///
/// @param number of the run in the library
/// @param isSecond whether another entrant of the same model comes before it
record RunLabel(int number, String title, String model, boolean isSecond) {

    static RunLabel of(Entrant entrant) {
        return new RunLabel(
                entrant.number(), entrant.title(), entrant.info().model(), entrant.isSecond());
    }
}
