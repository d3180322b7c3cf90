/**
 * Raw JNA declarations of the C library's functions that Java has no way to call. No logic: names, parameter order and
 * return values are those of the man pages named at each.
 */
package org.synwarden.platform.linux.bindings;
