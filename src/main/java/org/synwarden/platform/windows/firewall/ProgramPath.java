package org.synwarden.platform.windows.firewall;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.synwarden.respond.ResponseException;

/**
 * A program's path as the firewall takes it: with a drive letter or on a server. Paths of the kernel
 * ({@code \Device\HarddiskVolume3\…}), long ones ({@code \\?\…}) and short ones ({@code PROGRA~1}) are told so. Pure but
 * for what it is given.
 */
final class ProgramPath {
    private static final String SERVERS = "\\Device\\Mup\\";
    private static final Pattern ON_A_DRIVE = Pattern.compile("[A-Za-z]:\\\\[^\\p{Cntrl}|<>\"?*]+");
    private static final Pattern ON_A_SERVER =
            Pattern.compile("\\\\\\\\[^\\\\\\p{Cntrl}|<>\"?*]+\\\\[^\\p{Cntrl}|<>\"?*]+");

    /** Windows drops such ends of names, and goes back at "..": one program, many texts. */
    private static final Pattern NOT_PLAIN = Pattern.compile("[. ](\\\\|$)");

    private final Map<String, String> drives;
    private final UnaryOperator<String> longName;

    /**
     * Paths of this PC.
     *
     * @param drives devices of the kernel by drive, {@code C:} to {@code \Device\HarddiskVolume3}
     * @param longName the long form of a path with short names; the same path where there is none
     */
    ProgramPath(Map<String, String> drives, UnaryOperator<String> longName) {
        this.drives = Map.copyOf(drives);
        this.longName = longName;
    }

    /**
     * The path for a rule.
     *
     * @throws ResponseException when the firewall could not know the program by it; says what to do instead
     */
    String of(String path) throws ResponseException {
        String plain = withoutPrefix(path.replace('/', '\\'));
        if (plain.regionMatches(true, 0, "\\Device\\", 0, "\\Device\\".length())) {
            plain = onADrive(plain)
                    .orElseThrow(() -> new ResponseException("'" + path
                            + "' lies on a volume without a drive letter, by which the firewall cannot know a program;"
                            + " nothing was blocked. Block the port instead."));
        }
        if (NOT_PLAIN.matcher(plain).find()) {
            throw new ResponseException(
                    "a program is named by its full path without '.', '..' or dots and spaces at the end"
                            + " of a name, not '" + path + "'");
        }
        if (ON_A_SERVER.matcher(plain).matches()) {
            return plain; // the service asks no server that somebody named
        }
        if (!ON_A_DRIVE.matcher(plain).matches()) {
            throw new ResponseException(
                    "a program is named by its full path, such as C:\\Tools\\nc.exe, not '" + path + "'");
        }
        return plain.indexOf('~') >= 0 ? longName.apply(plain) : plain;
    }

    private static String withoutPrefix(String path) {
        if (path.regionMatches(true, 0, "\\\\?\\UNC\\", 0, 8)) {
            return "\\\\" + path.substring(8);
        }
        return path.startsWith("\\\\?\\") || path.startsWith("\\\\.\\") || path.startsWith("\\??\\")
                ? path.substring(4)
                : path;
    }

    private Optional<String> onADrive(String path) {
        if (path.regionMatches(true, 0, SERVERS, 0, SERVERS.length())) {
            return Optional.of("\\\\" + path.substring(SERVERS.length()));
        }
        String wanted = path.toLowerCase(Locale.ROOT);
        return drives.entrySet().stream()
                .filter(drive -> wanted.startsWith(drive.getValue().toLowerCase(Locale.ROOT) + "\\"))
                .map(drive -> drive.getKey() + path.substring(drive.getValue().length()))
                .findFirst();
    }
}
