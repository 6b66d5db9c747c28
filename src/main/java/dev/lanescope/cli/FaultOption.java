package dev.lanescope.cli;

import dev.lanescope.concurrency.knobs.Fault;
import dev.lanescope.content.Page;
import dev.lanescope.content.Site;

import java.util.ArrayList;
import java.util.List;

/// The pages that are to fail: `--fault KIND@PAGE`, as often as one likes.
final class FaultOption {

    private final Given<List<String>> faults;

    /// @param name with its dashes
    FaultOption(OptionSheet sheet, String name) {
        faults =
                sheet.eachText(
                        name,
                        "FAULT",
                        "Make a page fail, as KIND@PAGE: exception, endless-loop, stack-overflow, out-of-memory,"
                                + " poisoned-static, exit, halt or crash; of a real CPython also"
                                + " nonsense or vanish; such as"
                                + " halt@guide/pools.md. May be given several times.");
    }

    List<Fault> faults(Site site) throws TerminalException {
        List<Fault> found = new ArrayList<>();
        for (String text : faults.get()) {
            int at = text.indexOf('@');
            if (at < 0) {
                throw TerminalException.badInput(
                        "--fault takes KIND@PAGE, such as halt@guide/pools.md, not " + text + ".");
            }
            Fault.Kind kind =
                    Ids.find("--fault", text.substring(0, at), Fault.Kind.values(), Fault.Kind::id);
            found.add(new Fault(kind, page(text.substring(at + 1), site)));
        }
        return found;
    }

    private static int page(String source, Site site) throws TerminalException {
        List<String> sources = site.pages().stream().map(Page::source).toList();
        int index = sources.indexOf(source);
        if (index < 0) {
            throw TerminalException.badInput(
                    "--fault: there is no page '"
                            + source
                            + "' in "
                            + site.name()
                            + "."
                            + Nearest.question(source, sources));
        }
        return index;
    }
}
