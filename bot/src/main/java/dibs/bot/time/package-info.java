/** Durations, moments, zones and working hours as people write them, and as replies say them; pure, with now and zone handed in. */
@NullMarked
package dibs.bot.time;

import org.jspecify.annotations.NullMarked;
