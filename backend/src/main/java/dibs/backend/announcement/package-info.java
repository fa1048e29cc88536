/** What everybody should know, and in which conversations; read {@link dibs.backend.announcement.Home} first. */
@NullMarked
package dibs.backend.announcement;

import org.jspecify.annotations.NullMarked;
