import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * What the memory alone costs that a SYN of a worm has to touch on its way from the tracker to the judge: arrays of the
 * same sizes, written and read in the same order as by {@code SynBenchmark}, and nothing else. Prints nanoseconds of
 * processor time a SYN, the least of 22 rounds: {@code java -XX:+UseSerialGC -Xmx64m bench/Floor.java track|judge}.
 */
final class Floor {
    private static final int ROUND = 400_000;
    private static final int ATTEMPTS = 32_768;
    private static final int DESTINATIONS = 4_096;
    private static final int ENTRIES = 65_536;
    private static final int SECOND = 1_000;

    private final int[] attemptChains = new int[2 * ATTEMPTS];
    private final long[] attemptKeys = new long[ATTEMPTS];
    private final long[] attempts = new long[16 * ATTEMPTS];
    private final long[] timetable = new long[2 * ATTEMPTS];
    private final int[] destinationChains = new int[2 * DESTINATIONS];
    private final long[] destinations = new long[4 * DESTINATIONS];
    private final int[] neighbourhoods = new int[2 * DESTINATIONS];
    private final long[] failures = new long[9 * DESTINATIONS];
    private final long[] entries = new long[4 * ENTRIES];
    private long sum;

    private static int spread(long number, int places) {
        long mixed = number * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 32) * 0x9E37_79B9_7F4A_7C15L; // no pattern that a cache could follow
        return (int) (mixed >>> Long.numberOfLeadingZeros(places) + 1);
    }

    private static int turn(long number, int places, int width) {
        return (int) (number & places - 1) * width;
    }

    private void track(long n) {
        int chain = spread(n, attemptChains.length);
        sum += attemptChains[chain];
        attemptChains[chain] = (int) n;
        attemptChains[spread(n - 30 * SECOND, attemptChains.length)] = 0;
        attemptKeys[turn(n, ATTEMPTS, 1)] = n;
        int begun = turn(n, ATTEMPTS, 16);
        for (int field = 0; field < 12; field++) {
            attempts[begun + field] = n;
        }
        attempts[turn(n - 3 * SECOND / 2, ATTEMPTS, 16)] = n;
        attempts[turn(n - 3 * SECOND / 2, ATTEMPTS, 16) + 8] += n;
        int over = turn(n - 30 * SECOND, ATTEMPTS, 16);
        sum += attempts[over] + attempts[over + 8];
        timetable[turn(n, ATTEMPTS, 2)] = n;
        timetable[turn(n, ATTEMPTS, 2) + 1] = n;
        sum += timetable[turn(n - 57 * SECOND / 2, ATTEMPTS, 2)];
    }

    private void judge(long n) {
        int chain = spread(31 * n, destinationChains.length);
        sum += destinationChains[chain];
        destinationChains[chain] = (int) n;
        destinationChains[spread(31 * (n - DESTINATIONS), destinationChains.length)] = 0;
        for (int fact = 0; fact < 4; fact++) {
            destinations[turn(n, DESTINATIONS, 4) + fact] = n;
        }
        destinations[turn(n - 3 * SECOND / 2, DESTINATIONS, 4) + 2] = n;
        sum += ++neighbourhoods[spread(7 * n, neighbourhoods.length)];
        neighbourhoods[spread(7 * (n - DESTINATIONS), neighbourhoods.length)]--;
        int oldest = turn(n, DESTINATIONS, 9);
        sum += failures[oldest] + failures[oldest + 3] + failures[oldest + 6];
        for (int field = 0; field < 9; field++) {
            failures[oldest + field] = n;
        }
        for (int fact = 0; fact < 3; fact++) {
            entries[turn(n, ENTRIES, 4) + fact] = n;
        }
        entries[turn(n - 3 * SECOND / 2, ENTRIES, 4)] += 1;
        sum += entries[turn(n - 65 * SECOND, ENTRIES, 4)];
    }

    /** Runs; the argument says whether only the tracker's memory is touched. */
    public static void main(String[] arguments) {
        boolean judges = arguments[0].equals("judge");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Floor floor = new Floor();
        long least = Long.MAX_VALUE;
        long n = 0;
        for (int round = 0; round < 30; round++) {
            long began = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < ROUND; i++, n++) {
                floor.track(n);
                if (judges) {
                    floor.judge(n);
                }
            }
            least = round < 8 ? least : Math.min(least, threads.getCurrentThreadCpuTime() - began);
        }
        System.out.printf(Locale.ROOT, "%.1f ns a SYN (%d)%n", least / (double) ROUND, floor.sum);
    }
}
