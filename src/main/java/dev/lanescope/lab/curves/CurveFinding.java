package dev.lanescope.lab.curves;

/// What one measurement of a row came to.
public record CurveFinding(CurveKind kind, Row row, Curve curve) {}
