package org.synwarden.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs a target over its inputs, on a thread of its own: whoever started it waits, and gives up on an input that takes
 * more than {@value #STALL_SECONDS} s. That is no measure of speed but the sign of a parser that does not end.
 */
final class Fuzzer {
    private static final int STALL_SECONDS = 60;
    /** What the service gives its threads ({@code -Xss512k}): nested input must not need more. */
    private static final long STACK_BYTES = 512 << 10;

    private static final int MOST_FINDINGS = 10;
    private static final int LONGEST_MESSAGE = 1_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final FuzzTarget target;
    private final long seed;
    private final Inputs inputs;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private long refused;
    private Effort effort = new Effort(0, 0, 0);
    private volatile long current;

    /**
     * Processor time.
     *
     * @param nanos of all inputs
     * @param slowest the number of the input that took most
     * @param slowestNanos what that took
     */
    record Effort(long nanos, long slowest, long slowestNanos) {
        Effort plus(long number, long more) {
            return more > slowestNanos
                    ? new Effort(nanos + more, number, more)
                    : new Effort(nanos + more, slowest, slowestNanos);
        }

        @Override
        public String toString() {
            return "%.1f s, input %d took longest: %.1f ms".formatted(nanos / 1e9, slowest, slowestNanos / 1e6);
        }
    }

    Fuzzer(FuzzTarget target, long seed) {
        this.target = target;
        this.seed = seed;
        this.inputs = new Inputs(target, seed);
    }

    /**
     * What came out of it.
     *
     * @param inputs how many were run
     * @param refused how many of them the parser refused as it should
     * @param effort what it took; for people, because no two runs take the same
     * @param findings at most {@value #MOST_FINDINGS} different ones
     */
    record Outcome(String target, long seed, long inputs, long refused, Effort effort, List<Finding> findings) {
        @Override
        public String toString() {
            return "%-16s %,9d inputs, %,9d refused, %,9d accepted, seed %d%s"
                    .formatted(
                            target,
                            inputs,
                            refused,
                            inputs - refused,
                            seed,
                            findings.isEmpty() ? "" : ", FINDINGS: " + findings.size());
        }
    }

    /** Runs the inputs from the first number up to, not including, the second. */
    Outcome run(long from, long to) throws InterruptedException {
        Thread worker = new Thread(null, () -> runAll(from, to), "fuzz-" + target.name(), STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        long seen = -1;
        for (int seconds = 0; worker.isAlive() && seconds < STALL_SECONDS; seconds++) {
            worker.join(1_000);
            seconds = seen == current ? seconds : 0;
            seen = current;
        }
        if (worker.isAlive()) {
            Finding stalled = Finding.of(
                    target, seed, seen, inputs.input(seen), "It did not end. It was here:\n" + place(worker));
            return new Outcome(target.name(), seed, seen - from, 0, effort, List.of(stalled));
        }
        return new Outcome(target.name(), seed, to - from, refused, effort, List.copyOf(findings.values()));
    }

    private static String place(Thread worker) {
        return Arrays.stream(worker.getStackTrace()).map(Object::toString).collect(Collectors.joining("\n\tat "));
    }

    private void runAll(long from, long to) {
        for (long number = from; number < to && findings.size() < MOST_FINDINGS; number++) {
            current = number;
            byte[] input = inputs.input(number);
            long began = threads.getCurrentThreadCpuTime();
            try {
                refused += survives(input) ? 0 : 1;
            } catch (Throwable thrown) { // whatever it is, it is what is looked for
                Finding finding = Finding.of(target, seed, number, inputs.input(number), thrown);
                findings.putIfAbsent(finding.place(), finding);
            }
            effort = effort.plus(number, threads.getCurrentThreadCpuTime() - began);
        }
    }

    /** Whether the input was accepted. */
    private boolean survives(byte[] input) throws Exception {
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean accepted = accepts(input.clone());
        if (threads.getCurrentThreadAllocatedBytes() - before > target.budget().of(input)) {
            requireThrift(input);
        }
        return accepted;
    }

    /** What was allocated may have been classes and call sites used for the first time; a second run has none. */
    private void requireThrift(byte[] input) throws Exception {
        long before = threads.getCurrentThreadAllocatedBytes();
        accepts(input.clone());
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        FuzzTarget.require(
                allocated <= target.budget().of(input),
                allocated + " bytes allocated for " + input.length + " of input, more than "
                        + target.budget().of(input));
    }

    private boolean accepts(byte[] input) throws Exception {
        try {
            target.body().run(input);
            return true;
        } catch (Exception thrown) {
            if (!target.refusesWith(thrown)) {
                throw thrown;
            }
            String message = String.valueOf(thrown.getMessage());
            boolean clear = !message.isBlank()
                    && message.length() <= LONGEST_MESSAGE
                    && message.codePoints().noneMatch(Character::isISOControl);
            FuzzTarget.require(clear, "the refusal is not one clear line: " + message);
            return false;
        }
    }
}
