/** Calls to Slack: each comes out in one of three ways, and each conversation gets its messages in order. */
@NullMarked
package dibs.bot.platform.slack.send;

import org.jspecify.annotations.NullMarked;
