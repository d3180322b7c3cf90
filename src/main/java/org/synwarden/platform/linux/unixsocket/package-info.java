/** The control protocol's transport on Linux: a Unix socket, its peers known by their kernel credentials. */
package org.synwarden.platform.linux.unixsocket;
