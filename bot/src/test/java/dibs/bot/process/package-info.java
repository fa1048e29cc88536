/** The program as its users have it: processes of its own, spoken to over pipes and ports, stopped and killed. */
@NullMarked
package dibs.bot.process;

import org.jspecify.annotations.NullMarked;
