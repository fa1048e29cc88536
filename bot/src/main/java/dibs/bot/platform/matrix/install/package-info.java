/** Looks at how Dibs is set up on Matrix. */
@NullMarked
package dibs.bot.platform.matrix.install;

import org.jspecify.annotations.NullMarked;
