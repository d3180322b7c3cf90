/** What live tests share: the rule when they run, and the namespaces of {@code dev/lab} (see {@code docs/lab.md}). */
package org.synwarden.lab;
