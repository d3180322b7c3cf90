package org.synwarden.watchdog;

/**
 * One option of {@code synwarden.toml}.
 *
 * @param section the table it stands in
 * @param standard its value where nothing is said
 * @param live whether a change takes effect while SynWarden runs
 * @param meaning one or two sentences, for the file and the page
 */
record Setting<T>(String section, String name, SettingType<T> type, T standard, boolean live, String meaning) {
    /** As people write it. */
    String key() {
        return section + "." + name;
    }

    /** The option at its default, as a line of the file. */
    String line() {
        return name + " = " + type.toml(standard);
    }

    /** Its bounds, and when a change takes effect: one line. */
    String bounds() {
        return type.bounds() + (live ? "" : "; takes effect at the next start");
    }
}
