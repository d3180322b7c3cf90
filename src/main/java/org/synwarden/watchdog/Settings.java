package org.synwarden.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.synwarden.detect.DetectionSettings;
import org.synwarden.observation.EvidenceSource;

/**
 * What the user has set in {@code synwarden.toml}; {@code docs/configuration.md} lists it.
 *
 * @param detection what the engine judges by
 * @param sources what is watched by
 * @param log what is written into log files
 * @param administratorsOnly whether only administrators may ask the service anything
 */
public record Settings(
        DetectionSettings detection, Set<EvidenceSource> sources, LogSettings log, boolean administratorsOnly) {
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
                values.of(SettingList.ADMINISTRATORS_ONLY));
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
        if (log.maxMegabytes() != atStart.log.maxMegabytes()) {
            waiting.add(SettingList.LOG_MEGABYTES.key());
        }
        if (administratorsOnly != atStart.administratorsOnly) {
            waiting.add(SettingList.ADMINISTRATORS_ONLY.key());
        }
        return List.copyOf(waiting);
    }
}
