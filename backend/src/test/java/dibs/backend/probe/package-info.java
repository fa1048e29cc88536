/** Probes against real servers on this machine that behave as badly as real ones do. */
@NullMarked
package dibs.backend.probe;

import org.jspecify.annotations.NullMarked;
