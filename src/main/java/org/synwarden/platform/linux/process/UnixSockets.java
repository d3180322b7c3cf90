package org.synwarden.platform.linux.process;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text of {@code /proc/net/unix} (proc(5)): seven fields, the last of them the inode, then the path. Pure. */
final class UnixSockets {
    private static final Pattern LINE = Pattern.compile("\\S+:(?: +\\S+){5} +(\\d+) (/.*)");

    private UnixSockets() {}

    /** What the links in {@code /proc/PID/fd} say of sockets that were bound to that path: {@code socket:[4711]}. */
    static Set<String> linksOf(String path, String procNetUnix) {
        return procNetUnix
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(2).equals(path))
                .map(line -> "socket:[" + line.group(1) + "]")
                .collect(Collectors.toUnmodifiableSet());
    }
}
