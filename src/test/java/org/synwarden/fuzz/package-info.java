/** The seeded mutation fuzz over everything that reads bytes of others; see {@code docs/fuzzing.md}. */
package org.synwarden.fuzz;
