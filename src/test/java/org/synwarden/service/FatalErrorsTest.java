package org.synwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exception that nobody has caught does to the service. */
class FatalErrorsTest {
    private final List<String> happened = new ArrayList<>();
    private final FatalErrors fatal = new FatalErrors(() -> happened.add("goodbye"), new FatalErrors.Ending() {
        @Override
        public void haltSoon() {
            happened.add("halts soon");
        }

        @Override
        public void exit() {
            happened.add("exits");
        }
    });

    @ParameterizedTest
    @ValueSource(
            strings = {"engine", "sockets", "interfaces", "identity", "respond", "history", "control-accept", "main"})
    void endsTheServiceAfterTheClientsWereTold(String thread) {
        fatal.uncaughtException(new Thread(thread), new IllegalStateException("injected"));
        assertThat(happened).containsExactly("halts soon", "goodbye", "exits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"capture-eth0", "kernel-events", "control-client-7", "control-client-7-writer"})
    void aFaultOfOneSourceOrClientEndsThatOneOnly(String thread) {
        fatal.uncaughtException(new Thread(thread), new IllegalStateException("injected"));
        assertThat(happened).isEmpty();
    }

    @Test
    void whatTheVirtualMachineLacksEndsTheServiceWhereverItIsMissed() {
        fatal.uncaughtException(new Thread("control-client-7"), new OutOfMemoryError("injected"));
        assertThat(happened).endsWith("exits");
    }

    @Test
    void exitsAlsoWhenTheGoodbyeFails() {
        FatalErrors unlucky = new FatalErrors(
                () -> {
                    throw new OutOfMemoryError("injected");
                },
                new FatalErrors.Ending() {
                    @Override
                    public void haltSoon() {
                        happened.add("halts soon");
                    }

                    @Override
                    public void exit() {
                        happened.add("exits");
                    }
                });
        try {
            unlucky.uncaughtException(new Thread("engine"), new IllegalStateException("injected"));
        } catch (OutOfMemoryError expected) {
            happened.add("and says so");
        }
        assertThat(happened).containsExactly("halts soon", "exits", "and says so");
    }

    @Test
    void theSecondFaultOfAServiceThatEndsIsNoNews() {
        fatal.uncaughtException(new Thread("engine"), new IllegalStateException("injected"));
        fatal.uncaughtException(new Thread("sockets"), new IllegalStateException("injected"));
        assertThat(happened).containsOnlyOnce("exits");
    }
}
