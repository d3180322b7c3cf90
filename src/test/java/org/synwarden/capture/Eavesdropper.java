package org.synwarden.capture;

import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation.DatagramSent;

/**
 * Run inside a namespace by {@link LiveCaptureLiveIT}: captures on an interface until it is ended, and prints
 * {@code ready}, each datagram it is told of with the number of its frame, and when datagrams are passed over.
 */
final class Eavesdropper implements LiveCapture.Listener {
    private long frame;
    private final FrameDecoder decoder = new FrameDecoder(EvidenceSource.PACKET_CAPTURE, observation -> {
        if (observation instanceof DatagramSent datagram) {
            say(frame + " " + datagram.flow().local() + " > " + datagram.flow().remote());
        }
    });

    private Eavesdropper() {}

    public static void main(String[] arguments) throws CaptureException, InterruptedException {
        LongSupplier clock = System::nanoTime;
        LiveCapture.start(arguments[0], clock, new Eavesdropper());
        say("ready");
        new CountDownLatch(1).await();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    @Override
    public void captured(Frame captured) {
        frame = captured.number();
        decoder.decode(captured);
    }

    @Override
    public void datagramsPassedOver(long at) {
        say("passed over");
    }

    @Override
    public void ended(CaptureException reason) {
        say("ended " + reason.getMessage());
    }
}
