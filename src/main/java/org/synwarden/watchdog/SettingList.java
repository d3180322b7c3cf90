package org.synwarden.watchdog;

import java.util.List;
import java.util.regex.Pattern;
import org.synwarden.detect.DetectionSettings;
import org.synwarden.detect.Kind;
import org.synwarden.history.HistorySettings;
import org.synwarden.net.Subnet;
import org.synwarden.observation.EvidenceSource;

/** All options of {@code synwarden.toml}, in the order of the file. The measured numbers of the rules are not among them. */
final class SettingList {
    private static final int NETWORKS = 64;
    private static final List<EvidenceSource> LIVE =
            List.of(EvidenceSource.KERNEL_EVENTS, EvidenceSource.PACKET_CAPTURE, EvidenceSource.SOCKET_TABLE);

    static final Setting<Integer> NAT_CAPACITY = new Setting<>(
            "detection",
            "nat-capacity",
            new SettingType.WholeNumber(256, 1_048_576, "entries"),
            DetectionSettings.defaults().natCapacity(),
            true,
            "How many connections the router keeps at once in its NAT table; consumer routers have 2,048 to 16,384, and the"
                    + " router's manual or status page says. Amber at a quarter of it, red at half.");

    static final Setting<Integer> NAT_SYN_SECONDS = new Setting<>(
            "detection",
            "nat-syn-seconds",
            new SettingType.WholeNumber(10, 600, "seconds"),
            120,
            true,
            "How long the router keeps the entry of a connection attempt that nobody answers. Most keep it for 120 seconds,"
                    + " some for 240.");

    static final Setting<List<Kind>> MUTED = new Setting<>(
            "detection",
            "muted",
            SettingType.Texts.of(0, DetectionSettings.MUTABLE.stream().sorted().toList(), Kind::text),
            List.of(),
            true,
            "Kinds of incidents that are listed without any noise. A router's table that fills cannot be muted; single"
                    + " programs, mail servers among them, are approved with 'synwarden approve' instead.");

    static final Setting<List<Subnet>> OWN_NETWORKS = new Setting<>(
            "detection",
            "own-networks",
            new SettingType.Texts<>(
                    0,
                    NETWORKS,
                    Subnet::parse,
                    Subnet::toString,
                    "networks such as \"10.20.0.0/16\" or \"fd00:1::/48\""),
            List.of(),
            true,
            "Networks that are yours although a router leads to them, such as other floors of a house. To look over them is"
                    + " amber, as in the network of this PC itself, and they take no room in the router's NAT table.");

    static final Setting<List<EvidenceSource>> SOURCES = new Setting<>(
            "sources",
            "use",
            SettingType.Texts.of(1, LIVE, EvidenceSource::text),
            LIVE,
            false,
            "What SynWarden watches by. Each one that is left out makes it see less.");

    static final Setting<String> LOG_LEVEL = new Setting<>(
            "log",
            "level",
            new SettingType.Choice(List.of("error", "warn", "info", "debug")),
            "info",
            true,
            "How much is written into the log file. 'synwarden doctor --log' shows more than the file, whatever is set here.");

    static final Setting<Integer> LOG_MEGABYTES = new Setting<>(
            "log",
            "max-megabytes",
            new SettingType.WholeNumber(5, 1_000, "megabytes"),
            10,
            false,
            "How much room the log files take, all five together; the oldest is deleted first.");

    static final Setting<Boolean> ADMINISTRATORS_ONLY = new Setting<>(
            "control",
            "administrators-only",
            new SettingType.Flag(),
            false,
            false,
            "Whether only administrators (on Linux root) may ask the service anything. Other users' tray icons and command"
                    + " lines then show nothing.");

    static final Setting<Boolean> HISTORY_ENABLED = new Setting<>(
            "history",
            "enabled",
            new SettingType.Flag(),
            HistorySettings.defaults().enabled(),
            false,
            "Whether attempts, incidents and what was done about them are remembered in a file of the data folder. Without it"
                    + " 'synwarden who' knows nothing, and known destinations are learnt anew after every start.");

    static final Setting<Integer> HISTORY_DAYS = new Setting<>(
            "history",
            "retention-days",
            new SettingType.WholeNumber(1, HistorySettings.MOST_DAYS, "days"),
            HistorySettings.defaults().retentionDays(),
            false,
            "After how many days what was recorded is deleted.");

    static final Setting<Integer> HISTORY_MEGABYTES = new Setting<>(
            "history",
            "raw-max-megabytes",
            new SettingType.WholeNumber(
                    HistorySettings.LEAST_MEGABYTES, HistorySettings.MOST_MEGABYTES, "megabytes of 1,000,000 bytes"),
            HistorySettings.defaults().rawMaxMegabytes(),
            false,
            "How large the file may grow. Beyond that single attempts are deleted, the oldest first, and then what is kept of"
                    + " whole minutes.");

    static final Setting<List<String>> NOT_RECORDED = new Setting<>(
            "history",
            "do-not-record",
            new SettingType.Texts<>(
                    0,
                    HistorySettings.MOST_PATHS,
                    SettingList::program,
                    path -> path,
                    "full paths of programs, such as '/usr/bin/firefox' or 'C:\\Program Files\\Tor\\tor.exe'"),
            List.of(),
            false,
            "Programs whose attempts and destinations are not recorded; incidents of theirs are.");

    static final Setting<Boolean> SESSION_NOTICES = new Setting<>(
            "notifications",
            "sessions",
            new SettingType.Flag(),
            true,
            true,
            "Whether Windows shows a red incident in the session of whoever uses this PC while no tray icon runs there. On Linux"
                    + " nothing is shown, whatever is set here.");

    static final List<Setting<?>> ALL = List.of(
            NAT_CAPACITY,
            NAT_SYN_SECONDS,
            MUTED,
            OWN_NETWORKS,
            SOURCES,
            HISTORY_ENABLED,
            HISTORY_DAYS,
            HISTORY_MEGABYTES,
            NOT_RECORDED,
            LOG_LEVEL,
            LOG_MEGABYTES,
            ADMINISTRATORS_ONLY,
            SESSION_NOTICES);

    /** On either system: a file of settings may be checked on another PC. */
    private static final Pattern FULL_PATH = Pattern.compile("/.+|[A-Za-z]:\\\\.+|\\\\\\\\.+");

    private static String program(String path) {
        if (!FULL_PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("no full path");
        }
        return path;
    }

    private SettingList() {}
}
