/** A hand-written Slack that speaks its protocols: people, what they see, and faults. */
@NullMarked
package dibs.fakeslack;

import org.jspecify.annotations.NullMarked;
