package org.synwarden.tray;

/** A client in which nothing follows from a conversation, for tests. */
final class NobodyIgnores implements IncidentPresenter.Client {
    @Override
    public boolean isIgnored(IncidentId id) {
        return false;
    }

    @Override
    public void ignore(IncidentId id) {}

    @Override
    public void noticeAgain(IncidentId id) {}

    @Override
    public void finished(IncidentId id) {}
}
