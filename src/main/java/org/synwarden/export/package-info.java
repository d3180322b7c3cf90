/** What leaves SynWarden for other programs. Writes text; where it goes is the caller's affair. */
package org.synwarden.export;
