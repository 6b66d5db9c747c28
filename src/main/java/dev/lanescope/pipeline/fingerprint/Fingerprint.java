package dev.lanescope.pipeline.fingerprint;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A hash of values that grows value by value: strings, numbers, booleans, enums, dates, paths,
/// optionals, records, and collections and maps of the same. Every value goes in with its kind and
/// its length, so that no two different sequences of values are the same bytes.
///
/// It believes in nothing it does not know: an object of any other class is refused, because
/// something left out would one day be reused wrongly. Not for two threads at once.
public final class Fingerprint {

    /// Of each record, in the order of its components; the JVM makes new ones whenever it is asked.
    private static final ClassValue<List<Method>> ACCESSORS =
            new ClassValue<>() {
                @Override
                protected List<Method> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getAccessor)
                            .peek(accessor -> accessor.setAccessible(true))
                            .toList();
                }
            };

    private final MessageDigest digest = Hasher.sha256();
    private byte[] bytes = new byte[1024];
    private int length;

    /// Adds a value.
    ///
    /// @throws IllegalArgumentException if it, or one inside it, is of a class that is not known
    public Fingerprint add(@Nullable Object value) {
        switch (value) {
            case null -> put('0');
            case String text -> addText('s', text);
            case Boolean bool -> put(bool ? 't' : 'f');
            case Integer number -> addLong('i', number);
            case Long number -> addLong('l', number);
            case Number number -> addText('n', number.getClass().getName() + " " + number);
            case ContentHash(long high, long low) -> {
                addLong('h', high);
                addLong('h', low);
            }
            case Enum<?> constant -> addText('e', constant.name());
            case Temporal time -> addText('d', time.toString());
            case Path path -> addText('p', path.toString());
            case Optional<?> optional -> add(optional.map(List::of).orElse(List.of()));
            case Map<?, ?> map -> addMap(map);
            case Collection<?> list -> {
                addLong('c', list.size());
                list.forEach(this::add);
            }
            case Record plain -> addRecord(plain);
            default ->
                    throw new IllegalArgumentException(
                            "a " + value.getClass().getName() + " has no fingerprint");
        }
        return this;
    }

    /// Adds a map of plain values whose order counts, and that of the maps in it.
    public Fingerprint addInOrder(Map<?, ?> map) {
        addLong('o', map.size());
        map.forEach((key, value) -> {
            addText('k', String.valueOf(key));
            addPlain(value);
        });
        return this;
    }

    private void addPlain(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> addInOrder(map);
            case Collection<?> list -> {
                addLong('c', list.size());
                list.forEach(this::addPlain);
            }
            case null, default -> add(value);
        }
    }

    /// The order of a map's keys does not count: that of [Map#of] differs from run to run.
    private void addMap(Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        addLong('m', sorted.size());
        sorted.forEach((key, value) -> {
            addText('k', key);
            add(value);
        });
    }

    private void addRecord(Record plain) {
        addText('r', plain.getClass().getName());
        for (Method accessor : ACCESSORS.get(plain.getClass())) {
            try {
                add(accessor.invoke(plain));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(accessor + " cannot be called", e);
            }
        }
    }

    private void addText(char kind, String text) {
        addLong(kind, text.length());
        reserve(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[length++] = (byte) (c >> 8);
            bytes[length++] = (byte) c;
        }
    }

    private void addLong(char kind, long number) {
        put(kind);
        reserve(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (number >> shift);
        }
    }

    private void put(char kind) {
        reserve(1);
        bytes[length++] = (byte) kind;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            flush();
            if (more > bytes.length) {
                bytes = new byte[more];
            }
        }
    }

    private void flush() {
        digest.update(bytes, 0, length);
        length = 0;
    }

    /// The hash of all values added so far; the next value begins a new one.
    public ContentHash finish() {
        flush();
        return ContentHash.ofDigest(digest.digest());
    }
}
