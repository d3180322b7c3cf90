package org.synwarden.platform.windows.etw;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which host a path in the kernel leads to, if it goes through the Multiple UNC Provider:
 * {@code \Device\Mup\host\share\file}, or, of a drive that stands for a share,
 * {@code \Device\Mup\;LanmanRedirector\;X:0000000000012345\host\share}. Pages "Support for UNC Naming and MUP",
 * "UNC Naming". Pure.
 */
final class SharePath {
    private static final String MUP = "\\device\\mup\\";
    private static final Pattern SEPARATOR = Pattern.compile("\\\\");

    /** An IPv6 address in a path, which may hold no colon: {@code fe80--1s4.ipv6-literal.net}. */
    private static final String IPV6_LITERAL = ".ipv6-literal.net";

    /** The longest name of a host (RFC 1035), and room for a zone. */
    private static final int LONGEST_HOST = 255;

    private SharePath() {}

    /** The host's name or address, in lower case; empty where the path leads elsewhere, and of WebDAV, which is not SMB. */
    static Optional<String> host(String path) {
        if (!path.regionMatches(true, 0, MUP, 0, MUP.length())) {
            return Optional.empty();
        }
        return SEPARATOR
                .splitAsStream(path.substring(MUP.length()))
                .dropWhile(part -> part.startsWith(";"))
                .findFirst()
                .filter(host -> !host.isEmpty() && host.length() <= LONGEST_HOST && host.indexOf('@') < 0)
                .map(host -> asAddress(host.toLowerCase(Locale.ROOT)))
                .filter(host -> !host.isEmpty());
    }

    private static String asAddress(String host) {
        return host.endsWith(IPV6_LITERAL)
                ? host.substring(0, host.length() - IPV6_LITERAL.length())
                        .replace('-', ':')
                        .replace('s', '%')
                : host;
    }
}
