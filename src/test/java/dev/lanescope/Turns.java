package dev.lanescope;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.util.Comparator;
import java.util.List;

/// Which test classes come first. Of those that run beside others: those that share one thing among
/// themselves, for they are a chain, then those that start child processes, then those that share
/// nothing. Of the others those come last that want for themselves what many share: beside them
/// only those run that share nothing.
public final class Turns implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(Turns::turn));
    }

    private static int turn(ClassDescriptor test) {
        if (!test.isAnnotated(Execution.class)) {
            return wantsForItself(test) ? 4 : 3;
        }
        if (wantsForItself(test)) {
            return 0;
        }
        return locks(test).isEmpty() ? 2 : 1;
    }

    private static boolean wantsForItself(ClassDescriptor test) {
        return locks(test).stream().anyMatch(lock -> lock.mode() == ResourceAccessMode.READ_WRITE);
    }

    private static List<ResourceLock> locks(ClassDescriptor test) {
        return test.findRepeatableAnnotations(ResourceLock.class);
    }
}
