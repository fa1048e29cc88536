/** Dibs on Matrix: a client of a homeserver that takes part in rooms as people do. */
@NullMarked
package dibs.bot.platform.matrix;

import org.jspecify.annotations.NullMarked;
