package org.synwarden.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.NameBook;
import org.synwarden.attempt.NetworkGrace;
import org.synwarden.process.ProcessKey;

/**
 * What becomes of an alarm: told, told more quietly, or not told, because another incident tells it already or because
 * the network explains it.
 */
final class Alarms {
    /** What a sender without a process can be red for, on worm ports {@link Kind#SCAN}, too. */
    private static final Set<Kind> RED_WITHOUT_PROCESS =
            Set.of(Kind.SWEEP, Kind.UDP_SWEEP, Kind.SPOOFED_SOURCE, Kind.NAT_PRESSURE);

    private final boolean oneHost;
    private final NameBook names;
    private final NetworkGrace grace;
    private final UpstreamGuard upstream;
    private final ImageEvidence images;
    private final IncidentBook incidents;
    private Exemptions exemptions = Exemptions.NONE;
    private Set<Kind> mutedKinds = Set.of();

    /**
     * Nothing is exempt.
     *
     * @param oneHost whether all units are this host's; in a capture file they do not share one fate
     */
    Alarms(
            boolean oneHost,
            NameBook names,
            NetworkGrace grace,
            UpstreamGuard upstream,
            ImageEvidence images,
            IncidentBook incidents) {
        this.oneHost = oneHost;
        this.names = names;
        this.grace = grace;
        this.upstream = upstream;
        this.images = images;
        this.incidents = incidents;
    }

    /** From now on these are exempt, incidents that are open included. */
    void exempt(Exemptions now) {
        exemptions = now;
        incidents.exempt((unit, incident) -> incident.exempt(
                isApproved(unit, incident.kind()), isMuted(unit, incident.kind(), incident.lastAlarm())));
    }

    /** More is known of that process: what it has open may be exempt now. */
    void described(ProcessKey process) {
        if (!exemptions.isEmpty()) {
            incidents.exempt(
                    process,
                    incident -> incident.exempt(
                            isApproved(process, incident.kind()),
                            isMuted(process, incident.kind(), incident.lastAlarm())));
        }
    }

    /** From now on incidents of these kinds are muted, those that are open included. */
    void mute(Set<Kind> kinds) {
        mutedKinds = kinds;
        exempt(exemptions);
    }

    void raise(Unit unit, Alarm alarm) {
        raise(unit, alarm, List.of());
    }

    void raise(Unit unit, Alarm found, List<Attempt> involved) {
        if (isToldAlready(unit, found.kind())) {
            return;
        }
        boolean bySiblings =
                unit.key() instanceof Siblings && found.kind() != Kind.NAT_PRESSURE; // which needs no failures
        Alarm alarm = bySiblings ? found.by((Siblings) unit.key()) : found;
        Alarm lowered = isLowered(unit, alarm, involved) ? alarm.amber() : alarm;
        if (!isHeld(unit, lowered, involved)) {
            incidents.raise(
                    unit, lowered, involved, isMuted(unit.key(), alarm.kind(), alarm.at()) && !isAlwaysLoud(lowered));
        }
    }

    /**
     * Whether what a rule finds again and again is told already, by an open incident of its own or by another one; if so,
     * there is nothing to raise.
     */
    boolean goesOn(Unit unit, Kind kind, Severity severity, long at) {
        if (isToldAlready(unit, kind)) {
            return true;
        }
        boolean muted = mutedKinds.contains(kind) || !exemptions.isEmpty() && isMuted(unit.key(), kind, at);
        return incidents.goesOn(unit, kind, severity, muted, at) || incidents.isFullFor(unit, kind, severity);
    }

    private boolean isToldAlready(Unit unit, Kind kind) {
        boolean lesser = kind == Kind.VOLUME || kind == Kind.SLOW_SCAN;
        return lesser && isScanning(unit)
                || kind != Kind.NAT_PRESSURE // which may be one's, and then its siblings' together
                        && unit.key() instanceof Siblings siblings
                        && incidents.isOpen(key -> images.isOneOf(siblings, key), kind);
    }

    /** Whether that unit, or its image, has an open incident that tells more than its lesser alarms do. */
    boolean isScanning(Unit unit) {
        if (incidents.isOpen(unit, Kind.SCAN) || incidents.isOpen(unit, Kind.SWEEP)) {
            return true;
        }
        Optional<Siblings> siblings = unit.share().siblings();
        return siblings.isPresent()
                && (incidents.isOpen(siblings.get(), Kind.SCAN) || incidents.isOpen(siblings.get(), Kind.SWEEP));
    }

    private boolean isLowered(Unit unit, Alarm alarm, List<Attempt> involved) {
        if (alarm.severity() != Severity.RED || alarm.kind() == Kind.NAT_PRESSURE) {
            return false;
        }
        boolean nobody = oneHost
                && !unit.isAttributed()
                && !RED_WITHOUT_PROCESS.contains(alarm.kind())
                && !(alarm.kind() == Kind.SCAN && involved.stream().anyMatch(Alarms::isOnWormPort));
        return nobody || isApproved(unit.key(), alarm.kind());
    }

    /** Whether the user has approved that unit's image; to send much mail, it must be approved as a mail server. */
    private boolean isApproved(Object unit, Kind kind) {
        return images.certainImage(unit)
                .flatMap(image -> exemptions.of(image, images.script(unit)))
                .filter(approval -> kind != Kind.MAIL_FLOOD || approval.mailServer())
                .isPresent();
    }

    private boolean isMuted(Object unit, Kind kind, long at) {
        return mutedKinds.contains(kind)
                || isApproved(unit, kind)
                || images.image(unit)
                        .filter(image -> exemptions.snoozes(image, at))
                        .isPresent();
    }

    private static boolean isAlwaysLoud(Alarm alarm) {
        return alarm.kind() == Kind.NAT_PRESSURE && alarm.severity() == Severity.RED;
    }

    /** Whether a network that is down for everybody, or has just changed, explains the alarm. */
    private boolean isHeld(Unit unit, Alarm alarm, List<Attempt> involved) {
        boolean wormPort = involved.stream().anyMatch(attempt -> isOnWormPort(attempt) && !hasName(attempt));
        boolean certain = wormPort || alarm.kind() == Kind.SWEEP || incidents.isOpen(unit, alarm.kind());
        return oneHost
                && UpstreamGuard.mayHold(unit, alarm, certain)
                && (grace.lasts(alarm.at()) || upstream.isDownFor(unit, alarm.at()));
    }

    private static boolean isOnWormPort(Attempt attempt) {
        return PortClass.of(attempt.remotePort()).kind() == PortClass.Kind.WORM;
    }

    private boolean hasName(Attempt attempt) {
        return names.isNamed(attempt.localAddress(), attempt.remoteAddress(), attempt.began());
    }
}
