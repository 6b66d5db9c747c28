package dev.lanescope.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The [Command]s that a test of the walkthrough carries out with hands, by what they do.
/// [WalkthroughTest] finds the ones that no test names.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Gesture {
    String[] value();
}
