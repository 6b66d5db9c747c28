package dev.lanescope.pipeline;

import dev.lanescope.pipeline.template.PageBuffer;

/// What the text of one page after the other is put together in: HTML first, then the whole page in
/// bytes. A renderer has its own or is given those that another has done with; two never use them
/// at once.
public final class PageBuffers {

    final StringBuilder html = new StringBuilder(16 * 1024);
    final PageBuffer page = new PageBuffer();
}
