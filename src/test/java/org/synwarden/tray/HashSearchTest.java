package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.EndpointObject;
import org.synwarden.contract.PacketObject;
import org.synwarden.contract.ProcessObject;

/** A packet does not tell the hash of its program; the service does. */
class HashSearchTest {
    private static final String HASH = "5d".repeat(32);

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ScriptedService service = new ScriptedService();
    private final RowSubjects subjects = new RowSubjects(texts, new IncidentText(texts, ZoneOffset.UTC));
    private final List<ProcessObject> found = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private static ProcessObject dial(String startToken, Optional<String> hash) {
        return new ProcessObject(
                4312,
                startToken,
                "dial.exe",
                Optional.of("C:\\dial.exe"),
                Optional.empty(),
                Optional.empty(),
                hash,
                List.of());
    }

    private RowSubject packetOf(ProcessObject process) {
        PacketObject packet = new PacketObject(
                1,
                Some.NOON,
                66,
                "tcp",
                Optional.of(new EndpointObject("192.168.20.52", 4428)),
                Optional.of(new EndpointObject("216.1.1.1", 445)),
                List.of("syn"));
        return subjects.of(packet, Optional.of(process));
    }

    private void search(ProcessObject process) {
        HashSearch.of(packetOf(process), service.side(texts).asker(), found::add, failed::add);
    }

    @Test
    void theHashComesFromTheSocketsOfTheSameProcess() {
        service.socketsAre(
                Some.socket("216.1.1.1", 4428, "SYN_SENT", dial("16", Optional.of("00".repeat(32)))),
                Some.socket("216.1.1.1", 4429, "SYN_SENT", dial("17", Optional.of(HASH))));

        search(dial("17", Optional.empty()));

        assertThat(found).containsExactly(dial("17", Optional.of(HASH)));
        assertThat(subjects.virusTotal(found.get(0)).value()).contains(WebAddress.virusTotal(HASH));
    }

    @Test
    void whereTheServiceDoesNotKnowItEitherThatIsSaid() {
        search(dial("17", Optional.empty()));

        assertThat(subjects.virusTotal(found.get(0)).refusal()).contains("not known");
    }

    @Test
    void itIsNotSearchedWhereItIsKnownOrCannotBe() {
        assertThat(HashSearch.isPossible(packetOf(dial("17", Optional.of(HASH)))))
                .isFalse();
        assertThat(HashSearch.isPossible(packetOf(dial("0", Optional.empty())))).isFalse();
        assertThat(HashSearch.isPossible(subjects.of(Some.worm("1")))).isFalse();
        assertThat(HashSearch.isPossible(packetOf(dial("17", Optional.empty()))))
                .isTrue();
    }
}
