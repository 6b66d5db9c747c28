package dev.lanescope.concurrency.code;

import dev.lanescope.concurrency.ConcurrencyModel;

import java.util.List;

/// The files a model is made of.
///
/// @param own its own, the model itself first, then whatever it uses
/// @param common those that all models have in common (what they are told and told to be, knobs,
///   kit), as far as it uses them
public record ModelCode(ConcurrencyModel model, List<SourceFile> own, List<SourceFile> common) {

    public ModelCode {
        own = List.copyOf(own);
        common = List.copyOf(common);
    }

    /// Lines of code of its own files.
    public int lines() {
        return own.stream().mapToInt(SourceFile::lines).sum();
    }

    public int states() {
        return own.stream().mapToInt(SourceFile::states).sum();
    }

    public int failurePaths() {
        return own.stream().mapToInt(SourceFile::failurePaths).sum();
    }
}
