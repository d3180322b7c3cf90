package org.synwarden.tray;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.synwarden.contract.IncidentObject;

/**
 * The conversation about each incident, begun when it is first shown and dropped when the service tells of the incident
 * no more. Used by the presenters' thread.
 */
final class Conversations implements IncidentPresenter.Client {
    private final Wording words;
    private final IncidentPages pages;
    private final ClientModel model;
    private final DeedRunner deeds;
    private final Runnable changed;
    private final Map<IncidentId, IncidentPresenter> presenters = new HashMap<>();

    /**
     * None yet.
     *
     * @param changed called when something is to be drawn otherwise than before
     */
    Conversations(Wording words, ClientModel model, ServiceSide service, Runnable changed) {
        this.words = words;
        this.pages = new IncidentPages(words, model.rules(), new Dossiers(service.asker(), System::nanoTime, changed));
        this.model = model;
        this.deeds = service.deeds();
        this.changed = changed;
    }

    /** The one about that incident. */
    IncidentPresenter about(IncidentObject incident) {
        return presenters.computeIfAbsent(IncidentId.of(incident), id -> {
            IncidentPresenter presenter = new IncidentPresenter(incident, words, pages, deeds, this);
            presenter.watch(changed);
            return presenter;
        });
    }

    /** The model has been told of the incidents. */
    void update() {
        presenters.keySet().removeIf(id -> model.incidents().find(id).isEmpty());
        List.copyOf(presenters.values())
                .forEach(presenter -> model.incidents().find(presenter.id()).ifPresent(presenter::update));
    }

    @Override
    public boolean isIgnored(IncidentId id) {
        return model.incidents().isIgnored(id);
    }

    @Override
    public void ignore(IncidentId id) {
        model.incidents().ignore(id);
    }

    @Override
    public void noticeAgain(IncidentId id) {
        model.incidents().noticeAgain(id);
    }

    @Override
    public void finished(IncidentId id) {
        model.popupDone(id);
        changed.run();
    }
}
