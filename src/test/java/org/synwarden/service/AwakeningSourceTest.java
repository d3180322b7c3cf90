package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.observation.EvidenceSource;
import org.synwarden.observation.Observation;

class AwakeningSourceTest {
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Observation> heard = new ArrayList<>();
    private long now = 7;

    @Test
    void tellsOfAnAwakeningAtTheMomentItHappens() {
        AwakeningSource source = new AwakeningSource(this::listen);
        source.start(() -> now, heard::add);
        now = 42;
        listeners.forEach(Runnable::run);
        assertThat(heard).containsExactly(new Observation.HostResumed(42, EvidenceSource.SOCKET_TABLE));
        source.close();
        assertThat(listeners).isEmpty();
    }

    @Test
    void whereTheSystemDoesNotTellNothingIsMissing() {
        AwakeningSource source = new AwakeningSource(awake -> {
            throw new IOException("error 50");
        });
        source.start(() -> now, heard::add);
        assertThat(source.missing()).isEmpty();
        source.close();
    }

    private AutoCloseable listen(Runnable awake) {
        listeners.add(awake);
        return () -> listeners.remove(awake);
    }
}
