package org.synwarden.cli;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        System.err.println("synwarden: not built yet");
    }
}
