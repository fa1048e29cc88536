/** What is answered, before any platform's markup; read {@link dibs.bot.reply.Reply} first. */
@NullMarked
package dibs.bot.reply;

import org.jspecify.annotations.NullMarked;
