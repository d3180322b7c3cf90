package org.synwarden.platform.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.synwarden.platform.linux.tracefs.EventFormat.Field;

class EventFormatTest {
    @Test
    void namesTheEventAndTheNumberThatItsRecordsCarry() throws IOException {
        EventFormat format = EventFormat.parse(Formats.text("any_event", 417));

        assertThat(format.name()).isEqualTo("any_event");
        assertThat(format.id()).isEqualTo(417);
    }

    @Test
    void findsAFieldByItsNameWhateverItsType() throws IOException {
        EventFormat format = EventFormat.parse(Formats.text(
                "any_event",
                1,
                Formats.field("const void * skaddr", 8, 8, 0),
                Formats.field("__u8 saddr_v6[16]", 40, 16, 0),
                Formats.field("__data_loc char[] filename", 56, 4, 0)));

        assertThat(format.field("common_pid")).isEqualTo(new Field(4, 4, true));
        assertThat(format.field("skaddr")).isEqualTo(new Field(8, 8, false));
        assertThat(format.field("saddr_v6")).isEqualTo(new Field(40, 16, false));
        assertThat(format.field("filename")).isEqualTo(new Field(56, 4, false));
    }

    @Test
    void readsFieldsOfKernelsThatDoNotSayWhetherTheyAreSigned() throws IOException {
        EventFormat format = EventFormat.parse(Formats.text("any_event", 1, "\tfield:int old;\toffset:8;\tsize:4;\n"));

        assertThat(format.field("old")).isEqualTo(new Field(8, 4, false));
    }

    @Test
    void integersOfAnySizeKeepTheirSignOrHaveNone() {
        ByteBuffer event = ByteBuffer.allocate(8).putLong(0, -2);

        assertThat(new Field(7, 1, true).integer(event)).isEqualTo(-2);
        assertThat(new Field(7, 1, false).integer(event)).isEqualTo(0xFE);
        assertThat(new Field(6, 2, true).integer(event)).isEqualTo(-2);
        assertThat(new Field(6, 2, false).integer(event)).isEqualTo(0xFFFE);
        assertThat(new Field(4, 4, true).integer(event)).isEqualTo(-2);
        assertThat(new Field(4, 4, false).integer(event)).isEqualTo(0xFFFF_FFFEL);
        assertThat(new Field(0, 8, false).integer(event)).isEqualTo(-2);
    }

    @Test
    void textStandsWhereItsFieldPointsAndEndsBeforeTheZero() {
        ByteBuffer event = ByteBuffer.allocate(32).putInt(8, 6 << 16 | 20);
        event.put(20, "/worm\0rest".getBytes(StandardCharsets.US_ASCII));

        assertThat(new Field(8, 4, false).text(event)).isEqualTo("/worm");
    }

    @Test
    void aFieldThatThisKernelLacksIsNamed() {
        assertThatThrownBy(() -> Formats.resetReceived().field("saddr_v6"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tcp_receive_reset")
                .hasMessageContaining("saddr_v6");
    }

    @Test
    void refusesWhatIsNoFormat() {
        assertThatThrownBy(() -> EventFormat.parse("")).isInstanceOf(IOException.class);
    }
}
