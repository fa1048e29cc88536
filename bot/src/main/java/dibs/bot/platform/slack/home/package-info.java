/** The home tab: what a person sees of everything at a glance. */
@NullMarked
package dibs.bot.platform.slack.home;

import org.jspecify.annotations.NullMarked;
