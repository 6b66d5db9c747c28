package dev.lanescope.exchange.report;

import dev.lanescope.trace.Fact;
import dev.lanescope.trace.ShellWords;
import dev.lanescope.trace.TraceFileException;
import dev.lanescope.trace.WholeFile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report in sections of words and figures, to hand to somebody: what was asked, what was found
/// out step by step, and what follows.
///
/// @param answer in a sentence or two
/// @param sections in their order
/// @param cautions what is to be kept in mind, in sentences
/// @param facts of content and machine
/// @param command what to type to do it again, word by word
/// @param version of Lanescope
/// @param written when
public record Paper(
        String title,
        String question,
        String answer,
        List<Section> sections,
        List<String> cautions,
        List<Fact> facts,
        List<String> command,
        String version,
        Instant written) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// A part of it.
    ///
    /// @param sentences what is said
    /// @param head of its table
    /// @param rows of its table, as many cells each; without any there is no table
    public record Section(
            String title, List<String> sentences, List<String> head, List<List<String>> rows) {
        public Section {
            sentences = List.copyOf(sentences);
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        ReportTable table() {
            return new ReportTable(head, rows);
        }
    }

    public Paper {
        sections = List.copyOf(sections);
        cautions = List.copyOf(cautions);
        facts = List.copyOf(facts);
        command = List.copyOf(command);
    }

    /// Writes it, in place of a file that is there; it appears whole.
    public void write(Path file, ReportFormat format) throws TraceFileException {
        byte[] text = text(format).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(text));
    }

    /// All of it.
    public String text(ReportFormat format) {
        return switch (format) {
            case HTML -> new HtmlPaper(this).text();
            case MARKDOWN -> new MarkdownPaper(this).text();
        };
    }

    /// What to type, with quotes where a shell needs them.
    String commandLine() {
        return ShellWords.line(command);
    }

    /// The facts, and who wrote this and when.
    List<Fact> allFacts() {
        var all = new ArrayList<>(facts);
        all.add(new Fact("Report", "by Lanescope " + version + ", " + MOMENT.format(written)));
        return all;
    }
}
