/** What Dibs says on Matrix without being asked: notices to persons, announcements in rooms. */
@NullMarked
package dibs.bot.platform.matrix.unasked;

import org.jspecify.annotations.NullMarked;
