/** What holds on every chat platform; read {@link dibs.bot.platform.PlatformContract} first. */
@NullMarked
package dibs.bot.platform;

import org.jspecify.annotations.NullMarked;
