package org.synwarden.history;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.synwarden.attempt.Attribution;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.Protocol;
import org.synwarden.process.ProcessKey;

/**
 * Records attempts until it is killed: arguments are the folder and the number of the run. Says {@code told N} when it has
 * told the history of N attempts, and {@code written N} when those that it had told before have been written, which it
 * has done at every twentieth of a second and not, as the service does, at every half.
 */
final class WriterMain {
    private static final int BATCH = 20;

    private WriterMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int run = Integer.parseInt(arguments[1]);
        Waiting waiting = new Waiting();
        WallClock clock = new WallClock(WriterMain::now, WriterMain::now);
        Writer writer = new Writer(
                new HistoryFile(Path.of(arguments[0])),
                HistorySettings.defaults(),
                waiting,
                clock,
                new Health(),
                new ReentrantReadWriteLock(),
                key -> Optional.empty());
        writer.turn(); // what is killed has a file
        AtomicInteger told = new AtomicInteger();
        new Thread(() -> write(writer, told), "history").start();
        while (true) {
            for (int i = 0; i < BATCH; i++) {
                waiting.add(attempt(run, told.get() + i));
            }
            System.out.println("told " + told.addAndGet(BATCH));
            Thread.sleep(10);
        }
    }

    private static void write(Writer writer, AtomicInteger told) {
        try {
            while (true) {
                int before = told.get();
                if (writer.turn()) {
                    System.out.println("written " + before);
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static AttemptEntry attempt(int run, int number) {
        return new AttemptEntry(
                Protocol.TCP,
                Recorder.LOCAL,
                1_024 + number % 60_000,
                Address.ipv6(run, number),
                445,
                now(),
                Outcome.PENDING,
                Outcome.UNANSWERED,
                Optional.of(new ProcessKey(1 + number % 50, 1)),
                Attribution.REPORTED);
    }

    private static long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }
}
