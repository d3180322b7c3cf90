/** The named pipe between the service and its clients: who may open it, who is at the other end, and its bytes. */
package org.synwarden.platform.windows.pipe;
