/** The words of the command line; what they do is wired in Main. */
@NullMarked
package dibs.bot.cli;

import org.jspecify.annotations.NullMarked;
