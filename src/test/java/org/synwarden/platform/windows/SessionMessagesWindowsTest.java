package org.synwarden.platform.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.synwarden.platform.windows.session.SessionMessages;

/** The sessions of the PC that runs the test. */
@EnabledOnOs(OS.WINDOWS)
class SessionMessagesWindowsTest {
    @Test
    void theSessionOfAProcessIsFoundAndThatOfOneThatIsGoneIsTheConsoles(TestReporter reporter) {
        OptionalInt own = SessionMessages.sessionOf(
                OptionalInt.of((int) ProcessHandle.current().pid()));
        OptionalInt console = SessionMessages.sessionOf(OptionalInt.empty());
        reporter.publishEntry("sessions", own + " " + console);
        assertThat(SessionMessages.sessionOf(OptionalInt.of(0x7FFF_FFF0))).isEqualTo(console);
    }

    /** Wine answers with a failure and no box; Windows shows a box that goes when it is closed, or after five minutes. */
    @Test
    void aMessageIsShownUntilItIsClosedOrRefused(TestReporter reporter) {
        OptionalInt console = SessionMessages.sessionOf(OptionalInt.empty());
        try {
            SessionMessages.show(console.orElse(1), "SynWarden", "A test of SynWarden; close this box.");
            reporter.publishEntry("message", "sent");
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith("Windows shows no message in session ");
            reporter.publishEntry("message", e.getMessage());
        }
    }
}
