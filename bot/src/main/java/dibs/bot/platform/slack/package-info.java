/**
 * Slack: what is typed and pressed there comes in, and answers go out. Read {@link dibs.bot.platform.slack.SlackPlatform}
 * first; {@code door} keeps out what does not come from Slack, {@code people} knows who speaks, {@code block} puts answers
 * into Slack's blocks, and {@code send} calls Slack.
 */
@NullMarked
package dibs.bot.platform.slack;

import org.jspecify.annotations.NullMarked;
