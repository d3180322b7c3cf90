package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.synwarden.contract.AnswerObject;
import org.synwarden.contract.AttemptObject;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.HeaderObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.MeasureObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RelativeObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.control.Caller.Logon;

/** Every cell of the table in {@code docs/security.md}; those of block and unblock go on in {@link UserBlocksTest}. */
class AuthorisationTest {
    private static final Caller MALLORY = MemoryTransport.user("mallory", "1001");
    private static final Caller SERVICE = caller(Logon.SERVICE, false, false);

    /** What each kind of caller may ask for; whether everything of that is answered is another matter. */
    private static final Map<Standing, Set<RequestKind>> TABLE = Map.of(
            Standing.NOTHING, EnumSet.noneOf(RequestKind.class),
            Standing.STATUS, EnumSet.of(RequestKind.STATUS),
            Standing.USER,
                    EnumSet.of(
                            RequestKind.STATUS,
                            RequestKind.SOCKETS,
                            RequestKind.PACKETS,
                            RequestKind.INCIDENTS,
                            RequestKind.INCIDENT,
                            RequestKind.MEASURES,
                            RequestKind.EVIDENCE,
                            RequestKind.WHO,
                            RequestKind.RULES,
                            RequestKind.RATES,
                            RequestKind.APPROVALS,
                            RequestKind.SUBSCRIBE,
                            RequestKind.UNSUBSCRIBE,
                            RequestKind.SNOOZE,
                            RequestKind.SNOOZES,
                            RequestKind.END_SNOOZE,
                            RequestKind.TEST_ALERT,
                            RequestKind.REPORT,
                            RequestKind.BLOCK,
                            RequestKind.UNBLOCK),
            Standing.ADMINISTRATOR, EnumSet.allOf(RequestKind.class));

    private static Caller caller(Logon logon, boolean sandboxed, boolean administrator) {
        return new Caller("zoe", "S-1-5-21-1-2-3-1001", logon, sandboxed, administrator, 42);
    }

    private static Stream<Arguments> callers() {
        Caller unnamed = new Caller("", "", Logon.INTERACTIVE, false, true, 42);
        return Stream.of(
                Arguments.of("somebody whom the system does not name", unnamed, Standing.NOTHING),
                Arguments.of("somebody without an account", caller(Logon.ANONYMOUS, false, false), Standing.NOTHING),
                Arguments.of("nobody, with rights", caller(Logon.ANONYMOUS, false, true), Standing.NOTHING),
                Arguments.of("a user from the network", caller(Logon.NETWORK, false, false), Standing.NOTHING),
                Arguments.of("a sandboxed program", caller(Logon.INTERACTIVE, true, false), Standing.NOTHING),
                Arguments.of("an administrator's sandbox", caller(Logon.INTERACTIVE, true, true), Standing.NOTHING),
                Arguments.of("a service", SERVICE, Standing.STATUS),
                Arguments.of("a scheduled task", caller(Logon.BATCH, false, false), Standing.STATUS),
                Arguments.of("whoever is none of these", caller(Logon.OTHER, false, false), Standing.STATUS),
                Arguments.of("a user at the desk", MemoryTransport.USER, Standing.USER),
                Arguments.of("an administrator", caller(Logon.INTERACTIVE, false, true), Standing.ADMINISTRATOR),
                Arguments.of("one from the network", caller(Logon.NETWORK, false, true), Standing.ADMINISTRATOR),
                Arguments.of("one's scheduled task", caller(Logon.BATCH, false, true), Standing.ADMINISTRATOR),
                Arguments.of("SYSTEM", caller(Logon.SERVICE, false, true), Standing.ADMINISTRATOR));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("callers")
    void everyCallerMayAskForWhatItsKindMay(String who, Caller caller, Standing standing) {
        assertThat(Standing.of(caller)).as(who).isEqualTo(standing);
        for (RequestKind kind : RequestKind.values()) {
            Optional<String> refusal = Authorisation.refusal(caller, kind);
            if (TABLE.get(standing).contains(kind)) {
                assertThat(refusal).as("%s asks for %s", who, kind).isEmpty();
            } else {
                assertThat(refusal)
                        .as("%s asks for %s", who, kind)
                        .hasValueSatisfying(
                                why -> assertThat(why).containsAnyOf("ask at ", "ask from ", "ask an administrator"));
            }
        }
        assertThat(Authorisation.refusal(caller).isPresent()).isEqualTo(standing == Standing.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void whoseKindOfRequestIsNotInTheTableIsNoUser(RequestKind kind) {
        assertThat(TABLE.get(Standing.ADMINISTRATOR)).contains(kind);
        assertThat(TABLE.get(Standing.USER)).containsAll(TABLE.get(Standing.STATUS));
    }

    private static AttemptObject attempt() {
        return new AttemptObject(
                FakeWatchdog.START,
                "tcp",
                new EndpointObject("192.168.20.52", 50123),
                new EndpointObject("203.0.113.7", 445),
                "refused",
                "reported",
                Optional.of(FakeWatchdog.process("zoe")));
    }

    @Test
    void aUserSeesItsOwnWholeAndOfOthersNeitherAccountNorCommandLine() {
        SocketObject socket = FakeWatchdog.socket(50123, "SYN_SENT");
        IncidentObject incident = FakeWatchdog.incident("7", 31);

        assertThat(Authorisation.visible(MemoryTransport.USER, socket)).hasValue(socket);
        assertThat(Authorisation.visible(MemoryTransport.USER, incident)).hasValue(incident);
        assertThat(Authorisation.visible(MemoryTransport.USER, attempt())).hasValue(attempt());
        assertThat(Authorisation.visible(MALLORY, socket))
                .hasValue(socket.withProcess(asOthersSeeIt(socket.process())));
        assertThat(Authorisation.visible(MALLORY, incident))
                .hasValue(incident.withProcess(asOthersSeeIt(incident.process())));
    }

    @Test
    void whoAskedTheKernelForItIsShownToOthersLikeAnyProcess() {
        ProcessObject asking = FakeWatchdog.incident("7", 31).process().orElseThrow();
        IncidentObject incident =
                FakeWatchdog.incident("7", 31).withProcess(Optional.empty()).withRequestedBy(List.of(asking));

        assertThat(Authorisation.visible(MemoryTransport.USER, incident)).hasValue(incident);
        assertThat(asking.forOthers()).isNotEqualTo(asking);
        assertThat(Authorisation.visible(MALLORY, incident))
                .hasValue(incident.withRequestedBy(List.of(asking.forOthers())));
        assertThat(Authorisation.visible(MALLORY, attempt()))
                .hasValue(attempt().withProcess(asOthersSeeIt(attempt().process())));
    }

    @Test
    void whoAskedForAMeasureIsForAdministrators() {
        MeasureObject measure = FakeWatchdog.measure();
        assertThat(Authorisation.visible(MALLORY, measure)).hasValue(measure.forOthers());
        assertThat(measure.forOthers().askedBy()).isEmpty();
        assertThat(Authorisation.visible(MemoryTransport.ADMINISTRATOR, measure))
                .hasValue(measure);
    }

    @Test
    void theHistoryTellsAUserNoMoreOfOthersThanTheSocketTable() {
        AnswerObject answer = FakeWatchdog.answer(new QuestionObject(
                Optional.empty(),
                Optional.empty(),
                4428,
                Optional.empty(),
                Optional.empty(),
                FakeWatchdog.START,
                FakeWatchdog.START));

        assertThat(Authorisation.visible(MemoryTransport.USER, answer)).hasValue(answer);
        assertThat(Authorisation.visible(MALLORY, answer))
                .hasValue(answer.with(
                        process -> asOthersSeeIt(Optional.of(process)).orElseThrow()));
        assertThat(Authorisation.visible(SERVICE, answer)).isEmpty();
    }

    private static Optional<ProcessObject> asOthersSeeIt(Optional<ProcessObject> process) {
        ProcessObject known = process.orElseThrow();
        assertThat(known.commandLine()).isPresent();
        return Optional.of(new ProcessObject(
                known.pid(),
                known.startToken(),
                known.name(),
                known.path(),
                Optional.empty(),
                Optional.empty(),
                known.sha256(),
                known.parents()));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "zoe, reported, true",
        "zoe, matched, true",
        "zoe, recent, false",
        "zoe, unattributed, false",
        "mallory, reported, false",
        "mallory, matched, false",
        "mallory, recent, false"
    })
    void aUserSeesThePacketsThatAreCertainlyOfAnOwnProcess(String whose, String howSure, boolean seen) {
        PacketObject packet = FakeWatchdog.packet(1, whose, howSure, "unanswered");

        assertThat(Authorisation.visible(MemoryTransport.USER, packet).isPresent())
                .isEqualTo(seen);
        assertThat(Authorisation.visible(MemoryTransport.ADMINISTRATOR, packet)).hasValue(packet);
        assertThat(Authorisation.visible(SERVICE, packet)).isEmpty();
        assertThat(Authorisation.visible(Caller.NOBODY, packet)).isEmpty();
    }

    @Test
    void evidenceIsForWhoeverRunsTheCulpritAndForAdministrators() throws Exception {
        IncidentObject incident = FakeWatchdog.incident("7", 31);

        assertThat(Authorisation.refusalOfEvidence(MemoryTransport.USER, incident))
                .isEmpty();
        assertThat(Authorisation.refusalOfEvidence(MALLORY, incident))
                .hasValueSatisfying(why -> assertThat(why).contains("ask an administrator"));
        assertThat(Authorisation.refusalOfEvidence(MemoryTransport.USER, incident.withProcess(Optional.empty())))
                .isPresent();
    }

    @Test
    void ofTheFamilyAUserSeesWhatOfAnyProcess() {
        RelativeObject parent = new RelativeObject(-1, FakeWatchdog.process("mallory"));

        assertThat(Authorisation.visible(MemoryTransport.USER, parent))
                .hasValue(parent.withProcess(parent.process().forOthers()));
        assertThat(Authorisation.visible(MALLORY, parent)).hasValue(parent);
        assertThat(Authorisation.visible(SERVICE, parent)).isEmpty();
    }

    @Test
    void packetsThatDoNotTellWhoseTheyAreAreForAdministrators() {
        PacketObject packet =
                new PacketObject(1, FakeWatchdog.START, 66, "tcp", Optional.empty(), Optional.empty(), List.of("syn"));
        PacketObject ofNobody =
                packet.captured("reported", Optional.empty(), Optional.empty(), HeaderObject.of(1, new byte[14]));

        for (PacketObject one : List.of(packet, ofNobody)) {
            assertThat(Authorisation.visible(MemoryTransport.USER, one)).isEmpty();
            assertThat(Authorisation.visible(MemoryTransport.ADMINISTRATOR, one))
                    .hasValue(one);
        }
    }

    @Test
    void aServiceSeesTheStatusAndNothingElse() {
        ContractObject status = new FakeWatchdog().status();
        assertThat(Authorisation.visible(SERVICE, status)).hasValue(status);
        assertThat(Authorisation.visible(SERVICE, FakeWatchdog.socket(1, "LISTEN")))
                .isEmpty();
        assertThat(Authorisation.visible(Caller.NOBODY, status)).isEmpty();
    }

    @Test
    void anAdministratorSeesEveryAccount() {
        SocketObject socket = FakeWatchdog.socket(50123, "SYN_SENT");
        assertThat(Authorisation.visible(MemoryTransport.ADMINISTRATOR, socket)).hasValue(socket);
    }

    @Test
    void whatNamesNoProcessIsTheSameForEveryUser() {
        RuleObject rule =
                SomeRules.rule("a1", Optional.of("/tmp/worm"), Optional.empty(), FakeWatchdog.START, "by hand");
        SocketObject ownerless = FakeWatchdog.socket(1, "LISTEN").withProcess(Optional.empty());
        assertThat(Authorisation.visible(MemoryTransport.USER, rule)).hasValue(rule);
        assertThat(Authorisation.visible(MemoryTransport.USER, ownerless)).hasValue(ownerless);
    }

    @Test
    void howManyAttemptsThereWereIsTheSameForEveryUserAndNothingForServices() {
        assertThat(Authorisation.visible(MemoryTransport.USER, FakeWatchdog.rate()))
                .hasValue(FakeWatchdog.rate());
        assertThat(Authorisation.visible(MALLORY, FakeWatchdog.rate())).hasValue(FakeWatchdog.rate());
        assertThat(Authorisation.visible(SERVICE, FakeWatchdog.rate())).isEmpty();
        assertThat(Authorisation.visible(Caller.NOBODY, FakeWatchdog.rate())).isEmpty();
    }

    @Test
    void bySettingNobodyButAdministratorsIsAnswered() {
        assertThat(Authorisation.refusalOf(MemoryTransport.USER, true))
                .hasValueSatisfying(why -> assertThat(why).contains("administrators only"));
        assertThat(Authorisation.refusalOf(MemoryTransport.USER, false)).isEmpty();
        assertThat(Authorisation.refusalOf(MemoryTransport.ADMINISTRATOR, true)).isEmpty();
    }
}
