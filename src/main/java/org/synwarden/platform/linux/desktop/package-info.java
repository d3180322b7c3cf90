/** What the tray needs of a Linux desktop. */
package org.synwarden.platform.linux.desktop;
