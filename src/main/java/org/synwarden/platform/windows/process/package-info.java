/** Processes of Windows: who they are, and how one of them is ended. */
package org.synwarden.platform.windows.process;
