/** What happened, who did it and when; read {@link dibs.backend.history.HistoryEvent} first. */
@NullMarked
package dibs.backend.history;

import org.jspecify.annotations.NullMarked;
