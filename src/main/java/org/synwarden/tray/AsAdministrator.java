package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.CallerObject;
import org.synwarden.control.RequestException;
import org.synwarden.control.Requests;

/**
 * A deed that an administrator does, whom the system asks; this program stays without rights.
 *
 * @param deed what is done
 * @param by how it is done
 */
record AsAdministrator(Deed deed, Elevation by) implements Deed {
    /** That deed as an administrator's; empty where there is no such way. */
    static Optional<Deed> of(Deed deed) {
        return deed.elevation().map(by -> new AsAdministrator(deed, by));
    }

    /** Whether an administrator is needed for that, as far as it is known who asks. */
    static boolean isNeeded(Deed deed, Optional<CallerObject> caller) {
        return caller.filter(asking -> !asking.mayDoAll() && !deed.isOpenTo(asking))
                .isPresent();
    }

    /** The deed as that caller can have it done. */
    static Deed whereNeeded(Deed deed, Optional<CallerObject> caller) {
        return isNeeded(deed, caller) ? of(deed).orElse(deed) : deed;
    }

    @Override
    public String question(Texts texts) {
        return texts.of("administrator.question", deed.question(texts));
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("administrator.choice", deed.consent(texts));
    }

    @Override
    public String done(Texts texts) {
        return deed.done(texts);
    }

    @Override
    public boolean takesBack() {
        return deed.takesBack();
    }

    /** It has been done elsewhere: asks the service whether that is to be seen. */
    @Override
    public Optional<Deed> carryOut(Requests requests) throws RequestException {
        if (by.proof().isEmpty()) {
            return Optional.empty();
        }
        return by.proof()
                .get()
                .of(requests)
                .orElseThrow(() -> new RequestException(
                        RequestException.Code.FAILED,
                        "the command has ended without an error, but the service shows nothing of it; look at the Rules"
                                + " tab"))
                .undo();
    }
}
