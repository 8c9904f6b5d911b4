/**
 * The real application as processes of its own on a real, durable PostgreSQL, played over HTTP by many people at once while
 * its processes are killed; afterwards what was acknowledged is still there, once, and every book and case adds up.
 */
package id.lindungdesa.kill;
