package org.synwarden.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.Rows;

class RowModelTest {
    private final RowModel<IncidentObject> model = new RowModel<>(IncidentObject.class);
    private final IncidentObject first = FakeWatchdog.incident("7", 31);
    private final IncidentObject second = FakeWatchdog.incident("8", 31);

    private void told(boolean reset, List<IncidentObject> added, List<IncidentObject> changed, String... removed) {
        model.apply(new Rows("incidents", 1, reset, added, changed, List.of(removed)));
    }

    @Test
    void keepsRowsInPlaceWhenTheyGrow() {
        IncidentObject grown = FakeWatchdog.incident("7", 977);
        told(true, List.of(first, second), List.of());
        told(false, List.of(), List.of(grown));
        assertThat(model.rows()).containsExactly(grown, second);
        assertThat(model.row("7")).contains(grown);
    }

    @Test
    void forgetsWhatIsRemovedOrReset() {
        told(true, List.of(first, second), List.of());
        told(false, List.of(), List.of(), "7");
        assertThat(model.rows()).containsExactly(second);
        assertThat(model.row("7")).isEmpty();
        told(true, List.of(first), List.of());
        assertThat(model.rows()).containsExactly(first);
        model.clear();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void passesOverRowsOfAnotherKind() {
        model.apply(new Rows("sockets", 1, true, FakeWatchdog.sockets(1), List.of(), List.of()));
        assertThat(model.rows()).isEmpty();
    }
}
