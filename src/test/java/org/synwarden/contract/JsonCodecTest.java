package org.synwarden.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    private static final Instant SOME_TIME = Samples.START;

    private static DegradationObject saying(String message) {
        return new DegradationObject("id", message, "none", SOME_TIME);
    }

    @Test
    void noCharacterOfAnotherProgramEndsALineOrSteersATerminal() throws Exception {
        StringBuilder everyCharacter = new StringBuilder();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            everyCharacter.append(c);
        }
        DegradationObject object = saying(everyCharacter.toString());

        String line = JsonCodec.write(object);

        assertThat(line.chars())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> c == 0x2028 || c == 0x2029)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
        assertThat(JsonCodec.read(line)).isEqualTo(object);
    }

    @Test
    void anImagePathThatUtf8CannotHoldStillComesBackWhole() throws Exception {
        DegradationObject object = saying("C:\\lone\uD800surrogate \uD83D\uDE00 Zoë.exe");
        assertThat(JsonCodec.write(object)).contains("Zoë").contains("\\uD800");
        assertThat(JsonCodec.read(JsonCodec.write(object))).isEqualTo(object);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T09:26:53Z, 2026-03-14T09:26:53.000000000Z",
        "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999999999Z",
        "2026-03-14T09:26:53.0000001Z, 2026-03-14T09:26:53.000000100Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500000000Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000000000Z"
    })
    void instantsAlwaysHaveNineDecimals(Instant instant, String text) {
        assertThat(JsonCodec.write(new DegradationObject("id", "m", "r", instant)))
                .contains("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z", "-0001-12-31T23:59:59.999999999Z"})
    void anInstantThatCouldNotBeWrittenAgainIsNotRead(String instant) {
        String line = JsonCodec.write(Samples.RULE).replace("2026-03-14T09:27:02.000000000Z", instant);

        assertThat(line).contains(instant);
        assertRefused(line, "'createdAt' is no RFC 3339 instant: '" + instant + "'");
    }

    @Test
    void aYearThatRfc3339CannotWriteIsRefused() {
        Instant year10000 = Instant.ofEpochSecond(253_402_300_800L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonCodec.write(new DegradationObject("id", "m", "r", year10000)));
    }

    @Test
    void membersInAnyOrderUnknownOnesAndNullsAreUnderstood() throws Exception {
        ContractObject read = JsonCodec.read("{\"since\":\"2026-03-14T09:26:53Z\",\"new\":{\"a\":[1.5,1e999,null,"
                + "99999999999999999999]},\"remedy\":\"none\",\"newer\":null,\"message\":\"m\",\"id\":\"id\","
                + "\"event\":\"degradation\"}");
        assertThat(read).isEqualTo(saying("m"));
    }

    @Test
    void whatIsAbsentIsReadAsAbsent() throws Exception {
        SocketObject read = (SocketObject) JsonCodec.read("{\"event\":\"socket\",\"protocol\":\"udp\",\"state\":\"\","
                + "\"local\":{\"address\":\"::\",\"port\":5353},\"process\":null}");
        assertThat(read.remote()).isEmpty();
        assertThat(read.process()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                        | not a JSON object",
                "[]                                      | not a JSON object",
                "{                                       | not valid JSON near column 2",
                "{}{}                                    | more than one JSON object in one line",
                "{\"a\":1,\"a\":2}                       | a member stands there twice: 'a'",
                "{\"event\":1}                           | 'event' is not a text",
                "{\"event\":\"flow\"}                    | an event that this version does not know: 'flow'",
                "{\"event\":\"rule\"}                    | 'id' is missing",
                "{\"event\":\"socket\",\"protocol\":\"tcp\",\"local\":{\"address\":\"::\"}} | 'local.port' is missing",
                "{\"event\":\"socket\",\"protocol\":\"tcp\",\"local\":{\"address\":\"::\",\"port\":65536}} "
                        + "| 'local.port' is 65536, not from 0 to 65535",
                "{\"event\":\"status\",\"degradations\":[7]} "
                        + "| 'degradations' holds something that is not an object",
                "{\"event\":\"degradation\",\"id\":\"i\",\"message\":\"\",\"remedy\":\"\",\"since\":\"today\\u001b\"} "
                        + "| 'since' is no RFC 3339 instant: 'today?'"
            })
    void whatIsWrongIsSaidInOnePrintableLine(String text, String message) {
        assertThatExceptionOfType(ContractFormatException.class)
                .isThrownBy(() -> JsonCodec.read(text == null ? "" : text))
                .withMessage(message);
    }

    @Test
    void depthLengthAndNumberOfValuesAreBounded() {
        assertRefused("{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}", "deeper");
        assertRefused("{\"a\":\"" + "x".repeat(JsonCodec.MAX_LENGTH) + "\"}", "more than 1048576 characters");
        assertRefused("{\"a\":[" + "[],".repeat(250_000) + "0]}", "too many values");
    }

    private static void assertRefused(String text, String why) {
        assertThatExceptionOfType(ContractFormatException.class)
                .isThrownBy(() -> JsonCodec.read(text))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 445, 3389})
    void damagedLinesAreRefusedNeverWorse(long seed) {
        Random random = new Random(seed);
        String whole = JsonCodec.write(Samples.INCIDENT);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(128));
            }
            damaged.setLength(random.nextInt(damaged.length()) + 1);
            assertThatNoException().isThrownBy(() -> readOrRefuse(damaged.toString()));
        }
    }

    private static Optional<ContractObject> readOrRefuse(String text) {
        try {
            return Optional.of(JsonCodec.read(text));
        } catch (ContractFormatException refused) {
            assertThat(refused.getMessage()).matches("[ -~]+");
            return Optional.empty();
        }
    }
}
