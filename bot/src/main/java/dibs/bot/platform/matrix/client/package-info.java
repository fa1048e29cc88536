/** Speaks the Matrix client-server API: what a homeserver is asked, and what it answers. */
@NullMarked
package dibs.bot.platform.matrix.client;

import org.jspecify.annotations.NullMarked;
