/** The Application log of Windows. */
package org.synwarden.platform.windows.eventlog;
