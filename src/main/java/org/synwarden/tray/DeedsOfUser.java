package org.synwarden.tray;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.synwarden.contract.CallerObject;

/**
 * Carries deeds out for this user: by the service, or by an administrator whom the system asks, and then tells what the
 * service shows of it. Presenters' thread.
 *
 * @param service asks the service
 * @param desktop asks the operating system
 * @param told whom the service takes this user for, as it said last
 */
record DeedsOfUser(DeedRunner service, DesktopWorker desktop, Supplier<Optional<CallerObject>> told)
        implements DeedRunner {
    @Override
    public Optional<CallerObject> caller() {
        return told.get();
    }

    @Override
    public void run(Deed deed, Consumer<Outcome> finished) {
        if (deed instanceof AsAdministrator elevated) {
            desktop.asAdministrator(
                    elevated.by().task(),
                    undone -> undone.ifPresentOrElse(
                            refusal -> tellRefused(elevated, refusal, finished),
                            () -> service.run(elevated, finished)));
        } else {
            service.run(deed, finished);
        }
    }

    /** A command that fails may have done its part, as one whose block does not act. */
    private void tellRefused(AsAdministrator elevated, DesktopWorker.Refusal refusal, Consumer<Outcome> finished) {
        Outcome refused = Outcome.failed(refusal.why());
        if (refusal.begun() && elevated.by().proof().isPresent()) {
            service.run(elevated, outcome -> finished.accept(outcome.done() ? outcome : refused));
        } else {
            finished.accept(refused);
        }
    }
}
