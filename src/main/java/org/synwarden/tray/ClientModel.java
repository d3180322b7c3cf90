package org.synwarden.tray;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.StatusObject;

/**
 * All that the client knows but the connections: how it stands with the service, what limits the service, the
 * incidents, which balloon is due and which incident the popup shows. Used by one thread; draws nothing.
 */
final class ClientModel {
    private final Incidents incidents = new Incidents();
    private final Rules rules = new Rules();
    private final Deque<IncidentId> popups = new ArrayDeque<>();
    private final BalloonPolicy balloons;
    private LinkState link = LinkState.connecting();
    private List<DegradationObject> degradations = List.of();

    ClientModel(IncidentText text) {
        this.balloons = new BalloonPolicy(text);
    }

    void link(LinkState state) {
        link = state;
    }

    void status(StatusObject status) {
        degradations = List.copyOf(status.degradations());
    }

    /** What changed among the incidents: each that was never met gets its balloon and its turn in the popup. */
    void incidents(Rows rows) {
        for (IncidentObject incident : incidents.apply(rows)) {
            balloons.raised(incident);
            if (Incidents.isRed(incident)) {
                popups.addLast(IncidentId.of(incident));
            }
        }
    }

    LinkState link() {
        return link;
    }

    List<DegradationObject> degradations() {
        return degradations;
    }

    Incidents incidents() {
        return incidents;
    }

    Rules rules() {
        return rules;
    }

    TrayState state() {
        return TrayState.of(link.isConnected(), incidents.calling(), degradations);
    }

    /** The balloon to show now, if one is due; {@code now} is of {@link System#nanoTime}. */
    Optional<Balloon> balloon(long now) {
        return balloons.due(now);
    }

    /** The incident whose turn it is in the popup. */
    Optional<IncidentObject> popup() {
        popups.removeIf(id -> incidents.find(id).isEmpty());
        return Optional.ofNullable(popups.peekFirst()).flatMap(incidents::find);
    }

    /** How many more wait for their turn. */
    int popupsBehind() {
        return Math.max(0, popups.size() - 1);
    }

    /** The user is done with this one. */
    void popupDone(IncidentId id) {
        popups.remove(id);
    }

    /** The user wants no popup now; the incidents stay in the window. */
    void popupsAway() {
        popups.clear();
    }
}
