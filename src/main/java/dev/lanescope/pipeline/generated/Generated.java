package dev.lanescope.pipeline.generated;

import dev.lanescope.content.RelativePath;

import java.util.List;
import java.util.Optional;

/// One file that is made of other pages.
///
/// @param id its index in [GeneratedPages#all()]; that is how it crosses a process boundary,
///   because both sides list the same
/// @param output the file, relative to the output folder; no page, static file, alias or other
///   generated file has the same. It is also its name on the lanes
public record Generated(int id, String output, GeneratedContent content) {

    public Generated {
        if (id < 0) {
            throw new IllegalArgumentException(output + " cannot have the id " + id);
        }
        RelativePath.check(output);
        content.part().ifPresent(part -> RelativePath.check(part.output()));
    }

    /// The files that it becomes: one, or that and a [part][GeneratedContent.Part] of it.
    public List<String> outputs() {
        return part().map(part -> List.of(output, part.output())).orElse(List.of(output));
    }

    /// The file that is written with it, if there is one.
    public Optional<GeneratedContent.Part> part() {
        return content.part();
    }

    /// The name of the template that shows it; empty where it is no HTML.
    public Optional<String> template() {
        return content.template();
    }
}
