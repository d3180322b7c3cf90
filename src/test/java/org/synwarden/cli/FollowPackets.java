package org.synwarden.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.synwarden.contract.JsonCodec;
import org.synwarden.control.ControlClient;
import org.synwarden.control.RequestException;
import org.synwarden.control.Topic;
import org.synwarden.service.HostPlatform;

/** Prints the packets that pass a filter, as this account may see them, until the first has come and for 20 s at most. */
final class FollowPackets {
    private FollowPackets() {}

    public static void main(String[] filter) throws RequestException, IOException, InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        try (ControlClient client = ControlClient.connect(HostPlatform.current().transport(), "test", reason -> {})) {
            client.subscribe(Topic.PACKETS, filter[0], Duration.ofMillis(500), rows -> {
                rows.added().forEach(packet -> System.out.println(JsonCodec.write(packet)));
                if (!rows.added().isEmpty()) {
                    first.countDown();
                }
            });
            first.await(Integer.parseInt(filter[1]), TimeUnit.SECONDS);
        }
    }
}
