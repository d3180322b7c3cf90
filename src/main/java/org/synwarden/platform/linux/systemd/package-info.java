/** SynWarden as a unit of systemd. */
package org.synwarden.platform.linux.systemd;
