package org.synwarden.platform.windows.scm;

import java.util.List;

/**
 * What makes the service's entries in the Application log of Windows readable: where their texts are. Page "Event Sources".
 * The Windows package writes the same rows. Pure.
 */
final class EventSource {
    /** The key of our own, with all below it. */
    static final String KEY = "SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\" + WindowsService.NAME;

    private static final int ALL_TYPES = 7;

    private EventSource() {}

    /**
     * The rows for a program.
     *
     * @param home the program's folder, with a separator at its end
     */
    static List<RegistryValue> of(String home) {
        return List.of(
                RegistryValue.text(KEY, "EventMessageFile", home + "native\\synwarden-events.dll"),
                RegistryValue.number(KEY, "TypesSupported", ALL_TYPES));
    }
}
