package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.synwarden.detect.DetectionSettings;
import org.synwarden.history.HistorySettings;
import org.synwarden.observation.EvidenceSource;

/**
 * What the user has set in {@code synwarden.toml}; {@code docs/configuration.md} lists it.
 *
 * @param detection what the engine judges by
 * @param sources what is watched by
 * @param log what is written into log files
 * @param administratorsOnly whether only administrators may ask the service anything
 * @param history what is remembered
 * @param sessionNotices whether Windows tells the user of a red incident while no tray does
 */
public record Settings(
        DetectionSettings detection,
        Set<EvidenceSource> sources,
        LogSettings log,
        boolean administratorsOnly,
        HistorySettings history,
        boolean sessionNotices) {
    /** What is set where nothing is said. */
    public static final Settings DEFAULTS = ofStandards();

    /**
     * What is written into log files.
     *
     * @param level "error", "warn", "info" or "debug"
     * @param maxMegabytes how much room all log files may take together, in units of 1,048,576 bytes
     */
    public record LogSettings(String level, int maxMegabytes) {}

    /** Where the values of options come from. */
    interface Values {
        /** The value of that option. */
        <T> T of(Setting<T> setting) throws SettingsException;
    }

    /** Copies the sources. */
    public Settings {
        sources = Set.copyOf(sources);
    }

    static Settings of(Values values) throws SettingsException {
        return new Settings(
                new DetectionSettings(
                        values.of(SettingList.NAT_CAPACITY),
                        TimeUnit.SECONDS.toNanos(values.of(SettingList.NAT_SYN_SECONDS)),
                        Set.copyOf(values.of(SettingList.MUTED)),
                        values.of(SettingList.OWN_NETWORKS)),
                Set.copyOf(values.of(SettingList.SOURCES)),
                new LogSettings(values.of(SettingList.LOG_LEVEL), values.of(SettingList.LOG_MEGABYTES)),
                values.of(SettingList.ADMINISTRATORS_ONLY),
                new HistorySettings(
                        values.of(SettingList.HISTORY_ENABLED),
                        values.of(SettingList.HISTORY_DAYS),
                        values.of(SettingList.HISTORY_MEGABYTES),
                        Set.copyOf(values.of(SettingList.NOT_RECORDED))),
                values.of(SettingList.SESSION_NOTICES));
    }

    private static Settings ofStandards() {
        try {
            return of(new Values() {
                @Override
                public <T> T of(Setting<T> setting) {
                    return setting.standard();
                }
            });
        } catch (SettingsException e) {
            throw new IllegalStateException("a default is refused", e);
        }
    }

    /** The options whose values here differ from those at the start and take effect at the next one only. */
    List<String> waitingForRestart(Settings atStart) {
        List<String> waiting = new ArrayList<>();
        if (!sources.equals(atStart.sources)) {
            waiting.add(SettingList.SOURCES.key());
        }
        waiting.addAll(waitingHistory(atStart.history));
        if (log.maxMegabytes() != atStart.log.maxMegabytes()) {
            waiting.add(SettingList.LOG_MEGABYTES.key());
        }
        if (administratorsOnly != atStart.administratorsOnly) {
            waiting.add(SettingList.ADMINISTRATORS_ONLY.key());
        }
        return List.copyOf(waiting);
    }

    private List<String> waitingHistory(HistorySettings atStart) {
        List<String> waiting = new ArrayList<>();
        if (history.enabled() != atStart.enabled()) {
            waiting.add(SettingList.HISTORY_ENABLED.key());
        }
        if (history.retentionDays() != atStart.retentionDays()) {
            waiting.add(SettingList.HISTORY_DAYS.key());
        }
        if (history.rawMaxMegabytes() != atStart.rawMaxMegabytes()) {
            waiting.add(SettingList.HISTORY_MEGABYTES.key());
        }
        if (!history.doNotRecord().equals(atStart.doNotRecord())) {
            waiting.add(SettingList.NOT_RECORDED.key());
        }
        return waiting;
    }
}
