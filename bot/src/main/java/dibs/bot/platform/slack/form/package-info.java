/** Forms: what is asked in a window before a line is complete. */
@NullMarked
package dibs.bot.platform.slack.form;

import org.jspecify.annotations.NullMarked;
