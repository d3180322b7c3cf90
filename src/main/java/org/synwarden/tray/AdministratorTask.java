package org.synwarden.tray;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that the installed command line does as administrator. Only the tasks below exist, so that nothing else can be
 * run with these rights; what is foreign in them is a full path, which no command line takes for an option. Immutable.
 */
public final class AdministratorTask {
    private static final Pattern FULL_PATH = Pattern.compile("(?:[A-Za-z]:\\\\|\\\\\\\\|/)[^\\p{Cntrl}\"]+");
    private static final int HIGHEST_PORT = 65_535;

    private final List<String> arguments;

    private AdministratorTask(String... arguments) {
        this.arguments = List.of(arguments);
    }

    /** The arguments of the command line. */
    public List<String> arguments() {
        return arguments;
    }

    /** Says that a program is in order as it is now. */
    public static AdministratorTask approve(String path) {
        return new AdministratorTask("approve", checked(path));
    }

    /** Stops what a program sends to the internet. */
    public static AdministratorTask blockProgram(String path) {
        return new AdministratorTask("block", "--program", checked(path));
    }

    /** Stops what all programs send to a TCP port in the internet. */
    public static AdministratorTask blockPort(int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("no port");
        }
        return new AdministratorTask("block", "--port", String.valueOf(port));
    }

    /** Starts the service. */
    public static AdministratorTask startService() {
        return new AdministratorTask("service", "start");
    }

    private static String checked(String path) {
        if (!FULL_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("no full path");
        }
        return path;
    }
}
