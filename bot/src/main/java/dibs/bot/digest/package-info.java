/** What there is to know of the day, in one message; read {@link dibs.bot.digest.Digest} first. */
@NullMarked
package dibs.bot.digest;

import org.jspecify.annotations.NullMarked;
