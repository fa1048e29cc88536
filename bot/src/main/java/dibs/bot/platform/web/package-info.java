/** The chat page in a browser; read {@link dibs.bot.platform.web.ChatPage} first. */
@NullMarked
package dibs.bot.platform.web;

import org.jspecify.annotations.NullMarked;
