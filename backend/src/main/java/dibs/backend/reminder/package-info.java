/**
 * What falls due with time: ends, claim windows, reminders. The store knows what; here is what is done about it. Read {@link
 * dibs.backend.reminder.Due} first. Moments, nullness and errors are as in {@link dibs.backend.lease}.
 */
@NullMarked
package dibs.backend.reminder;

import org.jspecify.annotations.NullMarked;
