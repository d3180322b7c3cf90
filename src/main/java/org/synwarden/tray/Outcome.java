package org.synwarden.tray;

import java.util.Optional;

/**
 * What became of a deed.
 *
 * @param done whether it was done
 * @param message what happened, or why not, for the user
 * @param undo what takes it back
 * @param instead what can be done where it was not
 */
record Outcome(boolean done, String message, Optional<Deed> undo, Optional<Deed> instead) {
    Outcome(boolean done, String message, Optional<Deed> undo) {
        this(done, message, undo, Optional.empty());
    }

    /** It was done, and there is nothing to take back. */
    static Outcome done(String message) {
        return new Outcome(true, message, Optional.empty());
    }

    /** It was not done. */
    static Outcome failed(String why) {
        return new Outcome(false, why, Optional.empty());
    }

    /** It is not done for this user, but perhaps in that way. */
    static Outcome refused(String why, Optional<Deed> instead) {
        return new Outcome(false, why, Optional.empty(), instead);
    }
}
