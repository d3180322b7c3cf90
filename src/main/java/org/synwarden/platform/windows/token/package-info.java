/** Access tokens: in whose name a process or a client of the pipe acts, and how far its rights reach. */
package org.synwarden.platform.windows.token;
