package dev.lanescope.claims;

import java.util.OptionalInt;

/// What is known here about a claim. Each state says why, with the figures that it rests on.
public sealed interface ClaimState {

    /// Sentences for people.
    String why();

    /// One word for tables.
    String word();

    /// Every interval lies wholly where the claim says.
    record Confirmed(String why) implements ClaimState {
        @Override
        public String word() {
            return "confirmed";
        }
    }

    /// An interval lies wholly where the claim does not say.
    record Refuted(String why) implements ClaimState {
        @Override
        public String word() {
            return "refuted";
        }
    }

    /// An interval lies over an edge, or something has not been measured.
    ///
    /// @param repeats how many more of each setting would decide it, about; empty if that is not
    ///   what is missing, or if no reasonable number would
    record Undecided(String why, OptionalInt repeats) implements ClaimState {
        @Override
        public String word() {
            return "undecided";
        }
    }

    /// It cannot be tested on this machine, or on this content.
    record NotTestable(String why) implements ClaimState {
        @Override
        public String word() {
            return "not testable";
        }
    }
}
