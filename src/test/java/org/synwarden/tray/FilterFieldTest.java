package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A display filter while it is typed, key by key. */
class FilterFieldTest {
    private final List<String> applied = new ArrayList<>();
    private final FilterField field =
            new FilterField(new Texts(Locale.ENGLISH), 40, entry -> applied.add(entry.text()));

    private void type(String text) {
        field.setText(text);
        field.applyNow();
    }

    @Test
    void aFilterIsGreenAndNothingIsNeither() {
        assertThat(field.entry().tone()).isEqualTo(FilterEntry.Tone.NEUTRAL);

        type("tcp.dstport == 445");

        assertThat(field.entry().tone()).isEqualTo(FilterEntry.Tone.GOOD);
        assertThat(field.getToolTipText()).isNull();
    }

    @Test
    void whatIsNoneIsRedAndItsTipSaysWhere() {
        type("tcp.dstport == ");

        assertThat(field.entry().tone()).isEqualTo(FilterEntry.Tone.BAD);
        assertThat(field.getToolTipText()).startsWith("column ");
        assertThat(field.getAccessibleContext().getAccessibleDescription()).isEqualTo(field.getToolTipText());
    }

    @Test
    void whatIsNoneLeavesTheFormerFilterInForce() {
        type("tcp");
        type("tcp.");
        type("tcp.por");

        assertThat(applied).containsExactly("tcp");
    }

    @Test
    void aFilterTakenAwayShowsEverythingAgain() {
        type("tcp");
        type("   ");

        assertThat(applied).containsExactly("tcp", "");
    }

    @Test
    void theSameFilterIsAppliedOnce() {
        type("udp");
        field.applyNow();
        type("udp.");
        type("udp");

        assertThat(applied).containsExactly("udp");
    }

    @Test
    void oneThatIsTooLongForWhoeverAppliesItIsNone() {
        type("tcp.port == 1 || tcp.port == 2 || tcp.port == 3");

        assertThat(field.entry().tone()).isEqualTo(FilterEntry.Tone.BAD);
        assertThat(field.getToolTipText()).isEqualTo("A filter has at most 40 characters here.");
        assertThat(applied).isEmpty();
    }
}
