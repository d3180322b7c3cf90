package org.synwarden.platform.linux.sockdiag;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.synwarden.platform.linux.process.LinuxProcessCatalog;
import org.synwarden.sockets.SocketRow;

/** What one look at the socket table costs, next to {@code ss -tanp} on the same table. Started by {@code bench/table}. */
final class TableBenchMain {
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 31;
    private static final double NANOS_PER_MILLI = 1e6;

    private TableBenchMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LinuxProcessCatalog catalog = new LinuxProcessCatalog();
        LinuxSocketTable table = new LinuxSocketTable(catalog);
        long began = System.nanoTime();
        List<SocketRow> rows = table.snapshot();
        long first = System.nanoTime() - began;
        for (int i = 0; i < WARM_UP; i++) {
            table.snapshot();
        }
        long[] walk = new long[ROUNDS];
        long[] poll = new long[ROUNDS];
        long[] allocated = new long[ROUNDS];
        long[] ss = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long bytes = allocatedBytes();
            began = System.nanoTime();
            rows = table.snapshot();
            poll[i] = System.nanoTime() - began;
            allocated[i] = allocatedBytes() - bytes;
            ss[i] = ss();
            LinuxSocketTable knowingNothing = new LinuxSocketTable(catalog);
            began = System.nanoTime();
            knowingNothing.snapshot();
            walk[i] = System.nanoTime() - began;
        }
        long owned = rows.stream().filter(row -> row.owner().isPresent()).count();
        System.out.printf(Locale.ROOT, "rows %d, %d of them with owner%n", rows.size(), owned);
        System.out.printf(Locale.ROOT, "first look    %8.2f ms%n", first / NANOS_PER_MILLI);
        printTimes("look", poll);
        printTimes("ss -tanp", ss);
        printTimes("look + walk", walk);
        System.out.printf(
                Locale.ROOT,
                "look / ss     %8.2f    median, %8.2f    least%n",
                median(poll) / median(ss),
                least(poll) / least(ss));
        System.out.printf(Locale.ROOT, "allocated     %8.1f B a row%n", median(allocated) / rows.size());
    }

    private static void printTimes(String name, long[] nanos) {
        System.out.printf(
                Locale.ROOT,
                "%-13s %8.2f ms median, %8.2f ms least%n",
                name,
                median(nanos) / NANOS_PER_MILLI,
                least(nanos) / NANOS_PER_MILLI);
    }

    private static long ss() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder("ss", "-tanp")
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("ss failed");
        }
        return System.nanoTime() - began;
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static double median(long[] values) {
        return LongStream.of(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double least(long[] values) {
        return LongStream.of(values).min().orElseThrow();
    }
}
