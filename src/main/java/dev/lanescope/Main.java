package dev.lanescope;

import dev.lanescope.ui.LanescopeApp;

/// Picks the window or the terminal; nothing else.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LanescopeApp.open(args);
    }
}
