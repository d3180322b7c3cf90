/** The console window that a command line program is looked at in. */
package org.synwarden.platform.windows.console;
