package org.synwarden.tray;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is remembered on its own thread, {@code tray-settings}. However much changes meanwhile, only the latest
 * state waits. Any thread.
 */
final class SettingsSaver implements Consumer<Map<String, String>>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsSaver.class);
    private static final int LAST_WRITE_SECONDS = 2;

    private final SettingsFile file;
    private final AtomicReference<Optional<Map<String, String>>> waiting = new AtomicReference<>(Optional.empty());
    private final ExecutorService writer = Executors.newSingleThreadExecutor(new DaemonThread("tray-settings"));

    SettingsSaver(SettingsFile file) {
        this.file = file;
    }

    @Override
    public void accept(Map<String, String> values) {
        if (waiting.getAndSet(Optional.of(values)).isEmpty()) {
            try {
                writer.execute(this::write);
            } catch (RejectedExecutionException e) {
                LOG.debug("changed after the end", e);
            }
        }
    }

    private void write() {
        waiting.getAndSet(Optional.empty()).ifPresent(values -> {
            try {
                file.write(values);
            } catch (IOException e) {
                LOG.warn("what this user has chosen could not be kept: {}", e.toString());
            }
        });
    }

    /** Writes what waits, for 2 s at most. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WRITE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("what this user has chosen last could not be kept in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
