package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.BlockOrder;
import org.synwarden.net.Protocol;

class IncidentBlockTest {
    private static IncidentObject incident(String kind, String path, Optional<String> user, List<Integer> ports) {
        return new IncidentObject(
                "7",
                "red",
                kind,
                "open",
                "192.168.20.52",
                Optional.of(new ProcessObject(4242, "77", "worm", Optional.of(path), user)),
                "reported",
                Instant.EPOCH,
                Instant.EPOCH,
                31,
                5,
                977,
                ports,
                List.of("203.0.113.7"),
                "5 of 5 new addresses did not answer");
    }

    private static BlockOrder order(IncidentObject incident, Optional<Duration> time) throws CommandException {
        return IncidentBlock.order(List.of(incident), "7", false, time, "worm");
    }

    @Test
    void onWindowsItIsTheProgramsPortForAnHour() throws Exception {
        BlockOrder order = order(
                incident("scan", "C:\\Temp\\worm.exe", Optional.of("PC\\zoe"), List.of(445, 139)), Optional.empty());
        assertThat(order.program()).contains("C:\\Temp\\worm.exe");
        assertThat(order.user()).isEmpty();
        assertThat(order.remotePort()).contains(445);
        assertThat(order.protocol()).contains(Protocol.TCP);
        assertThat(order.lifetime()).contains(Duration.ofHours(1));
        assertThat(order.incident()).contains("7");
    }

    @Test
    void onLinuxItIsTheAccountsPortForThatTime() throws Exception {
        BlockOrder order = order(
                incident("udp-sweep", "/tmp/worm", Optional.of("zoe"), List.of(1434)),
                Optional.of(Duration.ofMinutes(5)));
        assertThat(order.program()).isEmpty();
        assertThat(order.user()).contains("zoe");
        assertThat(order.protocol()).contains(Protocol.UDP);
        assertThat(order.lifetime()).contains(Duration.ofMinutes(5));
    }

    @Test
    void whatTheIncidentDoesNotTellMustBeSaid() {
        IncidentObject anothers = incident("scan", "/tmp/worm", Optional.empty(), List.of(445));
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> order(anothers, Optional.empty()))
                .withMessageContaining("the account of incident 7 is not known, or not shown to you");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() ->
                        order(incident("nat-pressure", "/tmp/worm", Optional.of("zoe"), List.of()), Optional.empty()))
                .withMessageContaining("the port of incident 7");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> IncidentBlock.order(List.of(), "7", false, Optional.empty(), "worm"))
                .withMessageContaining("there is no incident 7");
    }
}
