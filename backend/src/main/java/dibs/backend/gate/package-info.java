/** What people decided of environments: read {@link dibs.backend.gate.Gate} first, then {@link dibs.backend.gate.Freeze}. */
@NullMarked
package dibs.backend.gate;

import org.jspecify.annotations.NullMarked;
