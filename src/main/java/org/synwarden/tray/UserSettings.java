package org.synwarden.tray;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered for this user: columns, speed, look, language, the window's size, what is notified. Reading and
 * changing never wait for a disk; what changed is handed to whoever keeps it. Any thread.
 *
 * <p>Keys that this version does not know are kept, for a newer one. Bounds: {@link SettingsFile}.
 */
final class UserSettings {
    private static final Logger LOG = LoggerFactory.getLogger(UserSettings.class);

    private final Map<String, String> values;
    private final Map<String, List<Runnable>> watchers = new ConcurrentHashMap<>();
    private final Consumer<Map<String, String>> keeper;

    /**
     * Settings as they were kept.
     *
     * @param keeper told all of them after each change, on the thread that changes; must not wait
     */
    UserSettings(Map<String, String> kept, Consumer<Map<String, String>> keeper) {
        this.values = new ConcurrentHashMap<>(kept);
        this.keeper = keeper;
    }

    /** Settings that nobody keeps, all as they are at first. */
    static UserSettings ofDefaults() {
        return new UserSettings(Map.of(), changed -> {});
    }

    /** What the user has chosen, or else the standard. */
    <T> T get(UserSetting<T> setting) {
        String text = values.get(setting.key());
        if (text == null) {
            return setting.standard();
        }
        return setting.reading().apply(text).orElseGet(() -> {
            LOG.warn("what is remembered for {} cannot be used, and the standard holds: {}", setting.key(), text);
            values.remove(setting.key(), text);
            return setting.standard();
        });
    }

    /** Remembers it; where it is another value than before, whoever watches is told on this thread. */
    <T> void set(UserSetting<T> setting, T value) {
        String text = setting.writing().apply(value);
        if (setting.reading().apply(text).isEmpty()) {
            throw new IllegalArgumentException(setting.key() + " cannot be " + text);
        }
        if (!text.equals(values.put(setting.key(), text))) {
            keeper.accept(new TreeMap<>(values));
            watchers.getOrDefault(setting.key(), List.of()).forEach(Runnable::run);
        }
    }

    /**
     * Calls {@code watcher} after each change of that setting.
     *
     * @return ends it
     */
    Runnable watch(UserSetting<?> setting, Runnable watcher) {
        List<Runnable> all = watchers.computeIfAbsent(setting.key(), key -> new CopyOnWriteArrayList<>());
        all.add(watcher);
        return () -> all.remove(watcher);
    }
}
