package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.ActionObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.control.ProcessOrder;
import org.synwarden.control.ProcessOrder.Action;
import org.synwarden.control.ProcessReport;
import org.synwarden.control.RequestException;
import org.synwarden.control.RequestException.Code;
import org.synwarden.process.ProcessKey;

/** Zoe's worm, pid 42, which SynWarden has met; whether it runs is the test's. */
class OwnDeedsTest {
    private static final ProcessKey WORM = new ProcessKey(42, 77);
    private static final ProcessObject MET =
            new ProcessObject(42, "77", "worm", Optional.of("/tmp/worm"), Optional.of("zoe"));

    private final Set<ProcessKey> running = new HashSet<>(Set.of(WORM));
    private final OwnDeeds deeds =
            new OwnDeeds(key -> Optional.of(MET).filter(met -> key.equals(WORM)), running::contains);

    private static ProcessReport report(Action action, String startToken, String path, String account) {
        ProcessOrder deed = new ProcessOrder(action, 42, startToken, path, false);
        return new ProcessReport(deed, Optional.of(account).filter(name -> !name.isEmpty()));
    }

    private void isNotBelieved(ProcessReport report, Code code, String why) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> deeds.believed(report))
                .withMessageContaining(why)
                .extracting(RequestException::code)
                .isEqualTo(code);
    }

    @Test
    void aKillIsBelievedOnceTheProcessIsGone() throws RequestException {
        ProcessReport kill = report(Action.KILL, "77", "/tmp/worm", "zoe");
        isNotBelieved(kill, Code.FAILED, "still runs");
        running.clear();
        assertThat(deeds.believed(kill)).isEqualTo(new ActionObject("kill", true, Optional.empty(), MET));
    }

    @Test
    void aKillIsBelievedOnce() throws RequestException {
        running.clear();
        deeds.believed(report(Action.KILL, "77", "", "zoe"));
        isNotBelieved(report(Action.KILL, "77", "", "zoe"), Code.FAILED, "recorded already");
    }

    @Test
    void nobodyTellsOfAnothersProcessButAnAdministrator() throws RequestException {
        running.clear();
        isNotBelieved(report(Action.KILL, "77", "", "mallory"), Code.FORBIDDEN, "not known to have run as you");
        assertThat(deeds.believed(report(Action.KILL, "77", "", "")).process()).isEqualTo(MET);
    }

    @Test
    void whatWasNeverMetIsNotRecorded() {
        running.clear();
        isNotBelieved(report(Action.KILL, "78", "", "zoe"), Code.NOT_FOUND, "has not met");
        isNotBelieved(report(Action.KILL, "77", "/usr/bin/innocent", "zoe"), Code.NOT_FOUND, "has not met");
    }

    @Test
    void whoeverIsSuspendedIsStillThere() throws RequestException {
        assertThat(deeds.believed(report(Action.SUSPEND, "77", "", "zoe")).done())
                .isTrue();
        running.clear();
        isNotBelieved(report(Action.SUSPEND, "77", "", "zoe"), Code.FAILED, "is gone");
        isNotBelieved(report(Action.RESUME, "77", "", "zoe"), Code.FAILED, "is gone");
    }

    @Test
    void aStartTokenThatIsNoNumberOfThisSystemIsRefused() {
        isNotBelieved(report(Action.KILL, "99999999999999999999", "", "zoe"), Code.MALFORMED, "decimal number");
    }
}
