package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ApprovalObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.filter.ContractRow;
import org.synwarden.filter.Filter;

/** What the menu of a row offers, refuses, copies and tells. */
class RowSubjectsTest {
    private static final ProcessObject WORM = Some.process("dial.exe", 4312);
    private static final SocketObject DIAL = Some.socket("216.1.1.1", 4428, "SYN_SENT", WORM);

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final RowSubjects subjects = new RowSubjects(texts, new IncidentText(texts, ZoneOffset.UTC));

    private static SocketObject of(ProcessObject process) {
        return Some.socket("216.1.1.1", 4428, "SYN_SENT", process);
    }

    @Test
    void aConnectionOffersToEndItsProcessAndToBlockItsProgramAndItsPort() {
        RowSubject subject = subjects.of(DIAL);

        assertThat(subject.kill().value()).contains(new Deed.Kill(WORM, true));
        assertThat(subject.blockProgram().value())
                .hasValueSatisfying(deed -> assertThat(deed.question(texts)).contains("dial.exe"));
        assertThat(subject.blockPort().value())
                .hasValueSatisfying(deed -> assertThat(deed.question(texts)).contains("TCP port 445"));
        assertThat(subject.title()).isEqualTo("192.168.20.52:4428 \u2192 216.1.1.1:445");
    }

    @Test
    void theQuestionBeforeAProcessEndsSaysWhenItStarted() {
        ProcessObject started = new ProcessObject(
                WORM.pid(),
                WORM.startToken(),
                WORM.name(),
                WORM.path(),
                WORM.user(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(Some.NOON));

        assertThat(subjects.of(of(started)).kill().value().orElseThrow().question(texts))
                .startsWith("Ends dial.exe (pid 4312, started ")
                .endsWith("). Unsaved work in it is lost.");
    }

    @Test
    void whatCannotBeDoneIsRefusedWithWhatCanBeDoneInstead() {
        RowSubject kernel = subjects.of(of(new ProcessObject(4, "17", "System", Optional.empty(), Optional.empty())));
        RowSubject nobody = subjects.of(
                new SocketObject("tcp", DIAL.local(), DIAL.remote(), "TIME_WAIT", Optional.<ProcessObject>empty()));
        RowSubject gone = subjects.of(of(new ProcessObject(7, "0", "x", Optional.empty(), Optional.empty())));

        for (RowSubject subject : List.of(kernel, nobody, gone)) {
            assertThat(subject.kill().value()).isEmpty();
            assertThat(subject.kill().refusal()).contains("Block ").contains("instead");
            assertThat(subject.blockProgram().value()).isEmpty();
            assertThat(subject.blockProgram().refusal()).contains("Block its port");
        }
        assertThat(kernel.kill().refusal()).startsWith("System (pid 4) is a part of the system");
    }

    @Test
    void theFileOfARowsProgramIsFoundByItsPathAndLookedUpByItsHash() {
        String hash = "0f".repeat(32);
        RowSubject subject = subjects.of(of(hashed(hash)));

        assertThat(subject.location().value()).isEqualTo(WORM.path());
        assertThat(subject.virusTotal().value()).contains(WebAddress.virusTotal(hash));
    }

    @Test
    void whatIsSearchedForOnlineIsTheNameOfTheProgramAndNothingElse() {
        assertThat(subjects.of(of(WORM)).search().value()).contains(WebAddress.search("dial.exe"));
        assertThat(subjects.of(Some.worm("1")).search().value()).contains(WebAddress.search("dial.exe"));
        assertThat(subjects.of(packet("tcp"), Optional.empty()).search().refusal())
                .contains("no name to search for");
    }

    @Test
    void aFileThatIsNotKnownIsRefusedWithWhatCanBeDoneInstead() {
        RowSubject kernel = subjects.of(of(new ProcessObject(4, "17", "System", Optional.empty(), Optional.empty())));
        RowSubject nobody = subjects.of(packet("tcp"), Optional.empty());
        RowSubject forged = subjects.of(of(hashed("../../secret")));

        for (RowSubject subject : List.of(kernel, nobody)) {
            assertThat(subject.location().value()).isEmpty();
            assertThat(subject.location().refusal()).contains("Open Properties instead");
        }
        for (RowSubject subject : List.of(kernel, nobody, forged)) {
            assertThat(subject.virusTotal().value()).isEmpty();
            assertThat(subject.virusTotal().refusal()).contains("SHA-256").contains("instead");
        }
    }

    private static ProcessObject hashed(String sha256) {
        return new ProcessObject(
                WORM.pid(),
                WORM.startToken(),
                WORM.name(),
                WORM.path(),
                WORM.user(),
                Optional.empty(),
                Optional.of(sha256),
                List.of());
    }

    @Test
    void onlyTcpPortsOfOtherComputersAreBlockedForEverybody() {
        SocketObject listening =
                new SocketObject("tcp", new EndpointObject("::", 445), Optional.empty(), "LISTEN", Optional.of(WORM));
        PacketObject datagram = packet("udp");

        assertThat(subjects.of(listening).blockPort().value()).isEmpty();
        assertThat(subjects.of(datagram, Optional.of(WORM)).blockPort().refusal())
                .contains("Block the program");
        assertThat(subjects.of(packet("tcp"), Optional.of(WORM)).blockPort().value())
                .isPresent();
    }

    @Test
    void aProgramIsApprovedOnceItsHashIsKnown() {
        ProcessObject hashed = new ProcessObject(
                WORM.pid(),
                WORM.startToken(),
                WORM.name(),
                WORM.path(),
                WORM.user(),
                Optional.empty(),
                Optional.of("5d".repeat(32)),
                List.of());

        assertThat(subjects.of(DIAL).approve().refusal())
                .contains("not known yet")
                .contains("Try again");
        assertThat(subjects.of(of(hashed)).approve().value()).contains(new Deed.Approve(hashed));
    }

    @Test
    void theFilterThatIsCopiedShowsTheRowItself() throws Exception {
        IncidentObject incident = Some.worm("1");
        IncidentObject two = Some.incident("2", "red", "scan", Optional.of(WORM), "reported", List.of(445, 139));

        assertThat(subjects.of(DIAL).filter())
                .isEqualTo("ip.addr == 192.168.20.52 && ip.addr == 216.1.1.1 && tcp.port == 4428 && tcp.port == 445");
        assertThat(Filter.parse(subjects.of(DIAL).filter()).matches(ContractRow.of(DIAL)))
                .isTrue();
        assertThat(subjects.of(incident).filter()).isEqualTo("ip.src == 192.168.20.52 && tcp.dstport == 445");
        assertThat(Filter.parse(subjects.of(two).filter()).matches(ContractRow.of(two)))
                .isTrue();
        for (String protocol : List.of("tcp", "udp", "icmp", "arp")) {
            PacketObject packet = packet(protocol);
            String filter = subjects.of(packet, Optional.empty()).filter();
            assertThat(Filter.parse(filter).matches(ContractRow.of(packet)))
                    .as(filter)
                    .isTrue();
        }
    }

    @Test
    void aSocketThatListensIsFilteredByItsPortAndOneWithAZoneWithoutIt() throws Exception {
        SocketObject listening = new SocketObject(
                "udp", new EndpointObject("fe80::1%12", 546), Optional.empty(), "UNCONNECTED", Optional.empty());
        SocketObject any = new SocketObject(
                "tcp", new EndpointObject("0.0.0.0", 135), Optional.empty(), "LISTEN", Optional.empty());

        assertThat(subjects.of(listening).filter()).isEqualTo("ipv6.addr == fe80::1 && udp.port == 546");
        assertThat(Filter.parse(subjects.of(listening).filter()).matches(ContractRow.of(listening)))
                .isTrue();
        assertThat(subjects.of(any).filter()).isEqualTo("tcp.port == 135");
    }

    @Test
    void theFactsTellAllThatIsKnownAndNothingElse() {
        List<String> labels =
                subjects.of(DIAL).facts().stream().map(IncidentPage.Fact::label).toList();

        assertThat(labels)
                .containsExactly(
                        "Protocol", "Local end", "Remote end", "State", "Program", "Process id", "Path", "Account");
        assertThat(FactsWindow.text(subjects.of(DIAL).facts())).contains("Remote end\t216.1.1.1:445\n");
    }

    private static PacketObject packet(String protocol) {
        boolean ip = !protocol.equals("arp");
        return new PacketObject(
                1,
                Some.NOON,
                66,
                protocol,
                ip ? Optional.of(new EndpointObject("192.168.20.52", 4428)) : Optional.empty(),
                ip ? Optional.of(new EndpointObject("216.1.1.1", 445)) : Optional.empty(),
                List.of());
    }

    @Test
    void aDecisionIsNoProcessAndSaysWhatTakesItBack() {
        RuleText text = new RuleText(texts, new Moments(Locale.ENGLISH, ZoneOffset.UTC));
        RowSubject rule = subjects.of(
                text.row(SomeRules.rule(
                        "a1", Optional.of("C:\\Users\\eva\\d\"l.exe"), Optional.of(445), Some.NOON, "worm")),
                Optional.empty());

        assertThat(rule.kill().refusal()).contains("Undo takes it back");
        assertThat(rule.blockProgram().refusal()).contains("Undo takes it back");
        assertThat(rule.location().value()).contains("C:\\Users\\eva\\d\"l.exe");
        assertThat(rule.filter())
                .isEqualTo("process.path == \"C:\\\\Users\\\\eva\\\\d\\\"l.exe\" && tcp.dstport == 445");
    }

    @Test
    void anApprovedProgramIsLookedUpByTheHashThatWasApproved() {
        RuleText text = new RuleText(texts, new Moments(Locale.ENGLISH, ZoneOffset.UTC));
        ApprovalObject approval = new ApprovalObject(
                "ap1", "C:\\nmap.exe", "9f".repeat(32), Optional.empty(), Optional.empty(), false, Some.NOON);

        assertThat(subjects.of(text.row(approval), Optional.empty())
                        .virusTotal()
                        .value())
                .contains(WebAddress.virusTotal("9f".repeat(32)));
    }

    @Test
    void whoStartedManyShortLivedCulpritsIsNotOfferedForApproval() {
        assertThat(subjects.of(Some.loop("1")).approve().refusal()).contains("Ignore the incident instead");
    }
}
