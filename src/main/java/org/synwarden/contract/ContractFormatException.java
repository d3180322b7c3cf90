package org.synwarden.contract;

import java.io.IOException;

/** A text that is no object of the contract; the message is one printable line that says what is wrong where. */
public final class ContractFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong. */
    public ContractFormatException(String message) {
        super(message);
    }
}
