/** The merge: observations of every source become attempts, each with an initiator and an outcome. */
package org.synwarden.attempt;
