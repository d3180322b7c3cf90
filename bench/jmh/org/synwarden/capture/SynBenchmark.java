package org.synwarden.capture;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.AttemptListener;
import org.synwarden.attempt.AttemptTracker;
import org.synwarden.attempt.NameBook;
import org.synwarden.attempt.NetworkGrace;
import org.synwarden.attempt.Outcome;
import org.synwarden.engine.Engine;
import org.synwarden.engine.EngineListener;
import org.synwarden.observation.EvidenceSource;

/**
 * What one SYN costs, from its frame to the judgement. A thousand SYNs a second of capture time, none of them answered,
 * so that each is in turn an attempt, a failure 1.5 s later, and forgotten after 30 s; the capture's time passes as
 * quickly as they are taken. Begins with 40,000 of them, when as many are forgotten as begin; an iteration times
 * 400,000 more, each to another address.
 *
 * <p>Lives in the room {@code capture} to move one frame from SYN to SYN as a reader does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "-Xmx64m"})
@Warmup(iterations = 10)
@Measurement(iterations = SynBenchmark.ITERATIONS)
public class SynBenchmark {
    static final int ITERATIONS = 10;

    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int RAMP = 40_000;
    private static final int TIMED = 400_000;
    private static final int SOURCE = 14 + 12;
    private static final int DESTINATION = 14 + 16;
    private static final int SOURCE_PORT = 14 + 20;

    /** Processor time of the whole process, collector included: what counts on a machine that others use too. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        /** Nanoseconds a SYN; JMH adds the iterations' values up to their mean. */
        public double processorTime;

        private void since(long began) {
            processorTime = (SYSTEM.getProcessCpuTime() - began) / (double) TIMED / ITERATIONS;
        }
    }

    /** How many hosts the SYNs come from: one worm, or a network of scanners. */
    @Param({"1", "250"})
    private int senders;

    private final ByteBuffer bytes = ByteBuffer.allocate(60);
    private final Frame frame = new Frame();
    private long count;
    private FrameDecoder bare;
    private AttemptTracker tracker;
    private FrameDecoder toTracker;
    private Engine engine;
    private FrameDecoder toEngine;

    /** Builds the three pipelines and fills those that remember. */
    @Setup
    public void fill(Blackhole consumed) {
        bytes.putShort(12, (short) 0x0800).put(14, (byte) 0x45).putShort(16, (short) 40).put(14 + 9, (byte) 6);
        bytes.put(14 + 20 + 12, (byte) 0x50).put(14 + 20 + 13, (byte) 0x02).putShort(SOURCE_PORT + 2, (short) 445);
        frame.show(bytes.array(), 0, 60, 60);
        bare = new FrameDecoder(EvidenceSource.CAPTURE_FILE, consumed::consume);
        tracker = new AttemptTracker(new NetworkGrace(Engine.ANSWER_LIMIT), new NameBook(), new Unheard(consumed));
        toTracker = new FrameDecoder(EvidenceSource.CAPTURE_FILE, observation -> observation.deliverTo(tracker));
        engine = Engine.forCapture(new EngineListener() {});
        toEngine = new FrameDecoder(EvidenceSource.CAPTURE_FILE, engine::observe);
        for (int i = 0; i < RAMP; i++) {
            next();
            tracker.tick(frame.at());
            toTracker.decode(frame);
            engine.tick(frame.at());
            toEngine.decode(frame);
        }
    }

    private void next() {
        count++;
        frame.stamp(count * BETWEEN, 1);
        bytes.putInt(SOURCE, 0xC0A8_0000 + (int) (count % senders));
        bytes.putInt(DESTINATION, 0xC612_0000 ^ (int) count % (1 << 24) * 31 & 0xFF_FFFF);
        bytes.putShort(SOURCE_PORT, (short) (32_768 + count % 28_232)).putInt(SOURCE_PORT + 4, (int) count);
    }

    /** The frame into an observation. */
    @Benchmark
    @OperationsPerInvocation(TIMED)
    public void decode(Processor processor) {
        long began = Processor.SYSTEM.getProcessCpuTime();
        for (int i = 0; i < TIMED; i++) {
            next();
            bare.decode(frame);
        }
        processor.since(began);
    }

    /** The observation into an attempt, and attempts into outcomes. */
    @Benchmark
    @OperationsPerInvocation(TIMED)
    public void decodeAndTrack(Processor processor) {
        long began = Processor.SYSTEM.getProcessCpuTime();
        for (int i = 0; i < TIMED; i++) {
            next();
            tracker.tick(frame.at());
            toTracker.decode(frame);
        }
        processor.since(began);
    }

    /** The whole engine. */
    @Benchmark
    @OperationsPerInvocation(TIMED)
    public void decodeTrackAndJudge(Processor processor) {
        long began = Processor.SYSTEM.getProcessCpuTime();
        for (int i = 0; i < TIMED; i++) {
            next();
            engine.tick(frame.at());
            toEngine.decode(frame);
        }
        processor.since(began);
    }

    private record Unheard(Blackhole consumed) implements AttemptListener {
        @Override
        public void began(Attempt attempt) {
            consumed.consume(attempt);
        }

        @Override
        public void concluded(Attempt attempt, Outcome before, long at) {
            consumed.consume(attempt);
        }
    }
}
