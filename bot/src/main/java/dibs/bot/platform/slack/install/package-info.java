/** Setting Dibs up in a workspace: what the app has to be like, and a look at whether it is. */
@NullMarked
package dibs.bot.platform.slack.install;

import org.jspecify.annotations.NullMarked;
