/** A Matrix homeserver in memory, the people on it, and what any homeserver promises to Dibs. */
@NullMarked
package dibs.fakematrix;

import org.jspecify.annotations.NullMarked;
