/** Keeps out what does not come from Slack, and what came before. */
@NullMarked
package dibs.bot.platform.slack.door;

import org.jspecify.annotations.NullMarked;
