/** What the tray needs of the Windows desktop. */
package org.synwarden.platform.windows.desktop;
