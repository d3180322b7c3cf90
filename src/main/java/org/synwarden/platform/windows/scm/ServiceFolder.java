package org.synwarden.platform.windows.scm;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder that the service runs from: the one of the Windows package, or the same files anywhere else.
 *
 * @param home absolute, without a separator at its end; as given by {@link org.synwarden.installation.ProgramFolder}
 */
record ServiceFolder(Path home) {
    private static final List<String> NEEDED = List.of(
            "synwarden-service.exe",
            "synwarden.jar",
            "runtime\\bin\\server\\jvm.dll",
            "native\\jnidispatch.dll",
            "native\\sqlitejdbc.dll");

    /** Takes the dots out of the path. */
    ServiceFolder {
        home = home.toAbsolutePath().normalize();
    }

    /** What is missing for a service; empty where all is there. */
    Optional<String> missing() {
        return NEEDED.stream().filter(name -> !Files.isRegularFile(file(name))).findFirst();
    }

    /**
     * Whether a service can run there: procrun hands paths to Java in the code page of the system, and Java itself looks for
     * its libraries with it.
     */
    boolean isWritableIn(Charset codePage) {
        return codePage.newEncoder().canEncode(home.toString());
    }

    /** How the service manager starts it, in quotes: a blank in the path must not name another program. */
    String commandLine() {
        return "\"" + file("synwarden-service.exe") + "\" //RS//" + WindowsService.NAME;
    }

    private Path file(String name) {
        return Path.of(home + File.separator + name.replace("\\", File.separator));
    }
}
