/** What was seen, kept for later: who used which port when. */
package org.synwarden.history;
