package org.synwarden.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.synwarden.capture.CaptureFile;
import org.synwarden.cli.OutputInOrder.Lane;
import org.synwarden.cli.OutputInOrder.NobodyReadsException;

/**
 * Does one thing with each of several capture files, as many at once as there are cores and memory for, and prints as
 * if it were done one after the other. A file that cannot be read is told and does not stop the others.
 */
final class CaptureRun {
    /** What a reader needs of the heap while its engine is empty, bytes: its buffers. */
    private static final long READER = 8L << 20;

    /** What the program and one engine need of the heap when the engine's tables are full, bytes; measured. */
    private static final long ENGINE = 50L << 20;

    /** What an attempt costs in all of an engine's tables, bytes, room for the garbage collector included; measured. */
    private static final long ATTEMPT = 1L << 10;

    private static final long FIRST_PROGRESS_MILLIS = 500;
    private static final long PROGRESS_MILLIS = 200;
    private static final long LAST_LINE_MILLIS = 200;

    private final List<Path> files;
    private final Progress progress;
    private final OutputInOrder output;
    private final AtomicInteger incidents = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    CaptureRun(Terminal terminal, List<Path> files) {
        this.files = List.copyOf(files);
        progress = new Progress(terminal, files);
        output = new OutputInOrder(
                terminal, files.size(), attemptsToSpare(Runtime.getRuntime().maxMemory()), progress);
    }

    /** How many attempts engines may hold beside one that is full. */
    static long attemptsToSpare(long heap) {
        return Math.max(0, heap - ENGINE) / ATTEMPT;
    }

    /** How many files are read at once. */
    static int threads(int files, int cores, long heap) {
        return (int) Math.max(1, Math.min(Math.min(files, cores), heap / READER));
    }

    /** Reads them all; returns when all has been printed, or nobody reads it any more. */
    void run(CaptureTask task) throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        Thread onSignal = new Thread(this::closeSoon, "last-line");
        runtime.addShutdownHook(onSignal);
        AtomicInteger number = new AtomicInteger();
        int threads = threads(files.size(), runtime.availableProcessors(), runtime.maxMemory());
        ExecutorService readers =
                Executors.newFixedThreadPool(threads, work -> daemon(work, "replay-" + number.incrementAndGet()));
        Thread clock = daemon(this::showProgress, "progress");
        clock.start();
        try {
            List<Future<?>> readings = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                int file = i;
                readings.add(readers.submit(() -> read(file, task)));
            }
            for (Future<?> reading : readings) {
                await(reading);
            }
        } finally {
            output.close();
            clock.interrupt();
            readers.shutdownNow();
            removeHook(onSignal);
        }
    }

    /** Cleans up at a signal, unless whoever reads the output has stopped reading and holds everything up. */
    private void closeSoon() {
        Thread closing = daemon(output::close, "last-line-closing");
        closing.start();
        try {
            closing.join(LAST_LINE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void showProgress() {
        try {
            Thread.sleep(FIRST_PROGRESS_MILLIS);
            while (!Thread.currentThread().isInterrupted()) {
                output.showProgress();
                Thread.sleep(PROGRESS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // all is read
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void read(int index, CaptureTask task) {
        Path path = files.get(index);
        Lane lane = output.lane(index);
        try {
            try {
                CaptureFile file = CaptureFile.at(path).shownBy(progress.meter(index));
                incidents.addAndGet(task.run(path, file, lane));
            } catch (NobodyReadsException e) {
                throw e;
            } catch (IOException e) {
                failed.incrementAndGet();
                lane.complain(Terminal.plain(String.valueOf(e.getMessage())));
            }
            lane.end();
        } catch (NobodyReadsException e) {
            // whoever read has gone, and with them the reason to go on
        }
    }

    /** A fault of this program ends it all, whichever file it met. */
    private static void await(Future<?> reading) throws InterruptedException {
        try {
            reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending, and the hook does what it is for
        }
    }

    /** Incidents found in all files together. */
    int incidents() {
        return incidents.get();
    }

    /** Files from which nothing could be had. */
    int failed() {
        return failed.get();
    }
}
