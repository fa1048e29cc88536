/** Who speaks on Slack: name, zone, and what the workspace says of them. */
@NullMarked
package dibs.bot.platform.slack.people;

import org.jspecify.annotations.NullMarked;
