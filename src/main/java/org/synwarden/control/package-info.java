/**
 * The control protocol between the service and its clients: frames, messages, the server and the client. The bytes
 * travel through a {@link org.synwarden.control.Transport}, a named pipe on Windows and a Unix socket on Linux.
 */
package org.synwarden.control;
