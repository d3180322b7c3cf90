/** What can be done about a culprit: end it, or stop its traffic; and what must never be ended. */
package org.synwarden.respond;
