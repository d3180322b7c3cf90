/**
 * Raw JNA declarations of Windows functions that jna-platform lacks, or declares in a way that cannot be used. No logic:
 * names, parameter order and return values are Microsoft's, and so are the pages that explain them.
 */
package org.synwarden.platform.windows.bindings;
