/** Processes on Linux: who has a pid, what is known of it from {@code /proc}, and how exactly that one is ended. */
package org.synwarden.platform.linux.process;
