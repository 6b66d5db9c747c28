package dev.lanescope.analysis.scaling;

/// What people call a way to scale, by its efficiency.
enum Shape {
    LINEAR("It scales linearly"),
    NEAR_LINEAR("It scales nearly linearly"),
    BOUND("Something other than workers bounds it");

    private static final double LINEAR_FROM = 0.8;
    private static final double NEAR_FROM = 0.6;

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Shape of(double efficiency) {
        if (efficiency >= LINEAR_FROM) {
            return LINEAR;
        }
        return efficiency >= NEAR_FROM ? NEAR_LINEAR : BOUND;
    }
}
