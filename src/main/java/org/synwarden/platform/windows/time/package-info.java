/** Windows' own way of telling time: since 1601, in steps of 100 ns. */
package org.synwarden.platform.windows.time;
