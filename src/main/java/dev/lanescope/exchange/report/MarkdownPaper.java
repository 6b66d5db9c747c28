package dev.lanescope.exchange.report;

import java.util.List;

/// A paper as Markdown: the same words and tables.
record MarkdownPaper(Paper paper) {

    String text() {
        var text = new StringBuilder();
        text.append("# ").append(Escaped.markdown(paper.title())).append("\n\n");
        MarkdownReport.paragraph(text, paper.question());
        text.append("**").append(Escaped.markdown(paper.answer())).append("**\n\n");
        for (Paper.Section section : paper.sections()) {
            text.append("## ").append(Escaped.markdown(section.title())).append("\n\n");
            section.sentences().forEach(each -> MarkdownReport.paragraph(text, each));
            if (!section.rows().isEmpty()) {
                MarkdownReport.table(text, section.table());
            }
        }
        MarkdownReport.section(text, "To be kept in mind", paper.cautions());
        text.append("## Circumstances\n\n");
        MarkdownReport.table(
                text,
                new ReportTable(
                        List.of("What", "Is"),
                        paper.allFacts().stream()
                                .map(each -> List.of(each.name(), each.value()))
                                .toList()));
        text.append("## Do it again\n\n```sh\n").append(paper.commandLine()).append("\n```\n");
        return text.toString();
    }
}
