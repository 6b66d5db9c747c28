package dev.lanescope.pipeline.markdown;

import java.util.Arrays;

/// Collects the distinct words of a text: what stands between blanks, in lower case, without the
/// punctuation around it, in the order in which each comes first. Bounded: what is longer than 60
/// characters is cut into such pieces, and once [#MAX_CHARS] are full no new words are taken.
///
/// A word that is there already, as most of a text are, costs no memory: it is looked up where it
/// stands.
public final class WordSet {

    /// All words with a blank after each.
    public static final int MAX_CHARS = 16_000;

    private static final int MAX_WORD = 60;
    private static final String AROUND = ".,;:!?()[]{}<>\"'`*|“”‘’„«»…";

    private char[] words = new char[1024];
    private int length;

    /// An open hash table: where a word begins, plus one; 0 where there is none.
    private int[] slots = new int[256];

    private int count;
    private final char[] word = new char[MAX_WORD];
    private int size;

    /// Adds a piece of text; a word may go on in the next.
    public void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || (c >= 0x80 && (Character.isWhitespace(c) || c == 0xA0))) {
                end();
            } else {
                int room = Character.isHighSurrogate(c) ? MAX_WORD - 1 : MAX_WORD;
                if (size >= room) {
                    end();
                }
                word[size++] = c < 0x80 ? lower(c) : Character.toLowerCase(c);
            }
        }
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /// Here a word ends.
    public void end() {
        int from = 0;
        int to = size;
        while (from < to && isAround(word[from])) {
            from++;
        }
        while (from < to && isAround(word[to - 1])) {
            to--;
        }
        size = 0;
        if (from < to) {
            take(from, to);
        }
    }

    private static boolean isAround(char c) {
        return !(c >= 'a' && c <= 'z') && AROUND.indexOf(c) >= 0;
    }

    private void take(int from, int to) {
        int slot = slot(word, from, to);
        int needed = to - from + 1;
        if (slots[slot] != 0 || length + needed > MAX_CHARS) {
            return;
        }
        if (length + needed > words.length) {
            words = Arrays.copyOf(words, Math.max(2 * words.length, length + needed));
        }
        System.arraycopy(word, from, words, length, to - from);
        slots[slot] = length + 1;
        length += needed;
        words[length - 1] = ' ';
        if (++count > slots.length / 2) {
            grow();
        }
    }

    /// Where a word is, or would be.
    private int slot(char[] chars, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, chars, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(int start, char[] chars, int from, int to) {
        int end = start + to - from;
        return end < length
                && words[end] == ' '
                && Arrays.equals(words, start, end, chars, from, to);
    }

    private void grow() {
        int[] before = slots;
        slots = new int[2 * before.length];
        for (int start : before) {
            if (start != 0) {
                int end = start - 1;
                while (words[end] != ' ') {
                    end++;
                }
                slots[slot(words, start - 1, end)] = start;
            }
        }
    }

    /// The words with a blank between them.
    @Override
    public String toString() {
        end();
        return length == 0 ? "" : new String(words, 0, length - 1);
    }
}
