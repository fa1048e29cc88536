/**
 * Who has what until when; read {@link dibs.backend.lease.LeaseService} first.
 *
 * <p>A moment is an instant, in whole milliseconds; what lasts until a moment no longer does at it. A zone counts only where people speak
 * of days and hours, and is then theirs. Nothing is null: what may be missing is an {@code Optional}. A service that is handed a
 * transactor throws {@link dibs.backend.transaction.StoreException} when the store broke, and then nothing was changed; whatever else may
 * come out is in its sealed result. Who may ask for what by their role is the caller's to know.
 */
@NullMarked
package dibs.backend.lease;

import org.jspecify.annotations.NullMarked;
