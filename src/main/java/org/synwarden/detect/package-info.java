/** The judging: evidence of each initiator, the rules, and the incidents they raise. */
package org.synwarden.detect;
