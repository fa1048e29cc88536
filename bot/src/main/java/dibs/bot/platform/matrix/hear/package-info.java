/** Hears on Matrix: what happens in rooms, which of it is meant for Dibs, and that it is done once. */
@NullMarked
package dibs.bot.platform.matrix.hear;

import org.jspecify.annotations.NullMarked;
