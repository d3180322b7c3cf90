package org.synwarden.contract;

/** An object of the contract; in JSON its first member is {@code event}, with the value of {@link #event()}. */
public interface ContractObject {
    /** The object's kind in the contract: "incident", "attempt", … */
    String event();

    /** What tells this object from the others of its kind, as long as it lives: an incident's id, a socket's ends. */
    String key();
}
