package dev.lanescope.content;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The defaults of a section as bytes: only what differs from those of the section around it, for a
/// thousand sections may share them. A value is a letter for its kind and then itself.
final class DefaultsBytes {

    private static final int MAX_DEPTH = 60;

    private DefaultsBytes() {}

    static void write(DataOutputStream out, Map<String, Object> around, Map<String, Object> here)
            throws IOException {
        Map<String, Object> own = new LinkedHashMap<>();
        if (!here.equals(around)) {
            here.forEach((key, value) -> {
                if (!value.equals(around.get(key))) {
                    own.put(key, value);
                }
            });
        }
        writeMap(out, own);
    }

    static Map<String, Object> read(DataInputStream in, Map<String, Object> around)
            throws IOException {
        Map<String, Object> both = Cascade.merged(around, readMap(in, 0));
        if (both.size() > Cascade.MAX_KEYS) {
            throw new IOException("a section with " + both.size() + " defaults");
        }
        return both;
    }

    private static void writeMap(DataOutputStream out, Map<?, ?> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            LengthPrefixed.writeString(out, entry.getKey().toString());
            writeValue(out, entry.getValue());
        }
    }

    private static void writeValue(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte('d');
                out.writeDouble(number);
            }
            case Boolean bool -> {
                out.writeByte('b');
                out.writeBoolean(bool);
            }
            case List<?> list -> {
                out.writeByte('a');
                out.writeInt(list.size());
                for (Object element : list) {
                    writeValue(out, element);
                }
            }
            case Map<?, ?> map -> {
                out.writeByte('m');
                writeMap(out, map);
            }
            default -> {
                out.writeByte('s');
                LengthPrefixed.writeString(out, value.toString());
            }
        }
    }

    private static Map<String, Object> readMap(DataInputStream in, int depth) throws IOException {
        int count = LengthPrefixed.readLength(in, 6);
        if (count == 0) {
            return Map.of();
        }
        Map<String, Object> map = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            map.put(LengthPrefixed.readString(in), readValue(in, depth));
        }
        return Collections.unmodifiableMap(map);
    }

    private static Object readValue(DataInputStream in, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("defaults that nest too deeply");
        }
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'b' -> in.readBoolean();
            case 's' -> LengthPrefixed.readString(in);
            case 'm' -> readMap(in, depth + 1);
            case 'a' -> {
                int count = LengthPrefixed.readLength(in, 2);
                List<Object> list = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    list.add(readValue(in, depth + 1));
                }
                yield Collections.unmodifiableList(list);
            }
            default -> throw new IOException("a value of the unknown kind " + kind);
        };
    }
}
