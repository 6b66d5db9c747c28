package dev.lanescope.ui.session;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;

/// What the app remembers from one day to the next: recent folders, the theme, whether motion is
/// reduced, and which CPython was chosen. Kept in a small properties file; if it cannot be read or
/// written the app works without.
public final class Settings {

    private static final int MOST_RECENT = 8;
    private static final String RECENT = "recent.";
    private static final String THEME = "theme";
    private static final String LOWER_HEIGHT = "compare-lower-height";
    private static final String REDUCED_MOTION = "reduced-motion";
    private static final String PYTHON = "python";
    private static final String PYTHON_VERSION = "python.version";
    private static final String PYTHON_BUILD = "python.build";

    private final Optional<Path> file;
    private final Properties values = new Properties();

    private Settings(Optional<Path> file) {
        this.file = file;
    }

    /// Settings that are forgotten with the process.
    public static Settings notKept() {
        return new Settings(Optional.empty());
    }

    /// Settings kept in a file, which need not exist yet.
    public static Settings in(Path file) {
        var settings = new Settings(Optional.of(file));
        settings.load(file);
        return settings;
    }

    private void load(Path file) {
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                values.clear();
            }
        }
    }

    /// The folders opened last, newest first.
    public List<Path> recentFolders() {
        var folders = new ArrayList<Path>();
        for (int place = 0; place < MOST_RECENT; place++) {
            String folder = values.getProperty(RECENT + place);
            if (folder != null && !folder.isBlank()) {
                add(folder, folders);
            }
        }
        return folders;
    }

    /// Leaves out what is no path in the character set of this session.
    private static void add(String folder, List<Path> folders) {
        try {
            folders.add(Path.of(folder));
        } catch (InvalidPathException _) {
            // it comes back when the app is started with a character set that has it
        }
    }

    /// Puts a folder at the head of the recent ones.
    public void remember(Path folder) {
        var folders = new ArrayList<>(recentFolders());
        folders.remove(folder);
        folders.addFirst(folder);
        setRecent(folders);
    }

    /// Takes a folder off the recent ones.
    public void forget(Path folder) {
        var folders = new ArrayList<>(recentFolders());
        folders.remove(folder);
        setRecent(folders);
    }

    private void setRecent(List<Path> folders) {
        for (int place = 0; place < MOST_RECENT; place++) {
            if (place < folders.size()) {
                values.setProperty(RECENT + place, folders.get(place).toString());
            } else {
                values.remove(RECENT + place);
            }
        }
        save();
    }

    /// The name of the chosen theme, or `otherwise`.
    public String theme(String otherwise) {
        return values.getProperty(THEME, otherwise);
    }

    public void setTheme(String theme) {
        values.setProperty(THEME, theme);
        save();
    }

    /// How high the tables below compared lanes are, in pixels; empty if nobody has moved their
    /// divider.
    public OptionalDouble lowerHeight() {
        String height = values.getProperty(LOWER_HEIGHT, "");
        return height.matches("\\d{1,5}")
                ? OptionalDouble.of(Integer.parseInt(height))
                : OptionalDouble.empty();
    }

    public void setLowerHeight(double pixels) {
        values.setProperty(LOWER_HEIGHT, String.valueOf(Math.round(Math.max(0, pixels))));
        save();
    }

    /// Whether somebody wants motion reduced; empty if nobody has said.
    public Optional<Boolean> reducedMotion() {
        return Optional.ofNullable(values.getProperty(REDUCED_MOTION)).map(Boolean::parseBoolean);
    }

    public void setReducedMotion(boolean reduced) {
        values.setProperty(REDUCED_MOTION, Boolean.toString(reduced));
        save();
    }

    /// The CPython that was chosen; empty if nobody has chosen one.
    public Optional<ChosenPython> python() {
        return Optional.ofNullable(values.getProperty(PYTHON))
                .filter(name -> !name.isBlank())
                .map(name ->
                        new ChosenPython(
                                name,
                                values.getProperty(PYTHON_VERSION, ""),
                                values.getProperty(PYTHON_BUILD, "")));
    }

    public void setPython(ChosenPython python) {
        values.setProperty(PYTHON, python.name());
        values.setProperty(PYTHON_VERSION, python.version());
        values.setProperty(PYTHON_BUILD, python.build());
        save();
    }

    private void save() {
        file.map(Path::toAbsolutePath).ifPresent(this::save);
    }

    private void save(Path target) {
        try {
            Path folder = Files.createDirectories(target.getParent());
            Path fresh = Files.createTempFile(folder, "settings", ".tmp");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                values.store(writer, "Lanescope");
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Nobody should be kept from working because a preference could not be kept.
        }
    }
}
