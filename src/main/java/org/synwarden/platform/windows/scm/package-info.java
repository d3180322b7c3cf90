/** SynWarden as a service of Windows: how it is installed, started and stopped, and what it sets right about itself. */
package org.synwarden.platform.windows.scm;
