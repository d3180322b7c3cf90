package org.synwarden.detect;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.synwarden.process.ProcessKey;

/**
 * The processes of one image that one parent has started: what a batch loop with one process per address leaves behind.
 * The image's hash may become known later; a file with another hash at the same path is another image.
 */
final class Siblings {
    /** Of how many failing processes without a hash it is known which they are. */
    private static final int UNHASHED = 64;

    private final Optional<ProcessKey> parent;
    private final Set<ProcessKey> unhashed = new HashSet<>();
    private boolean moreUnhashed;
    private Image image;
    private int failing;

    Siblings(String path, Optional<ProcessKey> parent) {
        this.image = new Image(path, Optional.empty());
        this.parent = parent;
    }

    /** Takes in what is known of the image; returns whether it is still the same file. */
    boolean accepts(Optional<String> hash) {
        if (image.sha256().isEmpty() && hash.isPresent()) {
            image = new Image(image.path(), hash);
        }
        return hash.isEmpty() || hash.equals(image.sha256());
    }

    Image image() {
        return image;
    }

    /** The image, its hash only if every one of them that failed is known to have it. */
    Image certainImage() {
        return unhashed.isEmpty() && !moreUnhashed ? image : new Image(image.path(), Optional.empty());
    }

    /** One of them failed whose hash is not known. */
    void failsUnhashed(ProcessKey process) {
        if (unhashed.size() < UNHASHED) {
            unhashed.add(process);
        } else {
            moreUnhashed |= !unhashed.contains(process);
        }
    }

    /** The hash of one of them became known, and it is the image's. */
    void hashed(ProcessKey process) {
        unhashed.remove(process);
    }

    /** Who started them, when known. */
    Optional<ProcessKey> parent() {
        return parent;
    }

    /** One more of them has had its first failure. */
    void oneMoreFails() {
        failing++;
    }

    /** The only failure of one of them was none of its own. */
    void oneFewerFails() {
        failing--;
    }

    /** How many of them have had failures. */
    int failing() {
        return failing;
    }
}
