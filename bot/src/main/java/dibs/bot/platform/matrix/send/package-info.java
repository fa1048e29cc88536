/** What an account sends, in its order and no faster than the homeserver takes it; read {@link dibs.bot.platform.matrix.send.SendQueue} first. */
@NullMarked
package dibs.bot.platform.matrix.send;

import org.jspecify.annotations.NullMarked;
