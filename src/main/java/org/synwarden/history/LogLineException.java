package org.synwarden.history;

/** A text that names no port in a form that is known; the message is one line and shows one that is. */
public final class LogLineException extends Exception {
    private static final long serialVersionUID = 1;

    private static final String EXAMPLES = "expected a log line of SonicWALL, netfilter, Cisco, MikroTik, pfSense or"
            + " OPNsense with addresses and ports, or PORT [TIME], as in: 4428 2005-08-21 15:38:09";

    private static final int LONGEST_QUOTE = 64;

    LogLineException(String what) {
        super(what + "; " + EXAMPLES);
    }

    /** A piece of the line, fit to be told: short, and nothing but printable ASCII. */
    static String quoted(String piece) {
        String cut = piece.length() > LONGEST_QUOTE ? piece.substring(0, LONGEST_QUOTE) + "..." : piece;
        return "'" + cut.replaceAll("[^ -~]", "?") + "'";
    }
}
