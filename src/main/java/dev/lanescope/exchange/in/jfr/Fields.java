package dev.lanescope.exchange.in.jfr;

import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;

import org.jspecify.annotations.Nullable;

/// The fields of events, which differ from one Java to the next: one that is not there, or is of
/// another type, is as good as empty.
final class Fields {

    private Fields() {}

    static @Nullable Object of(RecordedEvent event, String name) {
        return event.hasField(name) ? event.getValue(name) : null;
    }

    static String text(RecordedEvent event, String name) {
        return of(event, name) instanceof String text ? text : "";
    }

    static double number(RecordedEvent event, String name) {
        return of(event, name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    static long whole(RecordedEvent event, String name) {
        return of(event, name) instanceof Number number ? number.longValue() : -1;
    }

    static boolean flag(RecordedEvent event, String name) {
        return of(event, name) instanceof Boolean flag && flag;
    }

    static @Nullable RecordedThread thread(RecordedEvent event, String name) {
        return of(event, name) instanceof RecordedThread thread ? thread : null;
    }

    static String className(RecordedEvent event, String name) {
        return of(event, name) instanceof RecordedClass type ? String.valueOf(type.getName()) : "";
    }

    /// `Class.method`, the class without its package.
    static String method(@Nullable RecordedMethod method) {
        if (method == null) {
            return "";
        }
        String type = method.getType() == null ? "" : String.valueOf(method.getType().getName());
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }
}
