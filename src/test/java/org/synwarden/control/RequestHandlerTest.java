package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.synwarden.contract.CallerObject;
import org.synwarden.contract.ContractFormatException;
import org.synwarden.contract.ContractObject;
import org.synwarden.contract.JsonCodec;
import org.synwarden.contract.QuestionObject;
import org.synwarden.contract.RelativeObject;
import org.synwarden.contract.SomeRules;
import org.synwarden.contract.StatusObject;

class RequestHandlerTest {
    private final FakeWatchdog watchdog = new FakeWatchdog();
    private final List<Deed> deeds = new ArrayList<>();
    private final RequestHandler handler = new RequestHandler(
            watchdog,
            new Snapshots(watchdog, () -> 0),
            new UserSnoozes(() -> FakeWatchdog.START),
            new Ledger(deeds::add, new RecordLimits(() -> 0)));

    private List<ContractObject> ask(RequestKind kind, String arguments)
            throws RequestException, ContractFormatException {
        return handler.answer(MemoryTransport.ADMINISTRATOR, kind, JsonCodec.readObject(arguments, 100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BLOCK | {\"reason\":\"r\"}",
                "BLOCK | {\"program\":\"/tmp/worm\"}",
                "BLOCK | {\"remotePort\":0,\"reason\":\"r\"}",
                "BLOCK | {\"remotePort\":65536,\"reason\":\"r\"}",
                "BLOCK | {\"remotePort\":445,\"reason\":\"a\\nforged line\"}",
                "BLOCK | {\"program\":\"/tmp/a\\u2028b\",\"reason\":\"r\"}",
                "BLOCK | {\"remotePort\":445,\"protocol\":\"sctp\",\"reason\":\"r\"}",
                "BLOCK | {\"user\":\"zoe\\u0000\",\"reason\":\"r\"}",
                "BLOCK | {\"remotePort\":445,\"lifetimeSeconds\":0,\"reason\":\"r\"}",
                "BLOCK | {\"remotePort\":445,\"lifetimeSeconds\":60,\"untilRestart\":true,\"reason\":\"r\"}",
                "BLOCK | {\"remotePort\":445,\"incident\":\"7, until restart\",\"reason\":\"r\"}",
                "UNBLOCK | {}",
                "UNBLOCK | {\"rule\":\"a1; flush ruleset\"}",
                "SNOOZE | {\"path\":\"/tmp/worm\",\"lifetimeSeconds\":604801}",
                "SNOOZE | {\"path\":\"/tmp/a\\nb\",\"lifetimeSeconds\":60}",
                "END_SNOOZE | {\"snooze\":\"; ;\"}",
                "KILL | {\"pid\":0,\"startToken\":\"77\"}",
                "KILL | {\"pid\":42}",
                "SUSPEND | {\"pid\":42}",
                "RESUME | {\"pid\":42,\"startToken\":\"-1\"}",
                "KILL | {\"pid\":42,\"startToken\":\"0x77\"}",
                "KILL | {\"pid\":\"42\",\"startToken\":\"77\"}",
                "REPORT | {\"pid\":42,\"startToken\":\"77\"}",
                "REPORT | {\"action\":\"dance\",\"pid\":42,\"startToken\":\"77\"}",
                "REPORT | {\"action\":\"kill\",\"pid\":0,\"startToken\":\"77\"}",
                "REPORT | {\"action\":\"kill\",\"pid\":42,\"startToken\":\"77\",\"tree\":true}",
                "INCIDENT | {}",
                "INCIDENT | {\"incident\":\"7; drop table\"}",
                "INCIDENTS | {\"since\":\"yesterday\"}",
                "EVIDENCE | {\"incident\":\"../../etc/passwd\"}",
                "PACKETS | {\"most\":0}",
                "PACKETS | {\"most\":1001}",
                "PACKETS | {\"most\":10,\"after\":-1}",
                "WHO | {\"localPort\":4428}",
                "WHO | {\"localPort\":0,\"from\":\"2005-08-21T15:38:09Z\",\"to\":\"2005-08-21T15:38:09Z\"}",
                "WHO | {\"localPort\":1,\"from\":\"2005-08-21T15:38:09Z\",\"to\":\"2005-08-21T15:38:08Z\"}",
                "WHO | {\"localPort\":1,\"remoteAddress\":\"x\",\"from\":\"2005-08-21T15:38:09Z\","
                        + "\"to\":\"2005-08-21T15:38:09Z\"}",
                "WHO | {\"localPort\":1,\"protocol\":\"icmp\",\"from\":\"2005-08-21T15:38:09Z\","
                        + "\"to\":\"2005-08-21T15:38:09Z\"}"
            })
    void whatIsMalformedNeverReachesTheWatchdog(RequestKind kind, String arguments) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> ask(kind, arguments))
                .isInstanceOfAny(RequestException.class, ContractFormatException.class);
        assertThat(watchdog.asked).isEmpty();
    }

    @Test
    void tooLongAReasonIsRefused() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> ask(RequestKind.BLOCK, "{\"remotePort\":445,\"reason\":\"" + "x".repeat(201) + "\"}"))
                .withMessage("'reason' has at most 200 characters");
    }

    @Test
    void aFileNameWithALineBreakDoesNotProtectItsProcess() throws Exception {
        ask(RequestKind.KILL, "{\"pid\":42,\"startToken\":\"77\",\"path\":\"/tmp/a\\nb\"}");
        assertThat(watchdog.asked).containsExactly("kill 42 77 /tmp/a\nb");
    }

    @Test
    void whatWasAskedToBeDoneIsToldWithWhoAskedAndWhatCameOfIt() throws Exception {
        ask(RequestKind.STATUS, "{}");
        ask(RequestKind.BLOCK, "{\"program\":\"/tmp/worm\",\"incident\":\"7\",\"reason\":\"r\"}");
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> ask(RequestKind.UNBLOCK, "{\"rule\":\"a1; flush\\nruleset\"}"));
        assertThat(deeds).hasSize(2);
        Deed block = deeds.get(0);
        assertThat(block.caller()).isEqualTo(MemoryTransport.ADMINISTRATOR);
        assertThat(List.of(block.verb(), block.target(), block.reason())).containsExactly("block", "/tmp/worm", "r");
        assertThat(block.incident()).contains("7");
        assertThat(block.rule()).isPresent();
        assertThat(block.done()).isTrue();
        Deed refused = deeds.get(1);
        assertThat(refused.done()).isFalse();
        assertThat(refused.target()).isEqualTo("a1; flush?ruleset");
        assertThat(refused.result()).contains("1 to 32 letters and digits");
    }

    @Test
    void aBlockIsListedAtOnce() throws Exception {
        ask(RequestKind.RULES, "{}");
        ask(RequestKind.BLOCK, "{\"remotePort\":445,\"reason\":\"r\"}");
        ask(RequestKind.RULES, "{}");
        assertThat(watchdog.asked).hasSize(3).startsWith("rules").endsWith("rules");
        assertThat(watchdog.asked.get(1)).startsWith("block ").contains("remotePort=Optional[445]", "everywhere=false");
    }

    @Test
    void anIncidentIsToldWithWhatWasDoneAndItsAttempts() throws Exception {
        watchdog.incidents = List.of(FakeWatchdog.incident("7", 31));

        assertThat(ask(RequestKind.INCIDENT, "{\"incident\":\"7\"}"))
                .containsExactly(FakeWatchdog.incident("7", 31), FakeWatchdog.measure(), FakeWatchdog.attempt());
    }

    @Test
    void packetsAreToldFromANumberOnOrTheNewest() throws Exception {
        watchdog.packets = List.of(FakeWatchdog.packet(7), FakeWatchdog.packet(8), FakeWatchdog.packet(9));

        assertThat(ask(RequestKind.PACKETS, "{\"after\":7,\"most\":10}")).hasSize(2);
        assertThat(ask(RequestKind.PACKETS, "{\"most\":1}")).isEqualTo(List.of(FakeWatchdog.packet(9)));
    }

    @Test
    void aUserHasTheEvidenceOfAnOwnProgramAndNoOther() throws Exception {
        watchdog.incidents = List.of(FakeWatchdog.incident("7", 31));
        watchdog.packets = List.of(FakeWatchdog.packet(7), FakeWatchdog.packet(8, "mallory", "matched", "pending"));
        Caller mallory = MemoryTransport.user("mallory", "1001");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> handler.answer(
                        mallory, RequestKind.EVIDENCE, JsonCodec.readObject("{\"incident\":\"7\"}", 100)))
                .extracting(RequestException::code)
                .isEqualTo(RequestException.Code.FORBIDDEN);
        assertThat(watchdog.asked).doesNotContain("evidence 7");
        List<ContractObject> own = askAsZoe(RequestKind.EVIDENCE, "{\"incident\":\"7\"}");
        assertThat(own)
                .contains(FakeWatchdog.packet(7))
                .doesNotContain(watchdog.packets.get(1))
                .contains(new RelativeObject(-1, FakeWatchdog.process("mallory").forOthers()));
    }

    @Test
    void evidenceWhichIsDearIsHadOnceInTwoSeconds() throws Exception {
        watchdog.incidents = List.of(FakeWatchdog.incident("7", 31));
        ask(RequestKind.EVIDENCE, "{\"incident\":\"7\"}");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> ask(RequestKind.EVIDENCE, "{\"incident\":\"7\"}"))
                .withMessageContaining("ask again in two seconds");
    }

    @Test
    void olderIncidentsAreAskedForBySince() throws Exception {
        ask(RequestKind.INCIDENTS, "{\"since\":\"2005-08-21T15:38:09Z\"}");

        assertThat(watchdog.asked).containsExactly("incidents since 2005-08-21T15:38:09Z");
    }

    @Test
    void whatWasDoneIsAskedForBySinceAndAUserIsNotToldWhoAskedForIt() throws Exception {
        assertThat(ask(RequestKind.MEASURES, "{\"since\":\"2005-08-21T15:38:09Z\"}"))
                .containsExactly(FakeWatchdog.measure());
        assertThat(askAsZoe(RequestKind.MEASURES, "{\"since\":\"2005-08-21T15:38:09Z\"}"))
                .containsExactly(FakeWatchdog.measure().forOthers());

        assertThat(watchdog.asked).contains("measures since 2005-08-21T15:38:09Z");
    }

    @Test
    void whoUsedAPortIsAsked() throws Exception {
        assertThat(ask(
                        RequestKind.WHO,
                        "{\"localPort\":4428,\"remotePort\":445,\"from\":\"2005-08-21T15:38:09Z\","
                                + "\"to\":\"2005-08-21T15:38:10Z\"}"))
                .containsExactly(FakeWatchdog.answer(new QuestionObject(
                        Optional.empty(),
                        Optional.empty(),
                        4428,
                        Optional.empty(),
                        Optional.of(445),
                        Instant.parse("2005-08-21T15:38:09Z"),
                        Instant.parse("2005-08-21T15:38:10Z"))));
    }

    @Test
    void aUserIsAnsweredWithWhatItMaySee() throws Exception {
        watchdog.sockets = FakeWatchdog.sockets(1);
        Caller mallory = MemoryTransport.user("mallory", "1001");
        assertThat(handler.answer(mallory, RequestKind.SOCKETS, JsonCodec.readObject("{}", 1)))
                .containsExactly(
                        Authorisation.visible(mallory, watchdog.sockets.get(0)).orElseThrow())
                .doesNotContain(watchdog.sockets.get(0));
    }

    private List<ContractObject> askAsZoe(RequestKind kind, String arguments)
            throws RequestException, ContractFormatException {
        return handler.answer(MemoryTransport.USER, kind, JsonCodec.readObject(arguments, 100));
    }

    @Test
    void whoAsksHowTheServiceIsIsToldWhatItMayDo() throws Exception {
        Caller spooler = new Caller("spooler", "873", Caller.Logon.SERVICE, false, false, 3);
        assertThat(status(MemoryTransport.ADMINISTRATOR)).contains(new CallerObject(CallerObject.ALL, "root", "0"));
        assertThat(status(MemoryTransport.USER)).contains(new CallerObject(CallerObject.OWN, "zoe", "1000"));
        assertThat(status(spooler)).contains(new CallerObject(CallerObject.STATUS, "spooler", "873"));
    }

    private Optional<CallerObject> status(Caller caller) throws RequestException, ContractFormatException {
        ContractObject status = handler.answer(caller, RequestKind.STATUS, JsonCodec.readObject("{}", 1))
                .get(0);
        return ((StatusObject) status).caller();
    }

    @Test
    void aUsersBlockIsMarkedWithWhoMadeIt() throws Exception {
        watchdog.incidents = List.of(FakeWatchdog.incident("7", 31));
        askAsZoe(
                RequestKind.BLOCK,
                "{\"user\":\"zoe\",\"remotePort\":445,\"lifetimeSeconds\":3600,\"incident\":\"7\",\"maker\":\"0\",\"reason\":\"r\"}");
        assertThat(watchdog.asked.get(watchdog.asked.size() - 1))
                .startsWith("block ")
                .contains("maker=Optional[1000]", "user=Optional[1000]");
    }

    @Test
    void anAdministratorsBlockIsMarkedWithNobody() throws Exception {
        ask(RequestKind.BLOCK, "{\"remotePort\":445,\"maker\":\"1000\",\"reason\":\"r\"}");
        assertThat(watchdog.asked.get(0)).contains("maker=Optional.empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BLOCK | {\"remotePort\":445,\"reason\":\"r\"}",
                "BLOCK | {\"user\":\"zoe\",\"remotePort\":445,\"incident\":\"8\",\"lifetimeSeconds\":60,\"reason\":\"r\"}",
                "UNBLOCK | {\"all\":true}",
                "UNBLOCK | {\"rule\":\"a1\"}",
                "UNBLOCK | {\"rule\":\"nosuch\"}"
            })
    void aUserTouchesNothingOfOthers(RequestKind kind, String arguments) {
        watchdog.incidents = List.of(FakeWatchdog.incident("7", 31));
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> askAsZoe(kind, arguments))
                .withMessageContaining("ask an administrator")
                .extracting(RequestException::code)
                .isEqualTo(RequestException.Code.FORBIDDEN);
        assertThat(watchdog.asked).noneMatch(asked -> asked.startsWith("block") || asked.startsWith("unblock"));
    }

    @Test
    void aUserUndoesItsOwnRule() throws Exception {
        watchdog.rules = List.of(SomeRules.byUser("a1", "1000", 445, FakeWatchdog.START));
        askAsZoe(RequestKind.UNBLOCK, "{\"rule\":\"a1\"}");
        assertThat(watchdog.asked).endsWith("unblock a1");
    }

    @Test
    void aUsersSnoozeChangesWhatThatUserIsToldAndNothingElse() throws Exception {
        watchdog.incidents = List.of(FakeWatchdog.incident("7", 31));
        askAsZoe(RequestKind.SNOOZE, "{\"path\":\"/tmp/worm\",\"lifetimeSeconds\":60}");
        assertThat(askAsZoe(RequestKind.INCIDENTS, "{}"))
                .containsExactly(watchdog.incidents.get(0).asMuted());
        assertThat(ask(RequestKind.INCIDENTS, "{}")).containsExactly(watchdog.incidents.get(0));
        assertThat(watchdog.asked).doesNotContain("snooze");
        assertThat(askAsZoe(RequestKind.SNOOZES, "{}"))
                .extracting(ContractObject::key)
                .containsExactly("S1", "U1");
        assertThat(ask(RequestKind.SNOOZES, "{}"))
                .extracting(ContractObject::key)
                .containsExactly("S1");
    }

    @Test
    void anAdministratorSnoozesForEverybody() throws Exception {
        ask(RequestKind.SNOOZE, "{\"path\":\"/tmp/worm\",\"lifetimeSeconds\":60}");
        ask(RequestKind.END_SNOOZE, "{\"snooze\":\"S1\"}");
        assertThat(watchdog.asked).containsExactly("snooze SnoozeOrder[path=/tmp/worm, time=PT1M]", "end snooze S1");
    }

    private static final String KILLED =
            "{\"action\":\"kill\",\"pid\":4242,\"startToken\":\"77\",\"path\":\"/tmp/worm\",\"account\":\"root\"}";

    @Test
    void whatAUserDidWithItsOwnRightsIsRecordedAsThatUsersOfItsOwnProcess() throws Exception {
        askAsZoe(RequestKind.REPORT, KILLED);
        assertThat(watchdog.asked).containsExactly("report by zoe: kill process 4242 started 77");
        assertThat(deeds).singleElement().satisfies(deed -> {
            assertThat(deed.caller()).isEqualTo(MemoryTransport.USER);
            assertThat(deed.verb()).isEqualTo("kill");
            assertThat(deed.target()).isEqualTo("/tmp/worm");
            assertThat(deed.process()).contains(new Deed.Instance(4242, "77"));
            assertThat(deed.done()).isTrue();
            assertThat(deed.result()).isEqualTo("with the asker's own rights, as was reported");
        });
    }

    @Test
    void anAdministratorTellsOfAnybodysProcess() throws Exception {
        ask(RequestKind.REPORT, KILLED);
        assertThat(watchdog.asked).containsExactly("report by an administrator: kill process 4242 started 77");
    }

    @Test
    void aUserWhoAsksWithoutEndDoesNotFillTheHistory() throws Exception {
        for (int i = 0; i < RecordLimits.AT_ONCE + 10; i++) {
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> askAsZoe(RequestKind.UNBLOCK, "{\"rule\":\"nosuch\"}"));
        }
        assertThat(deeds).hasSize(RecordLimits.AT_ONCE);
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> askAsZoe(RequestKind.REPORT, KILLED))
                .withMessageContaining("this one is not recorded");
        handler.answer(MemoryTransport.user("eva", "1002"), RequestKind.REPORT, JsonCodec.readObject(KILLED, 100));
        ask(RequestKind.UNBLOCK, "{\"rule\":\"a1\"}");
        assertThat(deeds).hasSize(RecordLimits.AT_ONCE + 2);
    }

    @Test
    void aUserEndsItsOwnSnoozeAndNoOther() throws Exception {
        askAsZoe(RequestKind.SNOOZE, "{\"path\":\"/tmp/worm\",\"lifetimeSeconds\":60}");
        askAsZoe(RequestKind.END_SNOOZE, "{\"snooze\":\"U1\"}");
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> askAsZoe(RequestKind.END_SNOOZE, "{\"snooze\":\"S1\"}"))
                .withMessageContaining("you have snoozed nothing as S1")
                .extracting(RequestException::code)
                .isEqualTo(RequestException.Code.FORBIDDEN);
        assertThat(watchdog.asked).isEmpty();
    }
}
