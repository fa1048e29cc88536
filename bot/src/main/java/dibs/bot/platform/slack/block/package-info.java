/** Answers as Slack's blocks; read {@link dibs.bot.platform.slack.block.BlockKit} first. */
@NullMarked
package dibs.bot.platform.slack.block;

import org.jspecify.annotations.NullMarked;
