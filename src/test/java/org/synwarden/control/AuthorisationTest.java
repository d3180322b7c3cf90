package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.RuleObject;
import org.synwarden.contract.SocketObject;
import org.synwarden.contract.SomeRules;

/** Every cell of the table in {@code docs/security.md}, as far as this version carries it. */
class AuthorisationTest {
    private static final Caller UNKNOWN = new Caller("", true, 0);
    private static final Set<RequestKind> FOR_EVERYBODY = EnumSet.of(
            RequestKind.STATUS,
            RequestKind.SOCKETS,
            RequestKind.INCIDENTS,
            RequestKind.RULES,
            RequestKind.SUBSCRIBE,
            RequestKind.APPROVALS,
            RequestKind.UNSUBSCRIBE);

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void anAdministratorMayDoEverything(RequestKind kind) {
        assertThat(Authorisation.refusal(MemoryTransport.ADMINISTRATOR, kind)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void aUserMayLookAndForTheRestIsToldWhatToDo(RequestKind kind) {
        Optional<String> refusal = Authorisation.refusal(MemoryTransport.USER, kind);
        if (FOR_EVERYBODY.contains(kind)) {
            assertThat(refusal).isEmpty();
        } else {
            assertThat(refusal)
                    .hasValueSatisfying(
                            reason -> assertThat(reason).contains("ask an administrator, or run as administrator"));
        }
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void whomTheSystemDoesNotNameMayDoNothing(RequestKind kind) {
        assertThat(Authorisation.refusal(UNKNOWN, kind)).isPresent();
    }

    @Test
    void aUserSeesAccountAndCommandLineOfItsOwnProcessesOnly() {
        Caller mallory = new Caller("mallory", false, 3);
        SocketObject socket = FakeWatchdog.socket(50123, "SYN_SENT");
        IncidentObject incident = FakeWatchdog.incident("7", 31);

        assertThat(Authorisation.visible(MemoryTransport.USER, socket)).isEqualTo(socket);
        assertThat(Authorisation.visible(MemoryTransport.USER, incident)).isEqualTo(incident);
        assertThat(Authorisation.visible(mallory, socket))
                .isEqualTo(socket.withProcess(asOthersSeeIt(socket.process())));
        assertThat(Authorisation.visible(mallory, incident))
                .isEqualTo(incident.withProcess(asOthersSeeIt(incident.process())));
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

    @Test
    void anAdministratorSeesEveryAccount() {
        SocketObject socket = FakeWatchdog.socket(50123, "SYN_SENT");
        assertThat(Authorisation.visible(MemoryTransport.ADMINISTRATOR, socket)).isEqualTo(socket);
    }

    @Test
    void whatNamesNoProcessIsTheSameForEverybody() {
        RuleObject rule =
                SomeRules.rule("a1", Optional.of("/tmp/worm"), Optional.empty(), FakeWatchdog.START, "by hand");
        SocketObject ownerless = FakeWatchdog.socket(1, "LISTEN").withProcess(Optional.empty());
        assertThat(Authorisation.visible(MemoryTransport.USER, rule)).isEqualTo(rule);
        assertThat(Authorisation.visible(MemoryTransport.USER, ownerless)).isEqualTo(ownerless);
    }
}
