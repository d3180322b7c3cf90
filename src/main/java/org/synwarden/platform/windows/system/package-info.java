/** Where Windows keeps what is its own. */
package org.synwarden.platform.windows.system;
