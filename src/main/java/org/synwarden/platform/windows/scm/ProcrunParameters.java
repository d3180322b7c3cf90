package org.synwarden.platform.windows.scm;

import java.util.List;

/**
 * What procrun, which hosts the service, reads at its start: from the 32-bit view of the registry, and a key of the service
 * that only has to be there (page "Procrun", <a href="https://commons.apache.org/proper/commons-daemon/procrun.html">
 * parameters</a>). The Windows package writes the same rows ({@code wix/synwarden.wxs}); a test holds them against each
 * other. Pure.
 */
final class ProcrunParameters {
    /** Where procrun keeps the parameters of all its services; others may be there, too. */
    static final String PROCRUN = "SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0";

    /** The key of the service's own, with all below it. */
    static final String SERVICE_KEY = PROCRUN + "\\" + WindowsService.NAME;

    /** Without this key procrun ends at once. */
    static final String NEEDED_KEY = "SYSTEM\\CurrentControlSet\\Services\\" + WindowsService.NAME + "\\Parameters";

    private static final String JAVA = SERVICE_KEY + "\\Parameters\\Java";
    private static final String START = SERVICE_KEY + "\\Parameters\\Start";
    private static final String STOP = SERVICE_KEY + "\\Parameters\\Stop";
    private static final String LOG = SERVICE_KEY + "\\Parameters\\Log";
    private static final String ENTRY = "org.synwarden.service.ProcrunEntry";
    private static final int STOP_SECONDS = 10;

    private ProcrunParameters() {}

    /**
     * The rows for a program and its logs.
     *
     * @param home the program's folder, with a separator at its end
     * @param logs the folder of the logs, with a separator at its end
     */
    static List<RegistryValue> of(String home, String logs) {
        return List.of(
                RegistryValue.text(JAVA, "Jvm", home + "runtime\\bin\\server\\jvm.dll"),
                RegistryValue.text(JAVA, "Classpath", home + "synwarden.jar"),
                RegistryValue.list(
                        JAVA,
                        "Options",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-Xss512k",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Xrs",
                        "-Djava.awt.headless=true",
                        "-Dsynwarden.home=" + home,
                        "-Dsynwarden.log=ERROR",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djna.boot.library.path=" + home + "native",
                        "-Djna.nounpack=true",
                        "-Djna.noclasspath=true",
                        "-Dorg.sqlite.lib.path=" + home + "native",
                        "-Dorg.sqlite.lib.name=sqlitejdbc.dll"),
                RegistryValue.list(JAVA, "Options9", "--enable-native-access=ALL-UNNAMED"),
                RegistryValue.text(START, "Mode", "jvm"),
                RegistryValue.text(START, "Class", ENTRY),
                RegistryValue.text(START, "Method", "start"),
                RegistryValue.text(START, "WorkingPath", home),
                RegistryValue.text(STOP, "Mode", "jvm"),
                RegistryValue.text(STOP, "Class", ENTRY),
                RegistryValue.text(STOP, "Method", "stop"),
                RegistryValue.number(STOP, "Timeout", STOP_SECONDS),
                RegistryValue.text(LOG, "Path", logs),
                RegistryValue.text(LOG, "Prefix", "service"),
                RegistryValue.text(LOG, "Level", "Info"),
                RegistryValue.text(LOG, "StdOutput", "auto"),
                RegistryValue.text(LOG, "StdError", "auto"),
                RegistryValue.number(NEEDED_KEY, "Installed", 1));
    }
}
