/** The command line. A composition root, and the only room that writes to the terminal. */
package org.synwarden.cli;
