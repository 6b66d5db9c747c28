package dev.lanescope.pipeline.links;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Addresses between the files of a site: relative, so that a site also works opened from a disk.
public final class Hrefs {

    private static final String PLAIN = "-._~!$&'()*+,;=@/";

    private Hrefs() {}

    /// The way from a file back to the site's own folder: empty, or `../` as often as needed.
    public static String toRoot(String output) {
        int folders = 0;
        for (int slash = output.indexOf('/'); slash >= 0; slash = output.indexOf('/', slash + 1)) {
            folders++;
        }
        return "../".repeat(folders);
    }

    /// The address of `to` as seen from `from`, both outputs of a site.
    public static String relative(String from, String to) {
        int common = 0; // up to and including the last slash they share
        int limit = Math.min(from.length(), to.length());
        for (int i = 0; i < limit && from.charAt(i) == to.charAt(i); i++) {
            if (from.charAt(i) == '/') {
                common = i + 1;
            }
        }
        return toRoot(from.substring(common)) + encode(to.substring(common));
    }

    /// A path with everything percent-encoded that an address may not hold. A colon counts: before
    /// the first slash it would make a scheme.
    public static String encode(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (!isPlain(path.charAt(i))) {
                return encodeBytes(path.getBytes(StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    private static String encodeBytes(byte[] bytes) {
        var encoded = new StringBuilder(bytes.length * 2);
        for (byte b : bytes) {
            if (b > 0 && isPlain((char) b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PLAIN.indexOf(c) >= 0;
    }

    /// What percent-encoding stands for; the text as it is where it is not well-formed.
    public static String decode(String address) {
        if (address.indexOf('%') < 0) {
            return address;
        }
        var bytes = new ByteArrayOutputStream(address.length());
        for (int i = 0; i < address.length(); i++) {
            int c = address.codePointAt(i);
            if (c != '%') {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c) - 1;
                continue;
            }
            int high = i + 2 < address.length() ? Character.digit(address.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(address.charAt(i + 2), 16);
            if (low < 0) {
                return address;
            }
            bytes.write((high << 4) | low);
            i += 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
