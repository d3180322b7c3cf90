package org.synwarden.platform.linux.sockdiag;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.synwarden.platform.linux.process.LinuxProcessCatalog;
import org.synwarden.sockets.SocketRow;

/** What one look at the socket table costs, next to {@code ss -tanp} on the same table. Started by {@code bench/table}. */
final class TableBenchMain {
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 31;

    private TableBenchMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LinuxSocketTable table = new LinuxSocketTable(new LinuxProcessCatalog());
        long began = System.nanoTime();
        List<SocketRow> rows = table.snapshot();
        long first = System.nanoTime() - began;
        for (int i = 0; i < WARM_UP; i++) {
            table.snapshot();
        }
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
        }
        int count = rows.size();
        long owned = rows.stream().filter(row -> row.owner().isPresent()).count();
        System.out.printf(Locale.ROOT, "rows %d, with owner %d%n", count, owned);
        System.out.printf(Locale.ROOT, "first look      %8.2f ms%n", first / 1e6);
        System.out.printf(Locale.ROOT, "look, median    %8.2f ms%n", median(poll) / 1e6);
        System.out.printf(Locale.ROOT, "ss -tanp, median%8.2f ms%n", median(ss) / 1e6);
        System.out.printf(Locale.ROOT, "look / ss       %8.2f%n", (double) median(poll) / median(ss));
        System.out.printf(Locale.ROOT, "allocated       %8.1f B a row%n", (double) median(allocated) / count);
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

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
