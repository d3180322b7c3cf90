package org.synwarden.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;

/** What the system's log is told has a text in the package, and forges nothing there. */
class LoggedEventTest {
    private static final Pattern MESSAGE = Pattern.compile("(?s)MessageId=(\\d+).*?\nLanguage=English\n(.*?)\n\\.\n");

    /** By number, the highest string that the text asks for. */
    private static Map<Integer, Integer> texts() throws IOException {
        Map<Integer, Integer> texts = new TreeMap<>();
        Matcher message = MESSAGE.matcher(Files.readString(Path.of("installer/events/events.mc")));
        while (message.find()) {
            Matcher place = Pattern.compile("%(\\d)").matcher(message.group(2));
            int highest = 0;
            while (place.find()) {
                highest = Math.max(highest, Integer.parseInt(place.group(1)));
            }
            assertThat(message.group(2).replaceAll("%\\d", "")).doesNotContain("%");
            texts.put(Integer.parseInt(message.group(1)), highest);
        }
        return texts;
    }

    @Test
    void everyKindHasATextAndEveryTextIsFilled() throws IOException {
        IncidentObject incident = IncidentObject.ofTest("1-1", Instant.EPOCH);
        Map<Integer, Integer> filled = new TreeMap<>();
        for (LoggedEvent event : new LoggedEvent[] {
            LoggedEvent.started("1"),
            LoggedEvent.stopped("1"),
            LoggedEvent.raised(incident),
            LoggedEvent.over(incident),
            LoggedEvent.done("block", "x", OptionalInt.empty(), "y", Optional.empty(), Optional.empty()),
            LoggedEvent.refused("block", "x", OptionalInt.of(7), "y", Optional.empty(), "because")
        }) {
            filled.put(event.kind().id(), event.strings().size());
        }
        filled.put(LoggedEvent.Kind.INCIDENT.id(), filled.get(LoggedEvent.Kind.TEST.id()));
        assertThat(filled).hasSameSizeAs(LoggedEvent.Kind.values());
        assertThat(texts().keySet()).isEqualTo(filled.keySet());
        texts().forEach((id, highest) -> assertThat(highest).isLessThanOrEqualTo(filled.get(id)));
    }

    @Test
    void aTestIsNoAlarm() {
        LoggedEvent event = LoggedEvent.raised(IncidentObject.ofTest("1-1", Instant.EPOCH));
        assertThat(event.kind()).isEqualTo(LoggedEvent.Kind.TEST);
        assertThat(event.level()).isEqualTo(LoggedEvent.Level.INFORMATION);
    }

    @Test
    void aNameWithLinesAndEscapesIsOneLineOfBoundedLength() {
        LoggedEvent event = LoggedEvent.started("a\r\nError: b\u001b[31m" + "x".repeat(5_000));
        assertThat(event.strings().get(0)).hasSizeLessThan(1_100).doesNotContain("\n", "\r", "\u001b");
    }
}
