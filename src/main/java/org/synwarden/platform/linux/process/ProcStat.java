package org.synwarden.platform.linux.process;

/**
 * The fields of {@code /proc/PID/stat} that are used (proc_pid_stat(5)).
 *
 * @param name the kernel's short name of the process, at most 15 bytes for a program; any character may be in it
 * @param hasEnded whether it has no thread that could run, and waits only for its parent to notice; one whose first thread
 *     has ended goes on with the others
 * @param parent the pid of its parent, 0 where it has none
 * @param flags the kernel's {@code PF_} bits
 * @param startTicks when it started, in clock ticks after boot
 */
record ProcStat(String name, boolean hasEnded, int parent, long flags, long startTicks) {
    /** {@code PF_KTHREAD} of the kernel's {@code include/linux/sched.h}. */
    private static final long KERNEL_THREAD = 0x0020_0000;

    private static final int STATE = 3 - 3;
    private static final int PARENT = 4 - 3;
    private static final int FLAGS = 9 - 3;
    private static final int THREADS = 20 - 3;
    private static final int START_TICKS = 22 - 3;

    /**
     * Reads the line. The name is what stands between the first opening and the <em>last</em> closing parenthesis:
     * a process may call itself {@code ") R 1 (x"}.
     *
     * @throws IllegalArgumentException when it is no such line
     */
    static ProcStat parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 0 || close < open || close + 2 > line.length()) {
            throw new IllegalArgumentException("no line of /proc/PID/stat");
        }
        String[] afterName = line.substring(close + 2).split(" ", START_TICKS + 2);
        if (afterName.length <= START_TICKS) {
            throw new IllegalArgumentException("a line of /proc/PID/stat with too few fields");
        }
        try {
            return new ProcStat(
                    line.substring(open + 1, close),
                    "ZXx".contains(afterName[STATE]) && Integer.parseInt(afterName[THREADS]) <= 1,
                    Integer.parseInt(afterName[PARENT]),
                    Long.parseLong(afterName[FLAGS]),
                    Long.parseLong(afterName[START_TICKS]));
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("a line of /proc/PID/stat without numbers where they belong", malformed);
        }
    }

    /** Whether this is a thread of the kernel, which has no program. */
    boolean isKernelThread() {
        return (flags & KERNEL_THREAD) != 0;
    }
}
