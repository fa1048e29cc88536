/** What is typed, mentioned, said and pressed on Slack becomes lines for the conversation; read {@code Ear} first. */
@NullMarked
package dibs.bot.platform.slack.hear;

import org.jspecify.annotations.NullMarked;
