package org.synwarden.platform.windows.scm;

import java.util.List;

/**
 * A value in the registry, below HKEY_LOCAL_MACHINE.
 *
 * @param key its key
 * @param name its name
 * @param kind its type
 * @param data its data as text: one, or any number where it is a list
 */
record RegistryValue(String key, String name, Kind kind, List<String> data) {
    /** REG_SZ, REG_MULTI_SZ, REG_DWORD. */
    enum Kind {
        TEXT,
        LIST,
        NUMBER
    }

    /** Copies the data. */
    RegistryValue {
        data = List.copyOf(data);
    }

    static RegistryValue text(String key, String name, String data) {
        return new RegistryValue(key, name, Kind.TEXT, List.of(data));
    }

    static RegistryValue list(String key, String name, String... data) {
        return new RegistryValue(key, name, Kind.LIST, List.of(data));
    }

    static RegistryValue number(String key, String name, int data) {
        return new RegistryValue(key, name, Kind.NUMBER, List.of(Integer.toString(data)));
    }
}
