/** Which blocks and views Slack takes, and how long they may be. */
@NullMarked
package dibs.fakeslack.block;

import org.jspecify.annotations.NullMarked;
