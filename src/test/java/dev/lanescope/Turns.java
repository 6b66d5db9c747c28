package dev.lanescope;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.util.Comparator;

/// Which test classes come first: those that run beside others, so that there is always something
/// to run beside; and last those that want for themselves what these share, so that they need not
/// wait for it.
public final class Turns implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(Turns::turn));
    }

    private static int turn(ClassDescriptor test) {
        if (test.isAnnotated(Execution.class)) {
            return 0;
        }
        return wantsForItself(test) ? 2 : 1;
    }

    private static boolean wantsForItself(ClassDescriptor test) {
        return test.findRepeatableAnnotations(ResourceLock.class).stream()
                .anyMatch(lock -> lock.mode() == ResourceAccessMode.READ_WRITE);
    }
}
