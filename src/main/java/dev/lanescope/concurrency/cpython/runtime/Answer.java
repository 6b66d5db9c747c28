package dev.lanescope.concurrency.cpython.runtime;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an executable said of itself, word by word: read from JSON when it has been asked, and from
/// a plain line when it is remembered, which takes a hundredth of the time in a program that has
/// only begun.
///
/// @param words by their names; those of its flags begin with `flags.`
record Answer(Map<String, String> words) {

    private static final String KNOWN = "lanescope";
    private static final String FORM = "1";
    private static final String PLACES = "places";
    private static final String FLAGS = "flags";
    private static final char BETWEEN = '\u001f';
    private static final char IN_LISTS = '\u001e';
    private static final char IS = '=';
    private static final int MOST_FOLDERS = 16;

    Answer {
        words = new TreeMap<>(words);
    }

    /// Made when somebody is asked, which is rare.
    private static final class Json {
        static final JsonMapper MAPPER =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxNestingDepth(4)
                                                        .maxDocumentLength(Probe.MOST_PRINTED)
                                                        .build())
                                        .build())
                        .build();
    }

    /// @param printed what it printed, a line of JSON
    /// @throws IOException with the end of a sentence that begins with its path, if that makes no
    ///   sense
    static Answer ofJson(String printed) throws IOException {
        var words = new TreeMap<String, String>();
        try {
            JsonNode said = Json.MAPPER.readTree(printed);
            read(said, "", words);
            read(said.path(FLAGS), FLAGS + ".", words);
            List<String> places = new ArrayList<>();
            said.path(PLACES).forEach(place -> places.add(plain(place.asString(""))));
            words.put(
                    PLACES,
                    places.stream()
                            .limit(MOST_FOLDERS)
                            .collect(Collectors.joining(String.valueOf(IN_LISTS))));
        } catch (RuntimeException e) {
            throw new IOException(Probe.nonsense(printed), e);
        }
        if (!FORM.equals(words.get(KNOWN))) {
            throw new IOException(Probe.nonsense(printed));
        }
        return new Answer(words);
    }

    private static void read(JsonNode said, String prefix, Map<String, String> words) {
        for (Map.Entry<String, JsonNode> each : said.properties()) {
            if (each.getValue().isValueNode()) {
                words.put(plain(prefix + each.getKey()), plain(each.getValue().asString("")));
            }
        }
    }

    /// Without what stands between words and lines.
    private static String plain(String word) {
        return word.replaceAll("\\p{Cntrl}", "?");
    }

    /// What [#line()] made; empty if somebody else made it.
    static Optional<Answer> ofLine(String line) {
        var words = new TreeMap<String, String>();
        for (int begin = 0; begin < line.length(); ) {
            int between = line.indexOf(BETWEEN, begin);
            int end = between < 0 ? line.length() : between;
            int is = line.indexOf(IS, begin);
            if (is > begin && is < end) {
                words.put(line.substring(begin, is), line.substring(is + 1, end));
            }
            begin = end + 1;
        }
        return FORM.equals(words.get(KNOWN)) ? Optional.of(new Answer(words)) : Optional.empty();
    }

    /// On one line, without tabs.
    String line() {
        var line = new StringBuilder();
        for (Map.Entry<String, String> each : words.entrySet()) {
            line.append(line.isEmpty() ? "" : BETWEEN);
            line.append(each.getKey()).append(IS).append(each.getValue());
        }
        return line.toString();
    }

    /// Empty if it did not say.
    String text(String name) {
        return words.getOrDefault(name, "");
    }

    boolean is(String name) {
        return text(name).equals("true");
    }

    /// Where it looks for libraries.
    List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        String places = text(PLACES);
        for (int begin = 0; begin < places.length(); ) {
            int between = places.indexOf(IN_LISTS, begin);
            int end = between < 0 ? places.length() : between;
            try {
                folders.add(Path.of(places.substring(begin, end)));
            } catch (InvalidPathException _) {
                // nothing can lie there
            }
            begin = end + 1;
        }
        return folders;
    }
}
