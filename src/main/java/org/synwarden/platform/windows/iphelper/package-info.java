/** The socket table of Windows, as the IP Helper library (iphlpapi.dll) shows it. */
package org.synwarden.platform.windows.iphelper;
