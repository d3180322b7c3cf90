package org.synwarden.tray;

import java.util.Optional;

/**
 * What became of a deed.
 *
 * @param done whether it was done
 * @param message what happened, or why not, for the user
 * @param undo what takes it back
 */
record Outcome(boolean done, String message, Optional<Deed> undo) {
    /** It was done, and there is nothing to take back. */
    static Outcome done(String message) {
        return new Outcome(true, message, Optional.empty());
    }

    /** It was not done. */
    static Outcome failed(String why) {
        return new Outcome(false, why, Optional.empty());
    }
}
