package org.synwarden.detect;

import java.util.List;
import java.util.Optional;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Bounded;
import org.synwarden.attempt.Initiator;
import org.synwarden.attempt.Outcome;
import org.synwarden.net.Address;
import org.synwarden.net.HostNetwork;

/** What becomes of TCP attempts: it goes into the evidence of the initiator and of its image, and the rules are asked. */
final class TcpRules {
    private final JudgeSettings settings;
    private final boolean oneHost;
    private final Units units;
    private final ImageEvidence images;
    private final Alarms alarms;
    private final HalfOpenRule halfOpenRule;
    private final SlowScanRule slowScanRule;
    private final ScanRule scanRule;
    private final MailFloodRule mailFloodRule;
    private final VerticalScanRule verticalScanRule;
    private final VolumeRule volumeRule;
    private SweepRule sweepRule;

    TcpRules(JudgeSettings settings, boolean oneHost, Units units, ImageEvidence images, Alarms alarms) {
        this.settings = settings;
        this.oneHost = oneHost;
        this.units = units;
        this.images = images;
        this.alarms = alarms;
        halfOpenRule = new HalfOpenRule(settings);
        slowScanRule = new SlowScanRule(settings);
        scanRule = new ScanRule(oneHost);
        mailFloodRule = new MailFloodRule(settings);
        verticalScanRule = new VerticalScanRule(settings);
        volumeRule = new VolumeRule(settings);
        sweepRule = new SweepRule(settings, HostNetwork.UNKNOWN);
    }

    void networkChanged(HostNetwork network) {
        sweepRule = new SweepRule(settings, network);
    }

    Bounded bound() {
        return slowScanRule.bound();
    }

    void succeeded(Attempt attempt, long at) {
        Unit unit = units.of(attempt.initiator());
        if (unit.succeeded(attempt, at)) {
            unit.fate().contacted(true, at);
        }
        images.succeeded(unit, attempt, at);
        attempt.counted(at);
        int port = attempt.remotePort();
        if (isWorm(port)) {
            slowScanRule.succeeded(who(unit), port, attempt.remoteAddress());
        }
    }

    void failed(Attempt attempt, boolean hasName, long at) {
        Unit unit = units.of(attempt.initiator());
        attempt.counted(at);
        if (attempt.outcome() == Outcome.UNANSWERED) {
            unit.fate().attemptUnanswered(at);
        }
        if (attempt.isUncertain()) {
            unit.perhapsFailed(attempt, at);
            return;
        }
        if (unit.hasFailed(attempt)) {
            return; // it was abandoned, and counts already
        }
        boolean first = unit.isFirstContact(attempt);
        if (first) {
            unit.fate().contacted(false, at);
        }
        boolean counts = first && !images.knows(unit, attempt, at);
        if (counts) {
            unit.failed(attempt, hasName, at);
        } else {
            unit.failedAgain(attempt, at);
        }
        units.grew(unit);
        judge(unit, attempt, counts, at);
        if (counts) {
            failedForSiblings(unit, attempt, hasName, at);
            judgeSlowScan(unit, attempt, at);
        }
    }

    /** The attempt turned out to be none of that unit's: the unit is as if it had never been, its outcome included. */
    void takeBack(Unit unit, Attempt attempt, boolean hasName) {
        long at = attempt.countedAt();
        if (at != Attempt.NEVER) {
            boolean success = attempt.outcome().verdict() == Outcome.Verdict.SUCCESS;
            if (attempt.outcome() == Outcome.UNANSWERED) {
                unit.fate().unansweredNot(at);
            }
            if (unit.isFirstContact(attempt) && !attempt.isUncertain()) {
                unit.fate().contactedNot(success, at);
            }
            if (!success && isWorm(attempt.remotePort()) && unit.hasFailed(attempt)) {
                slowScanRule.takeBack(who(unit), attempt.remotePort(), attempt.remoteAddress());
            }
        }
        unit.takeBack(attempt, hasName);
    }

    /** The siblings of a process take their share of its failure. */
    void failedForSiblings(Unit unit, Attempt attempt, boolean hasName, long at) {
        Optional<Unit> image = images.failed(unit, attempt, hasName, at);
        if (image.isPresent()) {
            judge(image.get(), attempt, image.get().isFirstContact(attempt), at);
        }
    }

    /** Asks every rule; one by one and not in a loop, so that the compiler knows which it is, and looks into it. */
    private void judge(Unit unit, Attempt attempt, boolean newDestination, long at) {
        judge(scanRule, unit, attempt, newDestination, at);
        judge(sweepRule, unit, attempt, newDestination, at);
        judge(mailFloodRule, unit, attempt, newDestination, at);
        judge(verticalScanRule, unit, attempt, newDestination, at);
        judge(volumeRule, unit, attempt, newDestination, at);
    }

    private void judge(FailureRule rule, Unit unit, Attempt attempt, boolean newDestination, long at) {
        boolean mayRaise = newDestination || !rule.countsDestinations();
        if (rule.finds(unit, attempt)
                && !alarms.goesOn(unit, rule.kind(), rule.severity(unit, attempt), at)
                && mayRaise) {
            alarms.raise(unit, rule.alarm(unit, attempt, at), List.of(attempt));
        }
    }

    private void judgeSlowScan(Unit unit, Attempt attempt, long at) {
        int port = attempt.remotePort();
        if (!isWorm(port) || alarms.isScanning(unit)) {
            return;
        }
        Address address = attempt.remoteAddress();
        slowScanRule
                .failed(who(unit), port, address, at)
                .ifPresent(alarm -> alarms.raise(unit, alarm, List.of(attempt)));
        if (oneHost) {
            Initiator host = new Initiator(Optional.empty(), attempt.localAddress());
            slowScanRule
                    .failedAnywhere(who(unit), port, address, at)
                    .ifPresent(alarm -> alarms.raise(units.of(host), alarm, List.of(attempt)));
        }
    }

    void polled(Unit unit, List<Attempt> halfOpen, long at) {
        List<Attempt> unknown = halfOpen.stream()
                .filter(attempt -> !images.knows(unit, attempt, at))
                .toList();
        halfOpenRule.judge(unknown, at).ifPresent(alarm -> alarms.raise(unit, alarm, unknown));
    }

    /** What is remembered of an earlier day. */
    void recall(PastContacts.Contact past) {
        if (past.answered()) {
            images.recall(past.image(), past.address(), past.at());
        } else if (isWorm(past.port())) {
            slowScanRule.failed(past.image().path(), past.port(), past.address(), past.at());
        }
    }

    private Object who(Unit unit) {
        return images.image(unit.key()).<Object>map(Image::path).orElse(unit.key());
    }

    private static boolean isWorm(int port) {
        return PortClass.of(port).kind() == PortClass.Kind.WORM;
    }
}
