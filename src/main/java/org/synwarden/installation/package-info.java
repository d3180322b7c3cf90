/** SynWarden as a service of the operating system: what can be asked of whoever starts and stops services there. */
package org.synwarden.installation;
