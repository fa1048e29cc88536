/** What falls due with time: ends, claim windows, reminders. The store knows what; here is what is done about it. */
@NullMarked
package dibs.backend.reminder;

import org.jspecify.annotations.NullMarked;
