/** The users' sessions on this PC: who sits where, and a message to them. */
package org.synwarden.platform.windows.session;
