/** The terminal: lines in, answers out; read {@link dibs.bot.platform.console.ConsoleChat} first. */
@NullMarked
package dibs.bot.platform.console;

import org.jspecify.annotations.NullMarked;
