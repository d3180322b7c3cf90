package org.synwarden.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.attempt.Bounded;
import org.synwarden.detect.Image;
import org.synwarden.detect.Incident;
import org.synwarden.detect.PastContacts;
import org.synwarden.net.Address;
import org.synwarden.net.Endpoint;
import org.synwarden.net.Flow;
import org.synwarden.net.HostNetwork;
import org.synwarden.net.Protocol;
import org.synwarden.net.Subnet;
import org.synwarden.process.ProcessKey;

/** What is judged of the host as a whole: forged sources, slow scans, the router's table. */
class HostRulesTest {
    private static final HostNetwork HOME =
            HostNetwork.plain(Set.of(Story.PC), List.of(Subnet.parse("192.168.20.0/24")), List.of(), false);

    private final Story story = Story.ofHost();

    @Test
    void sixteenForeignSourcesWithinAMinuteAreForged() {
        story.network(HOME);
        forge(15, "10.9.");
        story.after(6);
        assertThat(story.raised()).isEmpty();
        forge(16, "10.9.");
        story.after(6);
        assertThat(story.raised()).containsExactly("RED SPOOFED_SOURCE");
        assertThat(story.onlyIncident().initiator().host()).isEqualTo(Story.PC);
        assertThat(story.onlyIncident().explanation())
                .isEqualTo("packets leave this PC under 16 addresses such as 10.9.15.7 that are not its own; "
                        + "a program forges them");
        assertThat(story.engine.attempts()).isZero();
    }

    @Test
    void theEngineSaysHowFullEverythingIsThatTheRulesOfTheHostRemember() {
        story.network(HOME);
        story.described(Story.PROGRAM, "/usr/bin/program", Optional.empty());
        forge(3, "10.9.");
        story.asksInVain(Story.PROGRAM, "81.1.1.9", 22);
        assertThat(story.engine.bounds())
                .contains(
                        new Bounded("foreign-sources", 3, 1_024, 0),
                        new Bounded("slow-scans", 1, 256, 0),
                        new Bounded("siblings", 1, 1_024, 0));
    }

    @Test
    void sixteenForeignSourcesOverTenMinutesAreNot() {
        story.network(HOME);
        for (int i = 0; i < 16; i++) {
            forge(i + 1, "10.9.");
            story.after(61);
        }
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void whatOthersOpenTowardsThisHostIsNotForged() {
        story.network(HOME);
        for (int i = 0; i < 60; i++) {
            story.syn(story.flow("66.0.1." + i, 445).reversed(), 7);
        }
        story.after(6);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void virtualMachinesBehindThisHostAreNotForged() {
        story.network(new HostNetwork(
                HOME.addresses(), HOME.onLink(), List.of(), Set.of(), List.of(Subnet.parse("10.9.0.0/16")), false));
        forge(60, "10.9.");
        story.after(6);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aWormInAVirtualMachineIsFoundAndItsAdapterNamed() {
        behindAdapter();
        for (int i = 0; i < 8; i++) {
            virtual("172.17.0.9", "81." + i + ".1.9");
        }
        story.after(6);
        assertThat(story.raised()).containsExactly("RED SCAN");
        assertThat(story.onlyIncident().adapter()).contains("docker0");
        assertThat(story.onlyIncident().initiator().host()).isEqualTo(Address.parse("172.17.0.9"));
        assertThat(story.engine.natGauge().entries()).isZero();
    }

    @Test
    void whatVirtualMachinesAskEachOtherAndThisHostIsNoAttempt() {
        behindAdapter();
        for (int i = 0; i < 40; i++) {
            virtual("172.17.0.9", "172.17.1." + i);
            virtual("172.17.0.9", Story.PC.toString());
        }
        story.after(6);
        assertThat(story.attempts).isEmpty();
        assertThat(story.raised()).isEmpty();
    }

    private void behindAdapter() {
        Subnet containers = Subnet.parse("172.17.0.0/16");
        story.network(new HostNetwork(
                Set.of(Story.PC, Address.parse("172.17.0.1")),
                List.of(Subnet.parse("192.168.20.0/24"), containers),
                List.of(Address.parse("192.168.20.1")),
                Set.of(),
                List.of(containers),
                Map.of(containers, "docker0"),
                true));
    }

    private void virtual(String guest, String remote) {
        Endpoint asking = new Endpoint(Address.parse(guest), 40_000 + story.attempts.size());
        story.syn(new Flow(Protocol.TCP, asking, new Endpoint(Address.parse(remote), 445)), 7);
        story.after(0.2);
    }

    @Test
    void aHostThatForwardsOrBridgesPassesOnWhatOthersSend() {
        story.network("192.168.20.0/24", true);
        forge(60, "10.9.");
        story.after(6);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void anAddressThatThisHostHasJustGotIsNotForgedAlthoughItBecomesKnownLater() {
        story.network(HOME);
        Address fresh = Address.parse("192.168.30.7");
        for (int i = 0; i < 60; i++) {
            Endpoint asking = new Endpoint(Address.parse("66.0.1." + i), 40_000);
            story.syn(new Flow(Protocol.TCP, asking, new Endpoint(fresh, 443)), 7);
        }
        story.after(2);
        story.network(HostNetwork.plain(Set.of(Story.PC, fresh), HOME.onLink(), List.of(), false));
        story.after(6);
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void aHundredSilentAddressesOnAWormPortWithinADayAreASlowScan() {
        slowly(99, 660);
        assertThat(story.raised()).isEmpty();
        slowly(100, 660);
        assertThat(story.raised()).containsExactly("AMBER SLOW_SCAN");
        assertThat(story.onlyIncident().explanation())
                .isEqualTo("22/tcp: 100 addresses that have never answered were tried within a day, a few at a time");
    }

    @Test
    void whatHappenedBeforeARestartCountsIntoTheDay() {
        Image image = new Image("/usr/bin/crawler", Optional.empty());
        story.described(Story.PROGRAM, image.path(), Optional.empty());
        List<PastContacts.Contact> past = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            Address address = Address.parse("82." + i + ".1.9");
            past.add(new PastContacts.Contact(image, address, 22, story.now() - TimeUnit.HOURS.toNanos(20), false));
        }
        story.engine.recall(new PastContacts(past));
        slowly(1, 60);
        assertThat(story.raised()).containsExactly("AMBER SLOW_SCAN");
    }

    @Test
    void addressesThatAnswerInTheEndAreNoSlowScan() {
        for (int i = 0; i < 120; i++) {
            Flow flow = story.flow("81." + i + ".1.9", 22);
            story.opening(Story.PROGRAM, flow);
            story.after(2);
            story.connected(Story.PROGRAM, flow);
            story.after(660);
        }
        assertThat(story.raised()).isEmpty();
    }

    @Test
    void twentyFailuresOnOneWormPortByManyProgramsAreASlowScanOfThisHost() {
        byMany(19, 5);
        assertThat(story.raised()).isEmpty();
        byMany(20, 5);
        assertThat(story.raised()).containsExactly("AMBER SLOW_SCAN");
        assertThat(story.onlyIncident().initiator().process()).isEmpty();
        assertThat(story.onlyIncident().explanation())
                .isEqualTo("3389/tcp: 20 addresses did not answer within 10 min, asked by 5 programs of this PC, "
                        + "none of them often");
    }

    @Test
    void aWormThatIsFoundIsNotToldAgainAsASlowScanOfThisHost() {
        for (int i = 0; i < 60; i++) {
            story.opening(Story.PROGRAM, story.flow("81." + i + ".1.9", 445));
            story.after(0.2);
        }
        story.after(2);
        assertThat(story.raised()).containsExactly("RED SCAN");
    }

    @Test
    void whatLeavesThroughAVpnTunnelIsOneEntryOfTheRouter() {
        story.network(new HostNetwork(HOME.addresses(), HOME.onLink(), List.of(), Set.of(Story.PC), List.of(), false));
        for (int i = 0; i < 2_000; i++) {
            story.connected(Story.PROGRAM, story.flow("81." + i % 250 + "." + i / 250 + ".9", 443));
        }
        story.after(1.1);
        assertThat(story.raised()).isEmpty();
        assertThat(story.engine.natGauge().entries()).isEqualTo(1);
    }

    @Test
    void theGaugeSaysHowFullTheRouterIsAndWhenItOverflows() {
        story.network(HOME);
        assertThat(story.engine.natGauge().entries()).isZero();
        assertThat(story.engine.natGauge().capacity()).isEqualTo(4_096);
        assertThat(story.engine.natGauge().secondsToOverflow()).isEmpty();
        for (int i = 0; i < 1_500; i++) {
            story.opening(Story.PROGRAM, story.flow("81." + i % 250 + "." + i / 250 + ".9", 40_000));
            story.after(0.01);
        }
        assertThat(story.engine.natGauge().entries()).isEqualTo(1_500);
        assertThat(story.engine.natGauge().perSecond()).isEqualTo(50);
        assertThat(story.engine.natGauge().secondsToOverflow())
                .hasValueCloseTo(51.9, org.assertj.core.data.Offset.offset(0.1));
    }

    @Test
    void aSenderWithoutAProcessIsRedOnlyForWhatLeavesNoDoubt() {
        for (int i = 0; i < 20; i++) {
            story.syn("81." + i + ".1.9", 25);
            story.after(0.5);
        }
        story.after(2);
        assertThat(story.raised()).contains("AMBER MAIL_FLOOD").doesNotContain("RED MAIL_FLOOD");
        for (int i = 0; i < 8; i++) {
            story.syn("82." + i + ".1.9", 445);
            story.after(0.5);
        }
        story.after(2);
        assertThat(story.raised()).contains("RED SCAN");
    }

    @Test
    void anIncidentThatComesBackWithinTenMinutesIsTheSameAndAfterThatANewOne() {
        scan(0);
        story.after(120);
        scan(10);
        assertThat(story.opened.stream().map(Incident::id).distinct()).hasSize(1);
        story.after(700);
        scan(20);
        assertThat(story.opened.stream().map(Incident::id).distinct()).hasSize(2);
    }

    private void scan(int from) {
        for (int i = 0; i < 6; i++) {
            story.asksInVain(Story.PROGRAM, "81." + (from + i) + ".1.9", 445);
        }
    }

    private void forge(int sources, String network) {
        for (int i = 0; i < sources; i++) {
            Endpoint source = new Endpoint(Address.parse(network + i + ".7"), 40_000);
            story.syn(new Flow(Protocol.TCP, source, new Endpoint(Address.parse("203.0.113.5"), 80)), i);
        }
    }

    private int asked;

    private void slowly(int upTo, int everySeconds) {
        for (; asked < upTo; asked++) {
            story.asksInVain(Story.PROGRAM, "81." + asked + ".1.9", 22);
            story.after(everySeconds);
        }
    }

    private void byMany(int upTo, int programs) {
        for (; asked < upTo; asked++) {
            story.asksInVain(new ProcessKey(100 + asked % programs, 1), "81." + asked + ".1.9", 3_389);
        }
    }

    @Test
    void forgedSourcesAreToldEvenRightAfterTheWayOutHasChanged() {
        story.network(HOME);
        story.network("192.168.20.0/22", false);
        forge(16, "10.9.");
        story.after(6);
        assertThat(story.raised()).containsExactly("RED SPOOFED_SOURCE");
    }

    @Test
    void manyProcessesOfOneImageAreOneProgramAndNoSlowScanOfThisHost() {
        for (int i = 0; i < 20; i++) {
            ProcessKey process = new ProcessKey(4_000 + i, 1);
            story.described(process, "/usr/bin/rdp", Optional.of(new ProcessKey(5_000 + i, 1)));
            story.asksInVain(process, "81." + i + ".1.9", 3_389);
        }
        assertThat(story.raised()).isEmpty();
    }
}
