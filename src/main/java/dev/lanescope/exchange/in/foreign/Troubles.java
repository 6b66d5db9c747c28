package dev.lanescope.exchange.in.foreign;

import dev.lanescope.analysis.Amounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What could not be shown as it stands in the file: counted by reason, so that people are told
/// once with the first place, and not a million times.
public final class Troubles {

    private static final int MOST_REASONS = 100;

    private static final class Tally {
        long count;
        String first = "";
    }

    private final Map<String, Tally> reasons = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /// Something was left out or shown otherwise.
    ///
    /// @param what one of the things, e.g. `event without a time was left out`; an `s` is put
    ///   behind its first word if there are several
    /// @param where the place, e.g. `event 17`
    public void add(String what, String where) {
        Tally tally = reasons.get(what);
        if (tally == null) {
            if (reasons.size() == MOST_REASONS) {
                return;
            }
            tally = new Tally();
            tally.first = where;
            reasons.put(what, tally);
        }
        tally.count++;
    }

    /// A sentence that people should read.
    public void remark(String sentence) {
        if (remarks.size() < MOST_REASONS) {
            remarks.add(sentence);
        }
    }

    /// Everything as sentences.
    List<String> sentences() {
        List<String> sentences = new ArrayList<>(remarks);
        reasons.forEach((what, tally) -> sentences.add(sentence(what, tally)));
        return sentences;
    }

    /// The first complaint, if nothing else is left of the file.
    String first() {
        return reasons.entrySet().stream()
                .findFirst()
                .map(entry -> ": " + sentence(entry.getKey(), entry.getValue()))
                .orElse("");
    }

    private static String sentence(String what, Tally tally) {
        int space = what.indexOf(' ');
        String noun = space < 0 ? what : what.substring(0, space);
        String rest = space < 0 ? "" : what.substring(space);
        return Amounts.count(tally.count, noun)
                + (tally.count == 1
                        ? rest
                        : rest.replaceFirst(" was ", " were ")
                                .replaceFirst(" is ", " are ")
                                .replaceFirst(" has ", " have "))
                + (tally.first.isEmpty()
                        ? "."
                        : (tally.count == 1 ? " (" : " (first: ") + tally.first + ").");
    }
}
