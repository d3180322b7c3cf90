/** Values of the network: addresses, endpoints, flows and scopes, and a map with a bound. No look-ups, no I/O; imports nothing else of the project. */
package org.synwarden.net;
