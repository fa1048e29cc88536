/** From a line of chat to an answer: the commands, their grammar and their handlers; read {@link dibs.bot.command.Conversation} first. */
@NullMarked
package dibs.bot.command;

import org.jspecify.annotations.NullMarked;
