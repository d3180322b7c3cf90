package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.IncidentBlock.Obstacle;
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

    private static final CallerObject ZOE = new CallerObject(CallerObject.OWN, "zoe", "1000");

    private static IncidentObject zoes(String path) {
        return incident("scan", path, Optional.of("zoe"), List.of(445));
    }

    @Test
    void onWindowsItIsTheProgramsPort() throws Exception {
        BlockOrder order = IncidentBlock.order(
                incident("scan", "C:\\Temp\\worm.exe", Optional.of("PC\\zoe"), List.of(445, 139)),
                false,
                IncidentBlock.LONGEST,
                "worm");
        assertThat(order.program()).contains("C:\\Temp\\worm.exe");
        assertThat(order.user()).isEmpty();
        assertThat(order.remotePort()).contains(445);
        assertThat(order.protocol()).contains(Protocol.TCP);
        assertThat(order.lifetime()).contains(Duration.ofHours(1));
        assertThat(order.incident()).contains("7");
    }

    @Test
    void onLinuxItIsTheAccountsPortForThatTime() throws Exception {
        BlockOrder order = IncidentBlock.order(
                incident("udp-sweep", "/tmp/worm", Optional.of("zoe"), List.of(1434)),
                false,
                Duration.ofMinutes(5),
                "worm");
        assertThat(order.program()).isEmpty();
        assertThat(order.user()).contains("zoe");
        assertThat(order.protocol()).contains(Protocol.UDP);
        assertThat(order.lifetime()).contains(Duration.ofMinutes(5));
    }

    @Test
    void whatTheIncidentDoesNotTellMustBeSaid() {
        IncidentObject anothers = incident("scan", "/tmp/worm", Optional.empty(), List.of(445));
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> IncidentBlock.order(anothers, false, IncidentBlock.LONGEST, "worm"))
                .withMessageContaining("the account of incident 7 is not known, or not shown to you");
        IncidentObject portless = incident("nat-pressure", "/tmp/worm", Optional.of("zoe"), List.of());
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> IncidentBlock.order(portless, false, IncidentBlock.LONGEST, "worm"))
                .withMessageContaining("the port of incident 7");
    }

    @Test
    void whatIsOfferedToAUserTheServiceAllows() throws Exception {
        for (IncidentObject incident : List.of(zoes("/tmp/worm"), zoes("C:\\Temp\\worm.exe"))) {
            assertThat(IncidentBlock.obstacle(ZOE, incident)).isEmpty();
            BlockOrder order = IncidentBlock.order(incident, true, IncidentBlock.LONGEST, "worm");
            assertThat(UserBlocks.refusal(MemoryTransport.USER, order, List.of(incident), List.of()))
                    .isEmpty();
        }
    }

    @Test
    void whatStandsInTheWayOfAUserIsNamed() {
        IncidentObject open = zoes("C:\\Temp\\worm.exe");
        assertThat(IncidentBlock.obstacle(ZOE, IncidentObject.ofTest("test-1", Instant.EPOCH)))
                .contains(Obstacle.TEST);
        assertThat(IncidentBlock.obstacle(ZOE, open.inState("closed"))).contains(Obstacle.OVER);
        assertThat(IncidentBlock.obstacle(ZOE, incident("scan", "C:\\x.exe", Optional.of("eva"), List.of(445))))
                .contains(Obstacle.NOT_OWN);
        assertThat(IncidentBlock.obstacle(ZOE, incident("scan", "C:\\x.exe", Optional.empty(), List.of(445))))
                .contains(Obstacle.NOT_OWN);
        assertThat(IncidentBlock.obstacle(ZOE, incident("nat-pressure", "C:\\x.exe", Optional.of("zoe"), List.of())))
                .contains(Obstacle.NO_PORT);
        assertThat(IncidentBlock.obstacle(ZOE, open.asShared(Optional.of("windows"))))
                .contains(Obstacle.WINDOWS);
        assertThat(IncidentBlock.obstacle(ZOE, open.asShared(Optional.of("interpreter"))))
                .contains(Obstacle.INTERPRETER);
    }

    @Test
    void ofAnAccountItDoesNotMatterWhichProgramItWas() {
        assertThat(IncidentBlock.obstacle(ZOE, zoes("/usr/bin/python3").asShared(Optional.of("interpreter"))))
                .isEmpty();
    }
}
