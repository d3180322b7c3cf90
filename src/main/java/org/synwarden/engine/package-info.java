/** The pure pipeline from observations to incidents: one thread, no clock, no I/O. */
package org.synwarden.engine;
