package org.synwarden.tray;

/** What the service is to tell of as it happens. Nothing in it waits; any thread. */
interface Topics {
    /**
     * Has that topic told from now on: the whole at first, then what changes.
     *
     * @param topic "incidents", "sockets", "packets", "rules" or "rates"
     * @param intervalMillis shortest time between two messages, 500 to 10,000; another one than before holds from now on
     */
    void follow(String topic, int intervalMillis);

    /** Has told at once what is new in a topic that is followed. */
    void refresh(String topic);

    /** Has that topic told no more; one that is not followed is no error. */
    void letGo(String topic);
}
