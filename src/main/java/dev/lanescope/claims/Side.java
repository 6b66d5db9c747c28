package dev.lanescope.claims;

import java.util.Locale;

/// One of two that a claim speaks of: a model, and on which Python if it is one of Python's.
public record Side(String model, Build build) {

    public Side {
        if (model.startsWith("python-") == (build == Build.NONE)) {
            throw new IllegalArgumentException(model + " on " + build);
        }
    }

    public static Side jvm(String model) {
        return new Side(model, Build.NONE);
    }

    public static Side python(String executor, Build build) {
        return new Side("python-" + executor, build);
    }

    /// The one that runs alone and is always among those that take turns.
    boolean isBaseline() {
        return model.equals("sequential") || model.equals("python-sequential");
    }

    String key() {
        return build == Build.NONE ? model : model + "@" + build.name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return build == Build.NONE ? model : model + " " + build.words();
    }
}
