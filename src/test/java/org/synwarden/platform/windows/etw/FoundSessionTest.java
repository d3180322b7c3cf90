package org.synwarden.platform.windows.etw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose sessions may be stopped: those whose owner is known to be dead, and nobody else's. */
class FoundSessionTest {
    private static final SessionOwner OWNER = new SessionOwner(4_712, 1_700_000_000_000L);

    @Test
    void aSessionWhoseOwnerIsDeadIsLeftBehind() {
        assertThat(session("SynWarden-4712", Optional.of(OWNER)).isLeftBehind(owner -> false))
                .isTrue();
        assertThat(session("SynWarden-Service", Optional.of(OWNER)).isLeftBehind(owner -> false))
                .isTrue();
    }

    @Test
    void aSessionWhoseOwnerLivesIsNot() {
        assertThat(session("SynWarden-Service", Optional.of(OWNER)).isLeftBehind(OWNER::equals))
                .isFalse();
    }

    @Test
    void withoutItsMarkTheNameTellsTheOwner() {
        assertThat(session("SynWarden-4712", Optional.empty()).isLeftBehind(owner -> owner.pid() == 4_712))
                .isFalse();
        assertThat(session("SynWarden-4712", Optional.empty()).isLeftBehind(owner -> false))
                .isTrue();
    }

    @Test
    void theServicesWithoutAMarkMayBeInUse() {
        assertThat(session("SynWarden-Service", Optional.empty()).isLeftBehind(owner -> false))
                .isFalse();
    }

    @Test
    void othersSessionsAreNobodysBusiness() {
        assertThat(session("NT Kernel Logger", Optional.of(OWNER)).isLeftBehind(owner -> false))
                .isFalse();
        assertThat(session("SynWarden-x", Optional.empty()).isLeftBehind(owner -> false))
                .isFalse();
    }

    @Test
    void theMarkIsReadAsItWasWritten() {
        for (TraceProvider provider : TraceProvider.values()) {
            assertThat(SessionOwner.of(OWNER.guid(provider))).contains(OWNER);
        }
        assertThat(SessionOwner.of(new byte[16])).isEmpty();
    }

    /** Windows refuses a session whose GUID is another's. */
    @Test
    void theSessionsOfOneProcessHaveDifferentMarks() {
        assertThat(OWNER.guid(TraceProvider.TCPIP)).isNotEqualTo(OWNER.guid(TraceProvider.KERNEL_FILE));
    }

    private static FoundSession session(String name, Optional<SessionOwner> owner) {
        return new FoundSession(name, owner);
    }
}
