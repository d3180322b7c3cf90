/** When this PC sleeps and wakes. */
package org.synwarden.platform.windows.power;
