package dev.lanescope.pipeline;

import dev.lanescope.pipeline.links.Hrefs;

/// The destination of a link, in its parts; as a string they make the whole again.
///
/// @param path everything before the query and the fragment, percent-encoded as it was written
/// @param rest the query and the fragment, with `?` and `#`; often empty
record Destination(String path, String rest) {

    static Destination of(String written) {
        int end = 0;
        while (end < written.length() && written.charAt(end) != '#' && written.charAt(end) != '?') {
            end++;
        }
        return new Destination(written.substring(0, end), written.substring(end));
    }

    /// Whether it leads elsewhere: it begins with `//`, or with a scheme such as `https:`.
    boolean isForeign() {
        int colon = path.indexOf(':');
        int slash = path.indexOf('/');
        return path.startsWith("//") || (colon >= 0 && (slash < 0 || colon < slash));
    }

    /// The place on the page, percent-decoded. Empty if there is none, if it is one that every page
    /// has (`#top`), or if it is a text to look for (`#:~:text=`).
    String fragment() {
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : Hrefs.decode(rest.substring(hash + 1));
        int directive = fragment.indexOf(":~:");
        String place = directive < 0 ? fragment : fragment.substring(0, directive);
        return place.equalsIgnoreCase("top") ? "" : place;
    }
}
