package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final ManualScheduler scheduler = new ManualScheduler();
    private final Places places = new Places();

    /** One of which it is not known that it is an administrator's. */
    private ClientSession taken() {
        Desk desk = Desk.of(
                new FakeWatchdog(),
                new ProtocolFilters(),
                new Ledger(deed -> {}, new RecordLimits(scheduler::nanoTime)),
                ServerSettings.of("0.1.0"),
                scheduler,
                scheduler::nanoTime);
        ClientSession session =
                new ClientSession(new MemoryTransport().connect(), desk, one -> Optional.empty(), places::leave);
        assertThat(places.take(session)).isEmpty();
        return session;
    }

    /** Several may be confirmed at once: the place counts from the confirmation on, before the session hears of it. */
    @Test
    void aUsersPlaceCountsFromTheMomentItIsConfirmed() {
        for (int i = 0; i < Places.MAX_USERS; i++) {
            assertThat(places.confirm(taken())).isEmpty();
        }
        ClientSession oneMore = taken();
        assertThat(places.confirm(oneMore))
                .hasValueSatisfying(refusal -> assertThat(refusal).contains("kept for administrators"));
        places.leave(oneMore);
    }

    @Test
    void aPlaceThatIsLeftIsFreeForAnother() {
        ClientSession first = taken();
        assertThat(places.confirm(first)).isEmpty();
        for (int i = 1; i < Places.MAX_USERS; i++) {
            assertThat(places.confirm(taken())).isEmpty();
        }
        places.leave(first);
        assertThat(places.confirm(taken())).isEmpty();
    }

    @Test
    void whoIsConfirmedMakesNoRoomAndWhoHasSaidNothingDoes() {
        ClientSession confirmed = taken();
        assertThat(places.confirm(confirmed)).isEmpty();
        ClientSession silent = taken();
        for (int i = 2; i < Places.MAX; i++) {
            taken();
        }
        ClientSession newcomer = taken();
        assertThat(places.all()).contains(confirmed, newcomer).doesNotContain(silent);
    }
}
