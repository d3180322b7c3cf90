/**
 * The display filter: Wireshark's language over whatever can tell the values of fields. A filter chooses what is shown,
 * never what is judged.
 */
package org.synwarden.filter;
