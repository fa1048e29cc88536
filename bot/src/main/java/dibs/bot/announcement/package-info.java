/** What home conversations show; read {@link dibs.bot.announcement.Announcer} first. */
@NullMarked
package dibs.bot.announcement;

import org.jspecify.annotations.NullMarked;
