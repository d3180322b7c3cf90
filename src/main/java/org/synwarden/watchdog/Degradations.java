package org.synwarden.watchdog;

import java.nio.file.Path;
import org.synwarden.history.Shortfall;
import org.synwarden.observation.Degradation;

/** What may be missing of the picture, in words that status and doctor share. Times are nanoseconds since the epoch. */
final class Degradations {
    private static final String MORE_RIGHTS = "Run SynWarden as administrator (Windows) or root (Linux)";

    private Degradations() {}

    static Degradation noSocketTable(String why, long since) {
        return new Degradation("no-socket-table", "The socket table cannot be read: " + why, MORE_RIGHTS, since);
    }

    static Degradation noSocketOwners(long since) {
        return new Degradation("no-socket-owners", "The programs of other users cannot be named", MORE_RIGHTS, since);
    }

    /** Why is what is wrong and, after a semicolon, what to do. */
    static Degradation noPackets(String why, long since) {
        int border = why.lastIndexOf("; ");
        String wrong = border < 0 ? why : why.substring(0, border);
        String remedy = border < 0 ? "connect this PC to a network" : why.substring(border + 2);
        return new Degradation(
                "no-packets",
                "Packets are not seen (" + wrong + "), so what comes and goes between two looks at the socket table is"
                        + " missed",
                Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1),
                since);
    }

    static Degradation datagramsPassedOver(long since) {
        return new Degradation(
                "datagrams-passed-over",
                "There are more UDP datagrams than are looked at, so some programs' were passed over",
                "Nothing to do; a sweep over UDP may be missed while this lasts",
                since);
    }

    static Degradation observationsLost(long count, long since) {
        return new Degradation(
                "observations-lost",
                "Observations were lost in the last minute because they came too quickly, " + count + " in all",
                "Nothing to do; counts may be too low",
                since);
    }

    static Degradation engineStopped(long since) {
        return new Degradation("engine-stopped", "Nothing is judged any more", "Restart SynWarden", since);
    }

    static Degradation threadStopped(String name, long since) {
        return new Degradation(
                name + "-stopped",
                "A fault has ended the part of the watchdog that is called \"" + name + "\"; the log says which",
                "Restart SynWarden",
                since);
    }

    static Degradation faultySettings(Path file, String why, long since) {
        return new Degradation(
                "configuration",
                "The settings in " + file + " are not in force: " + why,
                "Mend them; the former ones, or the defaults, stay in force until then",
                since);
    }

    static Degradation waitingSettings(String what, long since) {
        return new Degradation("configuration-waits", "Of the settings, " + what, "Restart SynWarden", since);
    }

    static Degradation history(Shortfall shortfall) {
        return new Degradation(shortfall.id(), shortfall.message(), shortfall.remedy(), shortfall.since());
    }

    static Degradation noApprovals(String why, long since) {
        return new Degradation(
                "no-approvals",
                "Nothing is approved: " + why,
                "'synwarden approve --list' shows what is approved now",
                since);
    }
}
