package dev.lanescope.claims.tables;

import dev.lanescope.claims.ClaimExperiment;
import dev.lanescope.claims.Measure;

/// Something that a cell takes, and what has to be done to have it.
record Need(Measure measure, ClaimExperiment experiment) {}
