package dev.lanescope.exchange.report;

import java.util.HashMap;
import java.util.Map;

/// A paper as one [HTML file][HtmlPage].
record HtmlPaper(Paper paper) {

    String text() {
        var model = new HashMap<String, Object>(HtmlPage.look());
        model.put("version", paper.version());
        model.put("title", paper.title());
        model.put("question", paper.question());
        model.put("answer", paper.answer());
        model.put(
                "sections",
                paper.sections().stream()
                        .map(each ->
                                Map.of(
                                        "title", each.title(),
                                        "sentences", each.sentences(),
                                        "head", each.head(),
                                        "rows", each.rows()))
                        .toList());
        model.put("cautions", paper.cautions());
        model.put(
                "facts",
                paper.allFacts().stream()
                        .map(each -> Map.of("name", each.name(), "value", each.value()))
                        .toList());
        model.put("command", paper.commandLine());
        return HtmlPage.text("paper.peb", model);
    }
}
