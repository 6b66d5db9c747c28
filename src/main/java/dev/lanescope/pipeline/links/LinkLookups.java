package dev.lanescope.pipeline.links;

import dev.lanescope.content.Page;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// What a page asked of its site while its links were followed, and a hash of what it was told. A
/// later build that would reuse the page's HTML must first know that its links would lead to the
/// same places. That is so if either
///
/// - [LinkTargets#fingerprint] is what it was: no page was added, removed, renamed or given another
///   title or address, and no static file came or went (the usual case: one page's text was edited,
///   one comparison settles it for all pages); or
/// - [#stillHold] says so, which asks this page's questions again.
///
/// Nothing else of the site goes into a page's links: not the headings of other pages, for a
/// fragment is copied as it is and only [checked][dev.lanescope.pipeline] when all pages are done.
///
/// @param paths the paths of ordinary links and images, as the page asked for them, each once
/// @param names the names of wiki links, likewise
/// @param answers a hash of the page's own output and of what came out for each path and name
/// @param complete false if the page asked for more than [#MAX]: then it must be rendered again
///   whenever the fingerprint changes
public record LinkLookups(List<String> paths, List<String> names, long answers, boolean complete) {

    /// How many different questions of one page are kept.
    public static final int MAX = 10_000;

    /// The longest question that is kept, in characters.
    public static final int MAX_CHARS = 2_000;

    public LinkLookups {
        paths = List.copyOf(paths);
        names = List.copyOf(names);
        if (paths.size() + names.size() > MAX) {
            throw new IllegalArgumentException(
                    paths.size() + " paths and " + names.size() + " names are more than " + MAX);
        }
    }

    /// What was asked on page `from`, in that order, with the answers.
    public static LinkLookups of(
            Page from,
            SequencedMap<String, LinkTarget> paths,
            SequencedMap<String, LinkTarget> names) {
        if (paths.size() + names.size() > MAX || !areShort(paths) || !areShort(names)) {
            return new LinkLookups(List.of(), List.of(), 0, false);
        }
        var hash = new Hash64();
        hash.add(from.output());
        paths.values().forEach(target -> add(hash, target));
        names.values().forEach(target -> add(hash, target));
        return new LinkLookups(
                List.copyOf(paths.keySet()), List.copyOf(names.keySet()), hash.value(), true);
    }

    private static boolean areShort(SequencedMap<String, LinkTarget> asked) {
        for (String question : asked.keySet()) {
            if (question.length() > MAX_CHARS) {
                return false;
            }
        }
        return true;
    }

    /// Whether the page, as it stands in another state of the site, would get the same answers.
    public boolean stillHold(LinkTargets targets, Page from) {
        if (!complete) {
            return false;
        }
        var hash = new Hash64();
        hash.add(from.output());
        paths.forEach(path -> add(hash, targets.path(from, path)));
        names.forEach(name -> add(hash, targets.name(from, name)));
        return answers == hash.value();
    }

    private static void add(Hash64 hash, LinkTarget target) {
        switch (target) {
            case LinkTarget.OfPage(Page page) -> {
                hash.add(page.source());
                hash.add(page.output());
            }
            case LinkTarget.OfFile(String path) -> {
                hash.add(null);
                hash.add(path);
            }
            case LinkTarget.Nowhere _ -> {
                hash.add(null);
                hash.add(null);
            }
        }
    }

    /// Writes what [#read] reads.
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(complete);
        out.writeLong(answers);
        write(out, paths);
        write(out, names);
    }

    private static void write(DataOutput out, List<String> strings) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            out.writeUTF(string);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException if these are not such bytes
    public static LinkLookups read(DataInput in) throws IOException {
        boolean complete = in.readBoolean();
        long answers = in.readLong();
        List<String> paths = strings(in, MAX);
        return new LinkLookups(paths, strings(in, MAX - paths.size()), answers, complete);
    }

    private static List<String> strings(DataInput in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("link lookups with " + count + " entries");
        }
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strings.add(in.readUTF());
        }
        return strings;
    }
}
