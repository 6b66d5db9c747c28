package dev.lanescope.ui;

import dev.lanescope.Children;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tests of what is on the screen: one class after the other, for there is one screen, but beside
/// those that need none.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(OnScreen.THE_SCREEN)
@ResourceLock(value = Children.OF_THIS_JVM, mode = ResourceAccessMode.READ)
public @interface OnScreen {

    /// For who wants the screen, and not to run beside others.
    String THE_SCREEN = "the screen";
}
