package org.synwarden.detect;

import java.util.Locale;

/** The kinds of behaviour that raise incidents. */
public enum Kind {
    /** Many addresses knocked on, hardly any answers: a worm or a scanner. */
    SCAN,
    /** Many peers that fail, with no sign of scanning. */
    VOLUME;

    /** As the contract writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
