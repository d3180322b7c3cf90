package org.synwarden.tray;

import java.util.Optional;
import org.synwarden.contract.RuleObject;

/**
 * What became of a deed.
 *
 * @param done whether it was done
 * @param message what happened, or why not, for the user
 * @param rule the rule that was made
 */
record Outcome(boolean done, String message, Optional<RuleObject> rule) {}
