/**
 * What the evidence sources say: one fact at one instant. The family is sealed and dispatches through
 * {@link org.synwarden.observation.Observation#deliverTo}, so that a new kind does not compile until it is handled.
 */
package org.synwarden.observation;
