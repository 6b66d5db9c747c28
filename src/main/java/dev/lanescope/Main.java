package dev.lanescope;

/// Picks the window or the terminal; nothing else.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
