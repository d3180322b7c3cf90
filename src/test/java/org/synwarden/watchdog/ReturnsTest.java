package org.synwarden.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.ProcessObject;
import org.synwarden.contract.ScriptObject;
import org.synwarden.control.BlockOrder;

/** A culprit that was answered comes back. Time is the test's. */
class ReturnsTest {
    private static final String WORM = "C:\\Users\\eva\\dial.exe";
    private static final String COPY = "C:\\Users\\eva\\other.exe";
    private static final String PYTHON = "/usr/bin/python3";

    private final Map<Integer, ProcessObject> hashed = new HashMap<>();
    private long now = 1_767_225_600_000_000_000L;
    private final Returns returns = new Returns(this::refreshed, () -> now);

    @Test
    void theSameFileUnderAnotherNameAfterAKillIsBack() {
        returns.told(incident("5", process(100, WORM, "aa")));
        pass(60);
        returns.killed(process(100, WORM, "aa"));
        pass(86_400);
        IncidentObject back = returns.told(incident("6", process(200, COPY, "aa")));
        assertThat(back.returnOf()).contains("5");
        assertThat(back.explanation())
                .isEqualTo("none answered; it is back: the program of incident 5 was killed at 2026-01-01T00:01:00Z");
    }

    @Test
    void theSameFileAfterABlockIsBack() {
        returns.told(incident("5", process(100, WORM, "aa")));
        returns.blocked(BlockOrder.ofProgram(WORM.toUpperCase(Locale.ROOT), true, "worm"));
        pass(3_600);
        assertThat(returns.told(incident("6", process(200, COPY, "aa"))).explanation())
                .contains("incident 5 was blocked at");
    }

    @Test
    void anotherFileAtThePathIsBackForTenMinutesAfterAKillOnly() {
        returns.told(incident("5", process(100, WORM, "aa")));
        returns.killed(process(100, WORM, "aa"));
        pass(600);
        assertThat(returns.told(incident("6", process(200, WORM, "bb"))).returnOf())
                .contains("5");
        pass(1);
        assertThat(returns.told(incident("7", process(300, WORM, "cc"))).returnOf())
                .isEmpty();
    }

    @Test
    void aBlockSaysNothingOfAnotherFileAtThePath() {
        returns.told(incident("5", process(100, WORM, "aa")));
        returns.blocked(BlockOrder.ofProgram(WORM, true, "worm"));
        assertThat(returns.told(incident("6", process(200, WORM, "bb"))).returnOf())
                .isEmpty();
    }

    @Test
    void withoutAnAnswerNobodyIsBack() {
        returns.told(incident("5", process(100, WORM, "aa")));
        pass(60);
        assertThat(returns.told(incident("6", process(200, WORM, "aa"))).returnOf())
                .isEmpty();
    }

    @Test
    void anIncidentThatWasThereBeforeTheAnswerIsNoReturn() {
        returns.told(incident("5", process(100, WORM, "aa")));
        IncidentObject other = incident("6", process(200, WORM, "aa"));
        pass(60);
        returns.killed(process(100, WORM, "aa"));
        assertThat(returns.told(other).returnOf()).isEmpty();
    }

    @Test
    void aHashThatIsKnownLaterMakesItAReturnLater() {
        returns.told(incident("5", process(100, WORM, "aa")));
        returns.killed(process(100, WORM, "aa"));
        pass(3_600);
        IncidentObject fresh = incident("6", process(200, COPY, ""));
        assertThat(returns.told(fresh).returnOf()).isEmpty();
        hashed.put(200, process(200, COPY, "aa"));
        assertThat(returns.told(fresh).returnOf()).contains("5");
    }

    @Test
    void anInterpreterIsBackOnlyWithItsScript() {
        returns.told(incident("5", script(100, "s1")));
        returns.killed(script(100, "s1"));
        pass(3_600);
        assertThat(returns.told(incident("6", script(200, "s2"))).returnOf()).isEmpty();
        assertThat(returns.told(incident("7", process(300, PYTHON, "aa"))).returnOf())
                .isEmpty();
        assertThat(returns.told(incident("8", script(400, "s1"))).returnOf()).contains("5");
    }

    @Test
    void aCulpritThatIsOnlyProbableIsNotSaidToBeBack() {
        returns.told(incident("5", process(100, WORM, "aa")));
        returns.killed(process(100, WORM, "aa"));
        assertThat(returns.told(incident("6", process(200, WORM, "aa"), "recent"))
                        .returnOf())
                .isEmpty();
    }

    @Test
    void aKillOfOneOfManyProcessesOfAnImageAnswersTheirIncident() {
        returns.told(ofImage("5", WORM));
        returns.killed(process(300, WORM, "aa"));
        pass(60);
        assertThat(returns.told(ofImage("6", WORM)).returnOf()).contains("5");
    }

    @Test
    void theLatestAnswerIsNamed() {
        for (String id : List.of("5", "6")) {
            returns.told(incident(id, process(100, WORM, "aa")));
            pass(60);
            returns.killed(process(100, WORM, "aa"));
        }
        assertThat(returns.told(incident("7", process(200, WORM, "aa"))).explanation())
                .endsWith("was killed at 2026-01-01T00:02:00Z");
    }

    @Test
    void ofMoreThan256AnswersTheOldestIsForgotten() {
        for (int i = 0; i <= Returns.BOUND; i++) {
            ProcessObject process = process(1_000 + i, "C:\\" + i + ".exe", "hash" + i);
            returns.told(incident("i" + i, process));
            returns.killed(process);
        }
        pass(3_600);
        assertThat(returns.told(incident("first", process(1, COPY, "hash0"))).returnOf())
                .isEmpty();
        assertThat(returns.told(incident("second", process(2, COPY, "hash1"))).returnOf())
                .contains("i1");
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    private IncidentObject refreshed(IncidentObject incident) {
        return incident.withProcess(incident.process().map(process -> hashed.getOrDefault(process.pid(), process)));
    }

    private static ProcessObject process(int pid, String path, String sha256) {
        return new ProcessObject(
                pid,
                "77",
                "x",
                Optional.of(path),
                Optional.empty(),
                Optional.empty(),
                Optional.of(sha256).filter(hash -> !hash.isEmpty()),
                List.of());
    }

    private static ProcessObject script(int pid, String scriptHash) {
        return new ProcessObject(
                pid,
                "77",
                "python3",
                Optional.of(PYTHON),
                Optional.empty(),
                Optional.empty(),
                Optional.of("aa"),
                Optional.of(new ScriptObject("/tmp/x.py", scriptHash)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Many processes of that image did it, which a shell started. */
    private IncidentObject ofImage(String id, String path) {
        Instant at = ContractObjects.instant(now);
        return new IncidentObject(
                id,
                "red",
                "scan",
                "open",
                "192.168.20.52",
                Optional.of(process(50, "C:\\shell.exe", "cc")),
                Optional.of(path),
                Optional.empty(),
                List.of(),
                "matched",
                at,
                at,
                6,
                6,
                6,
                List.of(445),
                List.of(),
                "none answered",
                false,
                false,
                Optional.empty());
    }

    private IncidentObject incident(String id, ProcessObject process) {
        return incident(id, process, "matched");
    }

    private IncidentObject incident(String id, ProcessObject process, String attribution) {
        Instant at = ContractObjects.instant(now);
        return new IncidentObject(
                id,
                "red",
                "scan",
                "open",
                "192.168.20.52",
                Optional.of(process),
                attribution,
                at,
                at,
                6,
                6,
                6,
                List.of(445),
                List.of(),
                "none answered");
    }
}
