package org.synwarden.tray;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A page of the web that the user may open with a click; https only.
 *
 * @param uri with a host, without a user
 */
public record WebAddress(URI uri) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_WORDS = 200;

    /** Refuses what is no page of the web. */
    public WebAddress {
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("no page of the web");
        }
    }

    /** A search for these words. */
    public static WebAddress search(String words) {
        String cut = words.substring(0, Math.min(LONGEST_WORDS, words.length()));
        return new WebAddress(
                URI.create("https://duckduckgo.com/?q=" + URLEncoder.encode(cut, StandardCharsets.UTF_8)));
    }

    /** Whether a text has the form of a hash that {@link #virusTotal} takes. */
    static boolean isSha256(String text) {
        return SHA_256.matcher(text).matches();
    }

    /**
     * What VirusTotal knows of a file with that content; the file itself is not sent.
     *
     * @param sha256 64 lower-case hexadecimal digits
     */
    public static WebAddress virusTotal(String sha256) {
        if (!isSha256(sha256)) {
            throw new IllegalArgumentException("no SHA-256");
        }
        return new WebAddress(URI.create("https://www.virustotal.com/gui/file/" + sha256));
    }
}
