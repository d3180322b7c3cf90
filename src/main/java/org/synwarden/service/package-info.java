/** The service: the watchdog with its control server, as procrun or a terminal starts it. A composition root. */
package org.synwarden.service;
