/**
 * What people decided of environments: read {@link dibs.backend.gate.Gate} first, then {@link dibs.backend.gate.Freeze}.
 *
 * <p>A moment is an instant, in whole milliseconds; what lasts until a moment no longer does at it. Only a {@link
 * dibs.backend.gate.Rhythm} goes by a wall clock, in a zone of its own. Nothing is null: what may be missing is an {@code Optional}. A
 * service throws {@link dibs.backend.transaction.StoreException} when the store broke, and then nothing was changed.
 */
@NullMarked
package dibs.backend.gate;

import org.jspecify.annotations.NullMarked;
