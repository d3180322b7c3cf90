/** Windows Firewall (netfw.h, "Windows Firewall with Advanced Security"), as far as its rules are ours. */
package org.synwarden.platform.windows.firewall;
