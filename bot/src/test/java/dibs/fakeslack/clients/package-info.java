/** Slack's own clients, and a Slack that others wrote, as a check of the one that we wrote. */
@NullMarked
package dibs.fakeslack.clients;

import org.jspecify.annotations.NullMarked;
