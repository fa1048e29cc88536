/** What is said without being asked; read {@link dibs.backend.notice.Notice} first. */
@NullMarked
package dibs.backend.notice;

import org.jspecify.annotations.NullMarked;
