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
 * @param unseen what is told where the command has ended well, but the service shows nothing of it
 */
record AsAdministrator(Deed deed, Elevation by, String unseen) implements Deed {
    /** That deed as an administrator's; empty where there is no such way. */
    static Optional<Deed> of(Deed deed, Texts texts) {
        return deed.elevation().map(by -> new AsAdministrator(deed, by, texts.of("administrator.unseen")));
    }

    /** Whether an administrator is needed for that, as far as it is known who asks. */
    static boolean isNeeded(Deed deed, Optional<CallerObject> caller) {
        return caller.filter(asking -> !asking.mayDoAll() && !deed.isOpenTo(asking))
                .isPresent();
    }

    /** The deed as that caller can have it done. */
    static Deed whereNeeded(Deed deed, Optional<CallerObject> caller, Texts texts) {
        return isNeeded(deed, caller) ? of(deed, texts).orElse(deed) : deed;
    }

    @Override
    public String question(Texts texts) {
        return texts.of("administrator.question", deed.question(texts));
    }

    @Override
    public String consent(Texts texts) {
        return texts.of("administrator.choice", deed.consent(texts));
    }

    /** It is asked for as this user can have it done, like any other. */
    @Override
    public Optional<Alternative> alternative() {
        return deed.alternative();
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
            return by.undo();
        }
        return by.proof()
                .get()
                .of(requests)
                .orElseThrow(() -> new RequestException(RequestException.Code.FAILED, unseen))
                .undo();
    }
}
