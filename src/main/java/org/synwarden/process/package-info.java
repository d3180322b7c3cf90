/** Who a process is: its key, what is known of it, and where to ask. */
package org.synwarden.process;
