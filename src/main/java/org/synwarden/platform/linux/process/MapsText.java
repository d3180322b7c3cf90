package org.synwarden.platform.linux.process;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.synwarden.process.ModuleFile;

/** {@code /proc/PID/maps} (proc_pid_maps(5)): which files a process runs code from. Pure. */
final class MapsText {
    /** From to, rights, offset, device, inode, path: a line break in a path stands there as \012. */
    private static final Pattern LINE =
            Pattern.compile("[0-9a-f]+-[0-9a-f]+ ..x. [0-9a-f]+ [0-9a-f]+:[0-9a-f]+ ([0-9]+) +(/.*)");

    private MapsText() {}

    /** Each once, in the order of the memory. What is no line of that form says nothing. */
    static ModuleFile.Listing modules(String text) {
        List<ModuleFile> all =
                text.lines().flatMap(line -> module(line).stream()).toList();
        return ModuleFile.Listing.of(all);
    }

    private static Optional<ModuleFile> module(String line) {
        Matcher found = LINE.matcher(line);
        return found.matches() && !found.group(1).equals("0")
                ? Optional.of(new ModuleFile(found.group(2).replace("\\012", "\n"), found.group(1)))
                : Optional.empty();
    }
}
