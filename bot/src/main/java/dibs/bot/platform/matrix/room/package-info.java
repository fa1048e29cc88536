/** Rooms on Matrix, and the people in them: who reads along, and what they may do. */
@NullMarked
package dibs.bot.platform.matrix.room;

import org.jspecify.annotations.NullMarked;
