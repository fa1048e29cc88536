/** What Dibs says on Slack without being asked: notices to persons, announcements in channels. */
@NullMarked
package dibs.bot.platform.slack.unasked;

import org.jspecify.annotations.NullMarked;
