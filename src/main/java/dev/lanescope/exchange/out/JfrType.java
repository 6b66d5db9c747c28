package dev.lanescope.exchange.out;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The types of our recordings. JFR files bring their own: nothing is known to a reader but what
/// stands in a chunk's metadata.
///
/// A type's number in the file is that of its place here, from [#FIRST] on; 0 and 1 are metadata
/// and constants.
enum JfrType {
    BOOLEAN("boolean"),
    LONG("long"),
    DOUBLE("double"),
    STRING("java.lang.String"),
    THREAD("java.lang.Thread"),
    LABEL("jdk.jfr.Label"),
    CATEGORY("jdk.jfr.Category"),
    CONTENT_TYPE("jdk.jfr.ContentType"),
    TIMESTAMP("jdk.jfr.Timestamp"),
    TIMESPAN("jdk.jfr.Timespan"),
    RUN("dev.lanescope.Run", "The run"),
    SPAN("dev.lanescope.Span", "What a worker did"),
    STAY("dev.lanescope.Item", "An item on a worker"),
    COUNTER("dev.lanescope.Counter", "A counter was set"),
    FRACTION("dev.lanescope.Fraction", "A counter with fractions was set"),
    FLOW("dev.lanescope.Flow", "An arrow of another tool"),
    ACTIVITY("dev.lanescope.Activity", "What the JVM did for itself"),
    NOTE("dev.lanescope.Note", "A note");

    private static final int FIRST = 20;
    private static final String ANNOTATION = "java.lang.annotation.Annotation";

    private final String typeName;
    private final String label;

    JfrType(String typeName) {
        this(typeName, "");
    }

    /// An event.
    JfrType(String typeName, String label) {
        this.typeName = typeName;
        this.label = label;
    }

    int id() {
        return FIRST + ordinal();
    }

    /// The metadata that describes all types.
    static JfrElement metadata() {
        var root = new JfrElement("root");
        var types = root.child("metadata");
        Arrays.stream(values()).forEach(type -> types.add(type.described()));
        root.child("region").with("locale", "en_US").with("gmtOffset", "0");
        return root;
    }

    private JfrElement described() {
        var element =
                new JfrElement("class").with("name", typeName).with("id", String.valueOf(id()));
        switch (this) {
            case BOOLEAN, LONG, DOUBLE -> element.with("simpleType", "true");
            case STRING -> {}
            case THREAD -> threadFields().forEach(element::add);
            case CATEGORY -> {
                element.with("superType", ANNOTATION);
                element.add(field("value", STRING).with("dimension", "1"));
            }
            case CONTENT_TYPE -> element.with("superType", ANNOTATION);
            case LABEL -> {
                element.with("superType", ANNOTATION);
                element.add(field("value", STRING));
            }
            case TIMESTAMP, TIMESPAN -> {
                element.with("superType", ANNOTATION);
                element.add(annotation(CONTENT_TYPE));
                element.add(field("value", STRING));
            }
            default -> {
                element.with("superType", "jdk.jfr.Event");
                element.add(annotation(LABEL).with("value", label));
                element.add(annotation(CATEGORY).with("value-0", "Lanescope"));
                eventFields().forEach(element::add);
            }
        }
        return element;
    }

    private static List<JfrElement> threadFields() {
        return List.of(
                field("osName", STRING),
                field("osThreadId", LONG),
                field("javaName", STRING),
                field("javaThreadId", LONG),
                field("virtual", BOOLEAN));
    }

    private List<JfrElement> eventFields() {
        var fields = new ArrayList<JfrElement>();
        fields.add(timed("startTime", "Start", TIMESTAMP, "TICKS"));
        if (this != COUNTER && this != FRACTION) {
            fields.add(timed("duration", "Duration", TIMESPAN, "TICKS"));
        }
        switch (this) {
            case SPAN -> {
                fields.add(thread());
                fields.add(labelled("state", STRING, "State"));
                fields.add(labelled("kind", STRING, "Kind of state"));
                fields.add(labelled("item", STRING, "Item"));
                fields.add(labelled("phase", STRING, "Phase"));
                fields.add(labelled("cpuTimeRead", BOOLEAN, "CPU time is known"));
                fields.add(timed("cpuTime", "CPU time", TIMESPAN, "NANOSECONDS"));
            }
            case STAY -> {
                fields.add(thread());
                fields.add(labelled("item", STRING, "Item"));
                fields.add(labelled("phase", STRING, "Phase"));
            }
            case RUN -> {
                fields.add(labelled("model", STRING, "Model"));
                fields.add(labelled("content", STRING, "Content"));
                fields.add(labelled("setting", STRING, "Setting"));
                fields.add(labelled("remarks", STRING, "Remarks"));
                fields.add(labelled("workers", LONG, "Workers"));
            }
            case COUNTER -> {
                fields.add(labelled("name", STRING, "Name"));
                fields.add(labelled("value", LONG, "Value"));
            }
            case FRACTION -> {
                fields.add(labelled("name", STRING, "Name"));
                fields.add(labelled("value", DOUBLE, "Value"));
            }
            case FLOW -> {
                fields.add(thread());
                fields.add(labelled("name", STRING, "Name"));
                JfrElement to = labelled("toThread", THREAD, "Arrives at");
                fields.add(to.with("constantPool", "true"));
                fields.add(timed("toTime", "Arrives", TIMESTAMP, "TICKS"));
            }
            case ACTIVITY -> {
                fields.add(labelled("kind", STRING, "Kind"));
                fields.add(labelled("name", STRING, "Name"));
            }
            case NOTE -> fields.add(labelled("text", STRING, "Text"));
            default -> throw new IllegalStateException(typeName + " is no event");
        }
        return fields;
    }

    private static JfrElement field(String name, JfrType type) {
        return new JfrElement("field").with("name", name).with("class", String.valueOf(type.id()));
    }

    private static JfrElement labelled(String name, JfrType type, String label) {
        JfrElement field = field(name, type);
        field.add(annotation(LABEL).with("value", label));
        return field;
    }

    private static JfrElement timed(String name, String label, JfrType annotation, String unit) {
        JfrElement field = labelled(name, LONG, label);
        field.add(annotation(annotation).with("value", unit));
        return field;
    }

    private static JfrElement thread() {
        return labelled("eventThread", THREAD, "Event Thread").with("constantPool", "true");
    }

    private static JfrElement annotation(JfrType type) {
        return new JfrElement("annotation").with("class", String.valueOf(type.id()));
    }
}
