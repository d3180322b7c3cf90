/**
 * The running watchdog: threads and queues around the engine, the replay of capture files, and the translation of the
 * domain into the contract.
 */
package org.synwarden.watchdog;
