package dev.lanescope.concurrency.code;

import dev.lanescope.concurrency.ConcurrencyModel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The source of the models, which the build puts beside their classes. A model's files are its own
/// and all that these name, as far as they lie in the models' room; the compiler's own parser tells
/// which names there are.
public final class CodeShelf {

    /// Where models live.
    static final String ROOM = "dev/lanescope/concurrency/";

    private static final String FOLDER = "/model-sources/";

    /// What all models have in common: the room itself, and these in it.
    private static final List<String> COMMON = List.of("kit/", "knobs/");

    private final Map<String, ReadSource> read = new HashMap<>();

    /// What a model is made of.
    ///
    /// @throws CodeException if its source is not there, or this Java has no compiler to read it
    public synchronized ModelCode of(ConcurrencyModel model) throws CodeException {
        Set<String> known = new LinkedHashSet<>();
        var next = new ArrayDeque<String>();
        next.add(model.getClass().getName().replace('.', '/') + ".java");
        var own = new ArrayList<SourceFile>();
        var common = new ArrayList<SourceFile>();
        while (!next.isEmpty()) {
            String path = next.remove();
            if (known.add(path)) {
                ReadSource source = read(path);
                if (isCommon(path)) {
                    common.add(source.file());
                } else {
                    own.add(source.file());
                    next.addAll(used(source)); // what is common uses no model's own
                }
            }
        }
        return new ModelCode(model, own, common);
    }

    private static boolean isCommon(String path) {
        String inside = path.substring(ROOM.length());
        return inside.indexOf('/') < 0 || COMMON.stream().anyMatch(inside::startsWith);
    }

    private List<String> used(ReadSource source) throws CodeException {
        var used = new ArrayList<String>();
        for (String name : source.names()) {
            String full = source.imports().getOrDefault(name, source.packageName() + "." + name);
            String path = fileOf(full);
            if (path.startsWith(ROOM) && text(path) != null) {
                used.add(path);
            }
        }
        return used;
    }

    /// The file of a type, whose outermost type is the first name with a capital letter.
    private static String fileOf(String type) {
        var path = new StringBuilder();
        for (String part : type.split("\\.", -1)) {
            path.append(part);
            if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
                break;
            }
            path.append('/');
        }
        return path + ".java";
    }

    private ReadSource read(String path) throws CodeException {
        ReadSource known = read.get(path);
        if (known == null) {
            String text = text(path);
            if (text == null) {
                throw new CodeException(
                        "The source of "
                                + path
                                + " is not beside the classes: build Lanescope with Maven.");
            }
            known = ReadSource.of(path, text);
            read.put(path, known);
        }
        return known;
    }

    private static @Nullable String text(String path) throws CodeException {
        try (InputStream in = CodeShelf.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CodeException("The source " + path + " cannot be read: " + e.getMessage());
        }
    }
}
