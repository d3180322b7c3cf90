package org.synwarden.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.NatObject;

class NatPictureTest {
    private final Texts texts = new Texts(Locale.ENGLISH);

    private NatPicture picture(long entries, Optional<Integer> overflow, Optional<String> severity) {
        return NatPicture.of(texts, new NatObject(entries, 4_096, overflow, severity));
    }

    @Test
    void aQuietTableHasNoColourAndNoEnd() {
        assertThat(picture(12, Optional.empty(), Optional.empty()))
                .isEqualTo(new NatPicture(
                        "Router's NAT table", "12 of 4,096 entries from this PC (0 %)", "", 0, Optional.empty()));
    }

    @Test
    void whatTheServiceHoldsForSeriousIsSaidInWordsToo() {
        assertThat(picture(1_024, Optional.empty(), Optional.of("amber")))
                .isEqualTo(new NatPicture(
                        "Router's NAT table: high",
                        "1,024 of 4,096 entries from this PC (25 %)",
                        "",
                        25,
                        Optional.of(Dot.AMBER)));
        assertThat(picture(1_900, Optional.of(73), Optional.of("red")))
                .isEqualTo(new NatPicture(
                        "Router's NAT table: critical",
                        "1,900 of 4,096 entries from this PC (46 %)",
                        "Full in about 73 s at this pace",
                        46,
                        Optional.of(Dot.RED)));
    }

    @Test
    void whatIsFarAwayIsToldInMinutes() {
        assertThat(picture(300, Optional.of(181), Optional.empty()).pace())
                .isEqualTo("Full in about 3 min at this pace");
    }

    @Test
    void moreThanTheTableHoldsIsNoMoreThanFull() {
        assertThat(picture(6_144, Optional.of(0), Optional.of("red")).percent()).isEqualTo(100);
    }

    @Test
    void withoutAServiceThereIsNoGauge() {
        ClientModel client = new ClientModel(new IncidentText(texts, ZoneOffset.UTC), () -> Notifications.BALLOON);
        client.link(LinkState.connected());
        client.status(Some.holding(new NatObject(12, 4_096, Optional.empty(), Optional.empty()), Some.status()));
        assertThat(client.nat()).isPresent();

        client.link(LinkState.absent("gone"));
        assertThat(client.nat()).isEmpty();
    }
}
