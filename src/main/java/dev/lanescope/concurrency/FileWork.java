package dev.lanescope.concurrency;

import java.nio.file.Path;
import java.util.List;

/// Work as a program sees it that knows nothing of ours: files are read here and written there. It
/// does the same work in its own way, so what it writes need not be what we would have written.
///
/// @param <I> an item
/// @param <R> what is known when an item is done
public interface FileWork<I, R> {

    /// A file to make.
    ///
    /// @param source what is read, below [#from], with `/`
    /// @param output what is written, below [#to], with `/`; its folder is there
    /// @param title what people call it
    record Entry(String source, String output, String title) {}

    /// What all of it is called.
    String name();

    /// The folder that is read.
    Path from();

    /// The folder that is written.
    Path to();

    /// Whether HTML in what is read is shown as text.
    boolean escapesHtml();

    /// All files that there are, whether or not they are to be made.
    List<Entry> entries();

    /// Which of [#entries] an item is.
    int entry(I item);

    /// The result of an item whose file has been written.
    R result(I item, long bytesOut);
}
