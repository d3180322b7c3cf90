/** The system's socket table: snapshots of it, and what changed between two of them. */
package org.synwarden.sockets;
