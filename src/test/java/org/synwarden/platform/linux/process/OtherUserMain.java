package org.synwarden.platform.linux.process;

import com.sun.jna.Native;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.synwarden.process.ProcessKey;
import org.synwarden.respond.ResponseException;

/** Tries, as an account that may do nothing, to suspend a process, and says in one line what came of it. */
final class OtherUserMain {
    private static final String NOBODY = "65534";

    private OtherUserMain() {}

    /** What it said; needs root to become that account. */
    static String suspends(int pid, Path folder) throws IOException {
        // Libraries may lie in a folder that only this account reads.
        Path jna = Files.copy(location(Native.class), folder.resolve("jna.jar"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(jna, PosixFilePermissions.fromString("r--r--r--"));
        String classes = Stream.of(location(OtherUserMain.class), location(LinuxProcessControl.class), jna)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        OtherUserMain.class.getName(),
                        Integer.toString(pid))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static Path location(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** Runs as that account. */
    public static void main(String[] arguments) {
        LinuxProcessCatalog catalog = new LinuxProcessCatalog();
        ProcessKey key = catalog.find(Integer.parseInt(arguments[0])).orElseThrow();
        try {
            new LinuxProcessControl(catalog).suspend(key, "");
            System.out.println("suspended");
        } catch (ResponseException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
