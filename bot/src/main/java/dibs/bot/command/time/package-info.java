/** Durations, moments, zones and working hours as people write them, and as replies say them; pure, with now and zone handed in. */
@NullMarked
package dibs.bot.command.time;

import org.jspecify.annotations.NullMarked;
