/** Answers, notices and announcements as the contents of Matrix events; read {@link dibs.bot.platform.matrix.say.Saying} first. */
@NullMarked
package dibs.bot.platform.matrix.say;

import org.jspecify.annotations.NullMarked;
