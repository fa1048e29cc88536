/** Where everything is put together; read {@link dibs.bot.Main} first. */
@NullMarked
package dibs.bot;

import org.jspecify.annotations.NullMarked;
