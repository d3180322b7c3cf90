package org.synwarden.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.synwarden.attempt.Attempt;
import org.synwarden.attempt.Bounded;
import org.synwarden.net.Address;
import org.synwarden.process.ProcessInstance;
import org.synwarden.process.ProcessKey;
import org.synwarden.process.Script;

/** The evidence of images: the siblings of each process take a share in it, and in what it knows of destinations. */
final class ImageEvidence {
    private final Units units;
    private final Images images = new Images();
    private final KnownDestinations known = new KnownDestinations();

    ImageEvidence(Units units) {
        this.units = units;
    }

    /**
     * More became known of a process.
     *
     * @return its first contacts that had to wait for this; they have begun for its siblings now
     */
    List<Attempt> described(ProcessInstance process) {
        Optional<Unit> unit = units.find(process.key());
        Optional<Images.Member> member = images.describe(process);
        process.parent().flatMap(images::regroupFirstChild).ifPresent(this::regroup);
        if (unit.isEmpty() || member.isEmpty()) {
            return List.of();
        }
        return unit.get().share().belongsTo(member.get().siblings());
    }

    private void regroup(Images.Member moved) {
        units.find(moved.process().key())
                .filter(unit -> unit.share().siblings().isPresent())
                .ifPresent(unit -> unit.share().belongsTo(moved.siblings()));
    }

    /** Whose siblings this process is, as soon as that is known. */
    void meet(Unit unit) {
        if (unit.share().siblings().isEmpty() && unit.key() instanceof ProcessKey process) {
            images.find(process).ifPresent(member -> unit.share().belongsTo(member.siblings()));
        }
    }

    List<Bounded> bounds() {
        List<Bounded> bounds = new ArrayList<>(images.bounds());
        bounds.add(new Bounded("known-destinations", known.held(), KnownDestinations.BUDGET, known.evictions()));
        return bounds;
    }

    /** A first contact of that process began. */
    void began(Unit unit, Attempt attempt, boolean hasName) {
        if (unit.isAttributed() && unit.share().begins(attempt)) {
            begin(unit, attempt, hasName);
        }
    }

    /** A first contact that waited begins for the siblings, too. */
    void begin(Unit unit, Attempt attempt, boolean hasName) {
        Unit image = image(unit, attempt);
        image.began(attempt, hasName);
        units.grew(image);
    }

    /** A first contact of that process failed; returns its siblings' unit if they have taken it in. */
    Optional<Unit> failed(Unit unit, Attempt attempt, boolean hasName, long at) {
        if (!unit.isAttributed() || !unit.share().fails(attempt)) {
            return Optional.empty();
        }
        if (unit.key() instanceof ProcessKey process
                && certainImage(process).flatMap(Image::sha256).isEmpty()) {
            unit.share().siblings().orElseThrow().failsUnhashed(process);
        }
        Unit image = image(unit, attempt);
        if (image.isFirstContact(attempt)) {
            image.failed(attempt, hasName, at);
        } else {
            image.failedAgain(attempt, at);
        }
        units.grew(image);
        return Optional.of(image);
    }

    /** An attempt of that process was another's, or none: what its siblings took in of it is given back. */
    void takeBack(Unit unit, Attempt attempt, boolean hasName) {
        if (unit.isAttributed() && unit.share().givesBack(attempt)) {
            units.find(unit.share().siblings().orElseThrow()).ifPresent(image -> {
                image.takeBack(attempt, hasName);
                units.grew(image);
            });
        }
    }

    void succeeded(Unit unit, Attempt attempt, long at) {
        if (!unit.isAttributed() || unit.share().siblings().isEmpty()) {
            return;
        }
        known.succeeded(unit.share().siblings().get().image(), attempt.remoteAddress(), at);
        if (unit.share().succeeds(attempt)) {
            Unit image = image(unit, attempt);
            image.succeeded(attempt, at);
            units.grew(image);
        }
    }

    private Unit image(Unit unit, Attempt attempt) {
        return units.of(unit.share().siblings().orElseThrow(), attempt.localAddress());
    }

    /** An image had succeeded with an address before this engine lived. */
    void recall(Image image, Address address, long at) {
        known.succeeded(image, address, at);
    }

    /** Whether any instance of that unit's image has succeeded with the attempt's address in the last 30 days. */
    boolean knows(Unit unit, Attempt attempt, long at) {
        Optional<Siblings> siblings = unit.share().siblings();
        return siblings.isPresent() && known.contains(siblings.get().image(), attempt.remoteAddress(), at);
    }

    /** The image of that unit, by its key, where it is known. */
    Optional<Image> image(Object key) {
        return key instanceof Siblings siblings
                ? Optional.of(siblings.image())
                : member(key).map(member -> member.siblings().image());
    }

    /** The same, its hash only if it is known of this very process, or of all siblings that failed. */
    Optional<Image> certainImage(Object key) {
        return key instanceof Siblings siblings
                ? Optional.of(siblings.certainImage())
                : member(key)
                        .map(member -> new Image(
                                member.siblings().image().path(),
                                member.process().sha256()));
    }

    /** The script that unit runs, by its key, where it is known. */
    Optional<Script> script(Object key) {
        return member(key).flatMap(member -> member.process().script());
    }

    /** Whose siblings the process with that key is, where that is known. */
    Optional<Siblings> siblings(Object key) {
        return member(key).map(Images.Member::siblings);
    }

    /** Whether that key stands for one of those siblings. */
    boolean isOneOf(Siblings siblings, Object key) {
        return member(key).filter(member -> member.siblings() == siblings).isPresent();
    }

    private Optional<Images.Member> member(Object key) {
        return key instanceof ProcessKey process ? images.find(process) : Optional.empty();
    }
}
