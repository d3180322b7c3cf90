package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.IncidentObject;

class TrayStateTest {
    private static final List<IncidentObject> NO_INCIDENTS = List.of();
    private static final List<DegradationObject> NO_LIMITS = List.of();

    private final IncidentObject red = Some.worm("1");
    private final IncidentObject amber =
            Some.incident("2", "amber", "volume", Optional.of(Some.process("p2p.exe", 9)), "reported", List.of(6881));

    @Test
    void watchesWhenThereIsNothingToSay() {
        assertThat(TrayState.of(true, false, NO_INCIDENTS, NO_LIMITS)).isEqualTo(TrayState.WATCHING);
    }

    @Test
    void aLimitShowsUntilAnIncidentIsMoreUrgent() {
        List<DegradationObject> limits = List.of(Some.noNpcap());

        assertThat(TrayState.of(true, false, NO_INCIDENTS, limits)).isEqualTo(TrayState.DEGRADED);
        assertThat(TrayState.of(true, false, List.of(amber), limits)).isEqualTo(TrayState.AMBER);
        assertThat(TrayState.of(true, false, List.of(amber, red), limits)).isEqualTo(TrayState.RED);
    }

    @Test
    void whileTheUserWantsToBeToldNothingNotEvenARedIncidentHasAColour() {
        assertThat(TrayState.of(true, true, List.of(red), NO_LIMITS)).isEqualTo(TrayState.SUSPENDED);
    }

    @Test
    void withoutTheServiceNothingElseIsKnown() {
        assertThat(TrayState.of(false, true, List.of(red), List.of(Some.noNpcap())))
                .isEqualTo(TrayState.NOT_CONNECTED);
    }
}
