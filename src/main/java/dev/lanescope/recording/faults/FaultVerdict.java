package dev.lanescope.recording.faults;

/// What one fault cost under one model.
///
/// @param loss how much was lost
/// @param pagesLost how many pages did not come out; all of them if the run was lost
/// @param workersLost how many workers did not come back and were left behind; of a lost run or
///   process nobody counts them
/// @param restartNanos how long workers were being started again
/// @param sentence what the run said about it; empty if nothing
public record FaultVerdict(
        Loss loss, int pagesLost, int workersLost, long restartNanos, String sentence) {

    /// How far a fault reaches.
    public enum Loss {
        /// Nothing: the page came out all the same.
        NOTHING("nothing"),
        /// The page, and nothing else.
        PAGE("the page"),
        /// Other pages as well.
        NEIGHBOURS("neighbours"),
        /// All that was still to be done: the run ended before its time.
        RUN("the run"),
        /// The process, and with it the app if it had been the app's.
        PROCESS("the process"),
        /// The run never ended and had to be killed.
        HANGS("hangs");

        private final String words;

        Loss(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// In a table's cell.
    public String words() {
        String pages = loss == Loss.NEIGHBOURS ? pagesLost + " pages" : loss.words();
        return switch (workersLost) {
            case 0 -> pages;
            case 1 -> pages + " + worker";
            default -> pages + " + " + workersLost + " workers";
        };
    }
}
