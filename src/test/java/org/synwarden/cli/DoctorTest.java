package org.synwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.CheckObject;
import org.synwarden.contract.CounterObject;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.DoctorObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.StatusObject;
import org.synwarden.service.Product;

/** What a person reads of a check-up and of a status. */
class DoctorTest {
    private static final DegradationObject NO_PACKETS =
            new DegradationObject("no-packets", "Packets are not seen", "Install Npcap", Instant.EPOCH);

    @Test
    void aServiceThatSeesLessThanAllIsDegradedAndSaysWhatToDo() {
        assertThat(DoctorCommand.service(status(Product.version(), List.of(NO_PACKETS))))
                .extracting(CheckObject::state)
                .containsExactly("ok", "degraded", "ok");
        assertThat(DoctorCommand.service(status(Product.version(), List.of(NO_PACKETS))))
                .contains(CheckObject.degraded("service", "the service says: Packets are not seen", "Install Npcap"));
    }

    @Test
    void aServiceOfAnotherVersionIsDegraded() {
        assertThat(DoctorCommand.service(status("0.0.9", List.of())).get(0).state())
                .isEqualTo("degraded");
    }

    @Test
    void aClockThatIsSlowToReadIsDegraded() {
        assertThat(ThisJava.clock("tsc").state()).isEqualTo("ok");
        assertThat(ThisJava.clock("hpet").state()).isEqualTo("degraded");
    }

    @Test
    void oneDegradedCheckMakesThePictureLessThanWhole() {
        CheckObject fine = CheckObject.ok("java", "Java 17");
        assertThat(DoctorObject.of("1", List.of(fine, CheckObject.absent("kernel-events", "none")))
                        .state())
                .isEqualTo("ok");
        String text = Words.doctor(
                DoctorObject.of("1", List.of(fine, CheckObject.degraded("clock", "slow\u001b[2J", "mend it"))));
        assertThat(text.lines())
                .containsExactly(
                        "SynWarden 1: less than whole",
                        "ok        java              Java 17",
                        "DEGRADED  clock             slow?[2J",
                        "                            -> mend it");
    }

    @Test
    void theStatusTellsHowFullTheRouterIsAndWhatWasLost() {
        String text = Words.status(status("1", List.of(NO_PACKETS)));
        assertThat(text.lines().map(String::strip))
                .contains(
                        "router's NAT table: 1900 of 4096 entries are this PC's (46 %), full in 73 s if it goes on"
                                + " like this",
                        "lost or pushed out: lost-inbox 12", "not whole: Packets are not seen. Install Npcap.");
    }

    @Test
    void theStatusTellsWhoAsksWhatItMayDo() {
        StatusObject status = status("1", List.of());
        assertThat(Words.status(status.to(new CallerObject(CallerObject.OWN, "zoe", "1000"))))
                .endsWith("you, zoe, may see and stop what is your own; run as administrator (on Linux as root) for the"
                        + " rest");
        assertThat(Words.status(status)).doesNotContain("you,");
    }

    private static StatusObject status(String version, List<DegradationObject> missing) {
        return new StatusObject(
                version,
                Instant.EPOCH,
                List.of("socket-table"),
                missing,
                5,
                0,
                Optional.of(new NatObject(1_900, 4_096, Optional.of(73), Optional.of("red"))),
                List.of(new CounterObject("lost-inbox", 12), new CounterObject("evicted-units", 0)));
    }
}
