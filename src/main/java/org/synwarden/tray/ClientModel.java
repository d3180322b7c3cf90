package org.synwarden.tray;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.synwarden.contract.DegradationObject;
import org.synwarden.contract.IncidentObject;
import org.synwarden.contract.NatObject;
import org.synwarden.contract.Rows;
import org.synwarden.contract.StatusObject;

/**
 * All that the client knows but the connections: how it stands with the service, what limits the service, the
 * incidents, which balloon is due and which incident the popup shows. Used by one thread; draws nothing.
 */
final class ClientModel {
    private final Incidents incidents = new Incidents();
    private final Rules rules = new Rules();
    private Optional<NatObject> nat = Optional.empty();
    private final Deque<IncidentId> popups = new ArrayDeque<>();
    private final Deque<IncidentId> held = new ArrayDeque<>();
    private final BalloonPolicy balloons;
    private final Supplier<Notifications> wanted;
    private final Suspension suspension = new Suspension();
    private LinkState link = LinkState.connecting();
    private List<DegradationObject> degradations = List.of();
    private List<String> sources = List.of();

    /**
     * Knows nothing yet.
     *
     * @param wanted by what the user wants to be told
     */
    ClientModel(IncidentText text, Supplier<Notifications> wanted) {
        this.wanted = wanted;
        this.balloons = new BalloonPolicy(text);
    }

    /** What is still to be told is told in these words. */
    void speak(IncidentText text) {
        balloons.speak(text);
    }

    void link(LinkState state) {
        link = state;
        nat = state.isConnected() ? nat : Optional.empty();
    }

    void status(StatusObject status) {
        nat = status.nat();
        degradations = List.copyOf(status.degradations());
        sources = List.copyOf(status.sources());
    }

    /** What changed among the incidents: the user is to be told of each that was never met. */
    void incidents(Rows rows) {
        for (IncidentObject incident : incidents.apply(rows)) {
            if (wanted.get().withBalloon()) {
                balloons.raised(incident);
            }
            if (wanted.get().withPopup() && BalloonPolicy.isFor(incident)) {
                held.addLast(IncidentId.of(incident));
            }
        }
        held.removeIf(id -> incidents.find(id).isEmpty());
    }

    LinkState link() {
        return link;
    }

    /** The pressure on the router's table, as of the last status; nothing where it is not estimated or not known. */
    Optional<NatObject> nat() {
        return nat;
    }

    List<DegradationObject> degradations() {
        return degradations;
    }

    /** The evidence sources that yield, in the contract's words. */
    List<String> sources() {
        return sources;
    }

    /** By what the user wants to be told now. */
    Notifications notifications() {
        return wanted.get();
    }

    Incidents incidents() {
        return incidents;
    }

    Rules rules() {
        return rules;
    }

    TrayState state() {
        return TrayState.of(link.isConnected(), suspension.isOn(), incidents.calling(), degradations);
    }

    /** From now on the user is told nothing; {@code now} is of {@link System#nanoTime}. */
    void suspend(Suspension.Span span, long now, Instant time) {
        suspension.begin(span, now, time);
    }

    /** The user wants to be told again. */
    void resume() {
        suspension.end();
    }

    /** Lets time pass; {@code now} is of {@link System#nanoTime}. */
    void pass(long now) {
        suspension.pass(now);
    }

    Suspension suspension() {
        return suspension;
    }

    /** Whether there is something to tell as soon as the user can be told; {@code now} is of {@link System#nanoTime}. */
    boolean hasToTell(long now) {
        return !suspension.isOn() && (balloons.isDue(now) || !held.isEmpty());
    }

    /**
     * Tells what was held, where the user can be told something now: popups take their turns, and the balloon is due. What is
     * not told stays held.
     *
     * @param now of {@link System#nanoTime}
     * @return the balloon to show now
     */
    Optional<Balloon> tell(Attention attention, long now) {
        if (attention != Attention.FREE || suspension.isOn()) {
            return Optional.empty();
        }
        popups.addAll(held);
        held.clear();
        return balloons.due(now);
    }

    /** The incident whose turn it is in the popup. */
    Optional<IncidentObject> popup() {
        popups.removeIf(id -> incidents.find(id).isEmpty());
        return suspension.isOn()
                ? Optional.empty()
                : Optional.ofNullable(popups.peekFirst()).flatMap(incidents::find);
    }

    /** How many more wait for their turn. */
    int popupsBehind() {
        return Math.max(0, popups.size() - 1);
    }

    /** The user is done with this one. */
    void popupDone(IncidentId id) {
        popups.remove(id);
        held.remove(id);
    }

    /** The user wants no popup now; the incidents stay in the window. */
    void popupsAway() {
        held.clear();
        popups.clear();
    }
}
