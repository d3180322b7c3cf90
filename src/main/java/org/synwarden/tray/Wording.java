package org.synwarden.tray;

import java.time.ZoneId;

/** All that has words in it, in one language. */
record Wording(Texts texts, Moments moments, IncidentText incidents, StateText states) {
    /** The words in the language of the texts, with times of that zone. */
    static Wording of(Texts texts, ZoneId zone) {
        IncidentText incidents = new IncidentText(texts, zone);
        return new Wording(texts, new Moments(texts.locale(), zone), incidents, new StateText(texts, incidents));
    }
}
