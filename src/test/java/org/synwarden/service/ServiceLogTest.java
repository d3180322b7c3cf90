package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.synwarden.contract.LogLineObject;
import org.synwarden.watchdog.Settings.LogSettings;

/** What the log holds, how much of it, and that nobody can write a line of their own into it. */
class ServiceLogTest {
    private static final Logger LOG = new LoggerContext().getLogger("org.synwarden.watchdog.Watchdog");

    @TempDir
    private Path folder;

    private static LoggingEvent event(String message, Throwable thrown) {
        return new LoggingEvent("here", LOG, Level.WARN, message, thrown, null);
    }

    @Test
    void aProgramsNameCannotForgeALine() {
        String line = new LogLayout()
                .doLayout(event("worm\n2026-01-01T00:00:00.000Z INFO  engine Watchdog: all is well", null));
        assertThat(line.lines()).hasSize(1);
        assertThat(line).endsWith(" Watchdog: worm?2026-01-01T00:00:00.000Z INFO  engine Watchdog: all is well\n");
    }

    @Test
    void whatAnExceptionSaysBelongsToTheEntryAbove() {
        String entry = new LogLayout().doLayout(event("failed", new IOException("worm\n2026-01-01 forged")));
        assertThat(entry.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("\t"));
        assertThat(entry.lines().count()).isLessThanOrEqualTo(61);
    }

    @Test
    void theRingForgetsTheOldestEntries() {
        RingLog ring = new RingLog();
        ring.start();
        for (int i = 0; i <= RingLog.MOST_ENTRIES; i++) {
            ring.doAppend(event("entry " + i, null));
        }
        assertThat(ring.entries()).hasSize(RingLog.MOST_ENTRIES);
        assertThat(ring.entries().get(0).message()).isEqualTo("entry 1");
    }

    @Test
    void theRingHoldsNoMoreCharactersThanItsBoundHoweverLongEntriesAre() {
        RingLog ring = new RingLog();
        ring.start();
        for (int i = 0; i < 200; i++) {
            ring.doAppend(event("x".repeat(100_000), null));
        }
        assertThat(ring.entries()).allMatch(entry -> entry.message().length() <= RingLog.LONGEST + 1);
        assertThat(ring.entries().stream()
                        .mapToInt(entry -> entry.message().length())
                        .sum())
                .isLessThanOrEqualTo(RingLog.MOST_CHARACTERS);
    }

    @Test
    void whatWasLoggedBeforeTheFolderWasSafeStandsInTheFileToo() throws IOException {
        ServiceLog.keepUntilStarted();
        LoggerFactory.getLogger(ServiceLogTest.class).warn("a folder was planted");
        ServiceLog log = ServiceLog.start(Optional.of(folder), new LogSettings("warn", 5));
        assertThat(log.latest()).extracting(LogLineObject::message).contains("a folder was planted");
        assertThat(folder.resolve("synwarden.log")).content().containsOnlyOnce("a folder was planted");
    }

    @Test
    void theFilesTakeNoMoreRoomThanIsSetAndTheRingHearsMoreThanThey() throws IOException {
        ServiceLog log = ServiceLog.start(Optional.of(folder), new LogSettings("warn", 5));
        org.slf4j.Logger logger = LoggerFactory.getLogger(ServiceLogTest.class);
        logger.debug("a detail");
        String filler = "x".repeat(8_000);
        for (int i = 0; i < 1_200; i++) { // 9.6 MB
            logger.warn("{} {}", i, filler);
        }
        assertThat(log.latest()).extracting(LogLineObject::level).contains("warn");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeLessThanOrEqualTo(5);
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            assertThat(bytes).isLessThan(7 << 20);
        }
        log.set(new LogSettings("error", 5));
        Path newest = folder.resolve("synwarden.log");
        long before = Files.size(newest);
        logger.warn("not in the file");
        assertThat(Files.size(newest)).isEqualTo(before);
        assertThat(log.latest()).extracting(LogLineObject::message).contains("not in the file");
    }
}
