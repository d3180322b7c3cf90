/**
 * The records that cross a border: the one JSON contract for {@code --json}, the control protocol and exports. Every
 * object carries {@code event}; what is absent is left out, never null. See {@code docs/json.md}.
 */
package org.synwarden.contract;
