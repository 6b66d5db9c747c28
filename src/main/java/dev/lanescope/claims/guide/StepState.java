package dev.lanescope.claims.guide;

import java.time.Instant;

/// Where a step stands.
public sealed interface StepState {

    /// A few words for badges and tables.
    String word();

    /// Sentences for people; may be empty.
    String why();

    /// Some figure that it needs is not known.
    record NotBegun(String why) implements StepState {
        @Override
        public String word() {
            return "not begun";
        }
    }

    /// It goes on.
    ///
    /// @param why what is being done
    record UnderWay(String why) implements StepState {
        @Override
        public String word() {
            return "under way";
        }
    }

    /// All figures that it needs are known.
    ///
    /// @param why what they say
    /// @param when the last of them was read
    record Done(String why, Instant when) implements StepState {
        @Override
        public String word() {
            return "done";
        }
    }

    /// It cannot be done on this machine, or with this folder.
    record NotHere(String why) implements StepState {
        @Override
        public String word() {
            return "not here";
        }
    }
}
